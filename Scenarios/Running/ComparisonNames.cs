using System.IO.Enumeration;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Comparisons as the command line names them: by name, or all that fit a pattern such as <c>five-g-uplift*</c>.</summary>
internal static class ComparisonNames
{
    /// <summary>The comparisons that are meant, each once. What fits none stays as it was written, to be told.</summary>
    /// <param name="asked">Names and patterns, in which <c>*</c> stands for any text and <c>?</c> for one letter.</param>
    /// <param name="known">The comparisons of the file.</param>
    public static IReadOnlyList<string> Chosen(IReadOnlyList<string> asked, IEnumerable<string> known)
    {
        var names = known.ToList();
        return
        [
            .. asked
                .SelectMany(name => IsPattern(name) && names.Where(one => Fits(name, one)).ToList() is [_, ..] fitting ? fitting : [name])
                .Distinct(),
        ];
    }

    /// <summary>What is wrong with a name that no comparison has.</summary>
    /// <param name="name">As it was written.</param>
    /// <param name="known">The comparisons of the file.</param>
    public static string Unknown(string name, IReadOnlyCollection<string> known)
    {
        if (IsPattern(name))
        {
            return $"no comparison fits '{name}'. Legal here: {Spelling.List(known)}";
        }

        var advice = known.Count(one => one.StartsWith(name, StringComparison.Ordinal)) > 1 ? $"; '{name}*' means all that begin so" : "";
        return Spelling.Unknown("comparison", name, known) + advice;
    }

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
