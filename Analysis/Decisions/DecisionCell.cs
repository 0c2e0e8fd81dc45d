using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>The best design of a family in a comparison.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Family">The family.</param>
/// <param name="Best">Its best design; null where none was compared.</param>
/// <param name="Designs">How many designs of the family there are [1].</param>
/// <param name="Meeting">How many of them meet everything [1].</param>
internal sealed record DecisionCell(ComparisonManifest Comparison, string Family, Design? Best, int Designs, int Meeting)
{
    /// <summary>How the best design does.</summary>
    public DecisionVerdict Verdict => Best?.Verdict ?? DecisionVerdict.NotCompared;

    /// <summary>The point of which figures are told: the last of the sweep.</summary>
    public string Point => Best?.Points is [.., var last] ? last : "";

    /// <summary>Latency or reaction time of the relation that <see cref="Delivery"/> tells; where it has none, of the first of the key figures.</summary>
    public SummaryRow? Latency =>
        First(one => one.Metric.Family == MetricFamily.Latency && one.Relation == Delivery?.Relation)
        ?? First(one => one.Metric.Family == MetricFamily.Latency);

    /// <summary>What arrives of the relation that does worst against its own target; of the first where nothing is required.</summary>
    public SummaryRow? Delivery =>
        Best?.Results.Requirements.Where(one => MetricTable.Find(one.Metric).Family == MetricFamily.Reliability)
            .Select(one => (Row: Find(one.Metric, one.Subject), one.Target))
            .Where(one => one.Row is not null)
            .OrderBy(one => one.Row!.Mean - one.Target)
            .Select(one => one.Row)
            .FirstOrDefault()
        ?? First(one => one.Metric.Family == MetricFamily.Reliability);

    /// <summary>Battery life where there is one, energy otherwise.</summary>
    public SummaryRow? Energy => First(one => one.Metric.Name == "battery-life") ?? First(one => one.Metric.Name == "energy-per-day");

    /// <summary>Total cost.</summary>
    public SummaryRow? Cost => Find(MetricTable.TotalCost, "");

    /// <summary>What decided, in a few words.</summary>
    public string Decided =>
        Best is not { } best
            ? "not compared"
            : Verdict switch
            {
                DecisionVerdict.Meets when Designs == 1 => "meets everything; the only design of this family",
                DecisionVerdict.Meets when Meeting == 1 => $"the only one of {Designs} that is shown to meet everything",
                DecisionVerdict.Meets => $"{Cheapest} of {Meeting} that meet everything",
                DecisionVerdict.NotJudged => Designs == 1
                    ? "nothing is required; the only design"
                    : $"nothing is required; {Cheapest} of {Designs}",
                DecisionVerdict.Unclear when best.With(RequirementStatus.None).Any() =>
                    $"cannot be told{Closest}: nothing was measured of what is required, {Demand(best, RequirementStatus.None)}",
                DecisionVerdict.Unclear => $"cannot be told{Closest}: {Demand(best, RequirementStatus.Unclear)}{Worst(best)}",
                DecisionVerdict.Infeasible => $"cannot work: {best.Impossible[0].Reason}",
                _ when best.With(RequirementStatus.Missed).Any() =>
                    $"fails{Closest}: {Demand(best, RequirementStatus.Missed)}{Worst(best)}",
                _ =>
                    $"cannot work{Closest}{PointNames.At(best.Results.Comparison, [.. best.Impossible.Select(cell => cell.Point)], best.All)}: {best.Impossible[0].Reason}",
            };

    private string Closest => Designs == 1 ? "" : $", the closest of {Designs}";

    private static string Worst(Design design) => design.Shortfall.Text is { Length: > 0 } text ? $"; at worst {text}" : "";

    private string Cheapest => Best?.CostPerMessage is null ? "first" : "cheapest";

    private static string Demand(Design design, RequirementStatus status)
    {
        var all = design.With(status).ToArray();
        var (of, points) = all[0];
        return of.Demand
            + PointNames.At(design.Results.Comparison, points, design.All)
            + (all.Length > 1 ? $" (and {all.Length - 1} more)" : "");
    }

    private SummaryRow? First(Func<(Metric Metric, string Relation), bool> which) =>
        Best is { } best
            ? Headline
                .Of(best.Results)
                .Where(which)
                .Select(one => Find(one.Metric.Name, one.Relation))
                .FirstOrDefault(row => row is not null)
            : null;

    private SummaryRow? Find(string metric, string about) =>
        Best?.Results.Find(Best.Architecture, Point, about, metric) is { } row && Best.Results.IsSound(row) ? row : null;
}
