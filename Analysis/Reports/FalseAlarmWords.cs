using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says beside claims about detection with how many false alarms it was bought.</summary>
internal static class FalseAlarmWords
{
    private const string Rate = "false-alarms";

    /// <summary>A sentence for each relation of which a claim tells how its faults are detected.</summary>
    public static IEnumerable<string> Of(ComparisonResults results, ClaimTest test) =>
        test
            .Condition.Terms.Where(term =>
                term.Metric == "detections" || term.Metric.StartsWith("detection-delay", StringComparison.Ordinal)
            )
            .GroupBy(term => term.About, term => term.Architecture)
            .Select(relation =>
            {
                var allowed = results.Comparison.Relations.FirstOrDefault(one => one.Name == relation.Key)?.FalseAlarmsPerDay;
                string[] sides =
                [
                    .. relation.Distinct().Select(architecture => Achieved(results, relation.Key, architecture)).OfType<string>(),
                ];
                return sides.Length == 0
                    ? $"How many false alarms of {relation.Key} there were beside these delays was not measured."
                    : $"False alarms of {relation.Key} beside these delays{(allowed is { } most ? $" ({Readable.Significant(most)} a day allowed)" : "")}: {string.Join("; ", sides)}.";
            });

    /// <summary>From the point with fewest to that with most; null where none were counted.</summary>
    private static string? Achieved(ComparisonResults results, string relation, string architecture)
    {
        double[] rates =
        [
            .. results
                .Points.Select(point => results.Find(architecture, point, relation, Rate))
                .OfType<SummaryRow>()
                .Select(row => row.Mean)
                .Order(),
        ];
        return rates.Length == 0 ? null
            : rates[0] == rates[^1] ? $"{Readable.Significant(rates[0])} a day with {architecture}"
            : $"{Readable.Significant(rates[0])} to {Readable.Significant(rates[^1])} a day with {architecture}";
    }
}
