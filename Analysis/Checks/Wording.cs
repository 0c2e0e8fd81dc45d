using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Phrases that several checks use.</summary>
internal static class Wording
{
    private static readonly string[] Words =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    public static string Number(int count) => count < Words.Length ? Words[count] : count.ToString();

    public static string Cases(int count) => $"{Number(count)} {(count == 1 ? "case" : "cases")}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Cell(SummaryRow row) =>
        row.Point.Length == 0 ? row.Architecture : $"{row.Architecture} at {Readable.Point(row.Point)}";

    /// <summary>What a quick run did instead of what the file asks, as a sentence; empty when nothing was cut down.</summary>
    public static string Ran(ComparisonResults results) =>
        results.Comparison.Shortened is { Count: > 0 } shortened ? $"Ran: {string.Join(", ", shortened)}. " : "";

    public static string Of(string relation) => relation.Length == 0 ? "" : $" of {relation}";
}
