using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Parts of a claim's condition in words.</summary>
internal static class PartWords
{
    /// <summary>What a part is about; its number where words would be too long, or would not tell it from another part.</summary>
    /// <param name="condition">The whole condition.</param>
    /// <param name="part">Which part, from 1.</param>
    public static string Of(ClaimCondition condition, int part) =>
        Metric(condition.Parts[part - 1]) is { } metric && condition.Parts.Count(other => Metric(other) == metric) == 1
            ? metric
            : $"part {part}";

    /// <summary>The two sides of which a difference is taken.</summary>
    public static string Sides(ClaimPart part) =>
        part is { Constant: 0, Terms: [{ Factor: 1 } left, { Factor: -1 } right] }
            ? $"{Side(left)} less {Side(right)}"
            : "left side less right side";

    private static string? Metric(ClaimPart part) =>
        part.Terms.Select(term => (term.Metric, term.About)).Distinct().ToList() is [var (metric, about)]
            ? about.Length == 0
                ? metric
                : $"{metric} of {about}"
            : null;

    private static string Side(ClaimTerm term) =>
        term.Architecture
        + (term.At.Count == 0 ? "" : $" at {string.Join(", ", term.At.Select(one => Readable.Point($"{one.Factor}={one.Value}")))}");
}
