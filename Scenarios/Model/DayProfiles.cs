using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>How rates follow the hours of the day: profiles of the library by name, and what a relation says itself.</summary>
public static class DayProfiles
{
    private const string FileName = "days.yaml";
    private const int Hours = 24;

    /// <summary>The text of the library's file, for the hash of cases.</summary>
    public static string Text { get; } = Resource();

    /// <summary>The profiles that come with the program.</summary>
    public static IReadOnlyDictionary<string, DayProfileSpec> Shipped { get; } = Load(Text);

    /// <summary>Reads profiles from the text of their file.</summary>
    /// <exception cref="InvalidDataException">The text is wrong; the message lists everything.</exception>
    public static IReadOnlyDictionary<string, DayProfileSpec> Load(string text)
    {
        var problems = new Problems();
        var read = YamlTree.Parse(text, FileName, problems) is { } tree
            ? new Binder(problems, new Places()).Bind<IReadOnlyDictionary<string, DayProfileSpec>>(tree)
            : null;
        return problems.HasErrors || read is null
            ? throw new InvalidDataException($"The library of day profiles is broken:\n{problems}")
            : read;
    }

    /// <summary>What is wrong with the hours that a relation says, or null.</summary>
    internal static string? ProblemOf(IReadOnlyList<HoursItem> hours)
    {
        var kinds = new[]
        {
            hours.Any(item => item.Weight is not null),
            hours.Any(item => item.Span is not null),
            hours.Any(item => item.Profile is not null),
        };
        return kinds.Count(found => found) != 1
                ? "'hours' are 24 weights, or hours such as '7-22', or the name of a profile; not several of these, and not nothing"
            : kinds[0] && hours.Count != Hours ? $"a day has 24 hours; found {hours.Count} weights"
            : kinds[0] && hours.All(item => item.Weight == 0) ? "all hours have the weight 0; at least one is greater"
            : kinds[2] && hours.Count != 1 ? "'hours' are one profile, not several"
            : kinds[2] && !Shipped.ContainsKey(hours[0].Profile!) ? Spelling.Unknown("profile", hours[0].Profile!, Shipped.Keys)
            : null;
    }

    /// <summary>The weights of the hours that a relation says [1].</summary>
    internal static double[] WeightsOf(IReadOnlyList<HoursItem> hours) =>
        hours[0] switch
        {
            { Profile: { } name } => [.. Shipped[name].Weights],
            { Weight: not null } => [.. hours.Select(item => item.Weight!.Value)],
            _ => [.. Enumerable.Range(0, Hours).Select(hour => hours.Any(item => Holds(item.Span!.Value, hour)) ? 1.0 : 0.0)],
        };

    private static bool Holds((int From, int Until) span, int hour) =>
        span.From < span.Until ? hour >= span.From && hour < span.Until : hour >= span.From || hour < span.Until;

    private static string Resource()
    {
        using var stream =
            typeof(DayProfiles).Assembly.GetManifestResourceStream($"Library.{FileName}")
            ?? throw new InvalidOperationException($"The library file '{FileName}' is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
