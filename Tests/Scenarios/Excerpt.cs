using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Parts of a scenario file that are small enough to be read a thousand times.</summary>
internal static partial class Excerpt
{
    /// <summary>The first four comparisons of the shipped file, with the jobs, architectures and claims that they need.</summary>
    public static string Metering { get; } =
        Of(File.ReadAllText(Repository.Shipped), "metering-consumers", "metering-packages", "metering-mediation", "metering-concentration");

    private static string Of(string text, params string[] comparisons)
    {
        var sections = Section().Split(text).Where(part => part.Length > 0).ToArray();
        var kept = Entries(sections, "comparisons").Where(entry => comparisons.Contains(Name(entry))).ToArray();
        var asked = string.Join("", kept);
        string Needed(string section) => string.Join("", Entries(sections, section).Where(entry => Word(Name(entry)).IsMatch(asked)));
        var claims = Entries(sections, "claims")
            .Where(entry => comparisons.Any(name => entry.Contains($"    comparison: {name}\n", StringComparison.Ordinal)));
        return $"{sections.First(part => part.StartsWith("study:", StringComparison.Ordinal))}jobs:\n{Needed("jobs")}\narchitectures:\n{Needed("architectures")}\ncomparisons:\n{asked}\nclaims:\n{string.Join("", claims)}";
    }

    private static IEnumerable<string> Entries(string[] sections, string name) =>
        Entry()
            .Split(sections.First(part => part.StartsWith($"{name}:", StringComparison.Ordinal)))
            .Skip(1)
            .Select(entry => entry.TrimEnd() + "\n");

    private static string Name(string entry) => entry.Trim().Split(':')[0];

    private static Regex Word(string name) => new($@"(?<![\w-]){Regex.Escape(name)}(?![\w-])");

    [GeneratedRegex("(?m)^(?=[a-z])")]
    private static partial Regex Section();

    [GeneratedRegex("(?m)^(?=  [a-z0-9])")]
    private static partial Regex Entry();
}
