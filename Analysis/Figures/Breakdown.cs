using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Metrics that are parts of a whole: energy by state, losses by reason.</summary>
internal static class Breakdown
{
    public static IEnumerable<Figure> Energy(ComparisonResults results) =>
        Of(
            results,
            "energy:",
            "energy-per-day",
            party => $"{results.Comparison.Name}-energy-{party}",
            party => $"What {party} devices spend their energy on",
            party => $"Energy that the mean {party} draws per day, by state of its radio and electronics."
        );

    public static IEnumerable<Figure> Losses(ComparisonResults results) =>
        Of(
            results,
            "dropped:",
            "deadline-miss",
            relation => $"{results.Comparison.Name}-losses-{relation}",
            relation => $"Why messages of {relation} are lost",
            relation => $"Share of the expected arrivals of {relation} that were lost, by reason."
        );

    private static IEnumerable<Figure> Of(
        ComparisonResults results,
        string family,
        string whole,
        Func<string, string> name,
        Func<string, string> title,
        Func<string, string> caption
    )
    {
        var points = FacetPoints.Choose(results, StackedBars.MostPanels);
        var metric = MetricTable.Find(whole) with { Title = family == "energy:" ? "Energy per day" : "Lost" };
        foreach (
            var group in results
                .Means.Where(row => row.Metric.StartsWith(family, StringComparison.Ordinal) && points.Contains(row.Point))
                .GroupBy(row => row.Relation)
        )
        {
            var values = group.ToDictionary(row => (row.Architecture, row.Point, row.Metric[family.Length..]), row => row.Mean);
            if (values.Values.Sum() <= 0)
                continue;
            string[] parts =
            [
                .. group
                    .GroupBy(row => row.Metric[family.Length..])
                    .Where(part => part.Any(row => row.Mean > 0))
                    .OrderByDescending(part => part.Sum(row => row.Mean))
                    .ThenBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => part.Key),
            ];
            yield return new(
                name(group.Key),
                title(group.Key),
                $"{caption(group.Key)} Each panel has its own scale.{FacetPoints.Note(results, points)}",
                new StackedBars(results, metric, points, parts, values).Draw
            );
        }
    }
}
