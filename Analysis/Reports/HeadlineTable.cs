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
        Column[] metrics = [.. Headline.Of(results).Select(one => Column.Of(results, one.Metric, one.Relation))];
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
        return new([.. swept, "architecture", .. metrics.Select(column => column.Title)], rows);
    }

    private static string[]? Row(ComparisonResults results, string architecture, string point, Column[] metrics)
    {
        if (results.Comparison.Infeasible.Any(cell => cell.Architecture == architecture && cell.Point == point))
            return [.. metrics.Select(_ => "infeasible")];
        string[] cells = [.. metrics.Select(one => Cell(results, architecture, point, one))];
        return cells.All(cell => cell.Length == 0) ? null : cells;
    }

    private static string Cell(ComparisonResults results, string architecture, string point, Column column)
    {
        var (scale, relation) = (column.Scale, column.Relation);
        if (results.Find(architecture, point, relation, scale.Metric.Name) is not { } row)
            return "";
        if (!results.IsSound(row))
            return "too few messages";
        var bounds = results.Interval(row);
        var text = scale.Level(row.Mean, bounds?.Low, bounds?.High) + Mark(bounds) + MarkFew(results, row);
        var required = results.Requirements.FirstOrDefault(one => one.Subject == relation && one.Metric == scale.Metric.Name);
        return required is null ? text : text + Mark(results.Status(architecture, point, required));
    }

    /// <summary>Says that an interval rests on arrivals, not on replications; whatever verdict follows rests on it.</summary>
    internal static string Mark(Bounds? bounds) => bounds is { FromCount: true } ? " ‡" : "";

    /// <summary>Says that a share rests on too few arrivals.</summary>
    internal static string MarkFew(ComparisonResults results, SummaryRow row) => results.IsOfFew(row) ? " †" : "";

    internal static string Mark(RequirementStatus status) =>
        status switch
        {
            RequirementStatus.Met => " ✓",
            RequirementStatus.Missed => " ✗",
            RequirementStatus.Unclear => " ?",
            _ => "",
        };

    /// <summary>A key metric, in the same unit at all points.</summary>
    private sealed record Column(ColumnScale Scale, string Relation)
    {
        public string Title => Headline.Title(Scale.Metric, Relation) + (Scale.Unit.Length == 0 ? "" : $" [{Scale.Unit}]");

        public static Column Of(ComparisonResults results, Metric metric, string relation) =>
            new(
                ColumnScale.Of(
                    metric,
                    results.Means.Where(row => row.Metric == metric.Name && row.Relation == relation).Select(row => row.Mean)
                ),
                relation
            );
    }
}
