using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary>A job of the library of applications for people to read: who needs what from whom, and its text to copy.</summary>
internal static class JobText
{
    /// <summary>Keys of a relation that are not its occasion or content.</summary>
    private static readonly string[] Apart = ["from", "to", "require"];

    /// <summary>What it is, and its parties and relations, a line each.</summary>
    public static IEnumerable<string> Head(LibraryJob job) =>
        [
            $"{job.Name} (job of the library of applications)",
            "",
            job.Job.Description ?? "",
            $"Source: {job.Job.Source}",
            "",
            "Parties:",
            "",
            .. Entries(job, "parties").Select(party => $"  {party.Key.Text}: {YamlText.Line(party.Value)}"),
            "",
            "Relations:",
            "",
            .. Entries(job, "relations").SelectMany(Relation),
            "",
            $"Area: {YamlText.Line(job.Tree.Find("area") ?? new YamlMapping([], job.Tree.Place))}",
        ];

    /// <summary>How to use it, and its text.</summary>
    public static IEnumerable<string> Tail(LibraryJob job) =>
        [
            "",
            $"In a scenario: 'job: {job.Name}' of a comparison, which may vary its values: 'cross: {{ {Varied(job)}: … }}'.",
            $"Changed: a job of your own with 'like: {job.Name}' and what differs. Copied:",
            "",
            "jobs:",
            $"  {job.Name}:",
            .. job.Text.Lines().Select(line => line.Length == 0 ? "" : $"    {line}"),
        ];

    private static string Varied(LibraryJob job) =>
        job.Figures.First(figure => figure.Path.EndsWith(".count", StringComparison.Ordinal)).Path;

    private static IEnumerable<string> Relation(YamlEntry relation)
    {
        var all = (YamlMapping)relation.Value;
        var said = all.Entries.Where(entry => !Apart.Contains(entry.Key.Text));
        yield return $"  {relation.Key.Text}: {YamlText.Line(all.Find("from")!)} → {YamlText.Line(all.Find("to")!)}, {Listed(said)}";
        if (all.Find("require") is YamlMapping required)
        {
            yield return $"    required: {Listed(required.Entries)}";
        }
    }

    private static string Listed(IEnumerable<YamlEntry> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Key.Text} {YamlText.Line(entry.Value)}"));

    private static IEnumerable<YamlEntry> Entries(LibraryJob job, string section) => ((YamlMapping)job.Tree.Find(section)!).Entries;

    private static string[] Lines(this string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
