using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Architectures × key metrics with intervals, as texts in rows and columns.</summary>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">A row per point and architecture.</param>
internal sealed record HeadlineTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static HeadlineTable Of(ComparisonResults results, IReadOnlyList<string> points)
    {
        var metrics = Headline.Of(results);
        var swept = results.Comparison.Factors.Select(factor => factor.Name).ToArray();
        List<IReadOnlyList<string>> rows = [];
        foreach (var point in points)
        {
            var values = DesignPoint.Parse(point);
            foreach (var architecture in results.Comparison.Architectures)
            {
                if (Row(results, architecture.Name, point, metrics) is { } cells)
                    rows.Add([.. swept.Select(factor => values[factor] ?? ""), $"{architecture.Name} ({architecture.Family})", .. cells]);
            }
        }
        return new([.. swept, "architecture", .. metrics.Select(Title)], rows);
    }

    private static string[]? Row(
        ComparisonResults results,
        string architecture,
        string point,
        IReadOnlyList<(Metric Metric, string Relation)> metrics
    )
    {
        if (results.Comparison.Infeasible.Any(cell => cell.Architecture == architecture && cell.Point == point))
            return [.. metrics.Select(_ => "infeasible")];
        string[] cells = [.. metrics.Select(one => Cell(results, architecture, point, one.Metric, one.Relation))];
        return cells.All(cell => cell.Length == 0) ? null : cells;
    }

    private static string Cell(ComparisonResults results, string architecture, string point, Metric metric, string relation)
    {
        if (results.Find(architecture, point, relation, metric.Name) is not { } row)
            return "";
        var text = Readable.Interval(metric, row.Mean, row.HalfWidth);
        var required = results.Comparison.Relations.FirstOrDefault(one =>
            one.Name == relation && ComparisonResults.RequiredMetric(one) == metric.Name
        );
        return required is null ? text : text + Mark(results.Requirement(architecture, point, required));
    }

    private static string Mark(RequirementStatus status) =>
        status switch
        {
            RequirementStatus.Met => " ✓",
            RequirementStatus.Missed => " ✗",
            RequirementStatus.Unclear => " ?",
            _ => "",
        };

    private static string Title((Metric Metric, string Relation) one) =>
        one.Relation.Length == 0 ? one.Metric.Title : $"{one.Metric.Title}, {one.Relation}";
}
