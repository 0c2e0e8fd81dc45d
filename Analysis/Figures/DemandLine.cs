using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A line where the job draws one: the share that has to arrive, the time it may take, the life a battery needs.</summary>
internal static class DemandLine
{
    /// <summary>A demand farther away than this, as a ratio of what was measured, would press the data into a corner.</summary>
    private const double Farthest = 10;

    /// <summary>What the legend says.</summary>
    public static LegendEntry Entry { get; } = new("required", Palette.Demand, LegendSymbol.Demand);

    /// <summary>What the job demands of a metric; null where it demands nothing, or where the demand lies far from all that is shown.</summary>
    /// <param name="results">The comparison.</param>
    /// <param name="metric">Of the axis.</param>
    /// <param name="relation">The relation or party that it is about.</param>
    /// <param name="shown">What the axis holds.</param>
    public static double? Of(ComparisonResults results, Metric metric, string relation, IReadOnlyCollection<double> shown) =>
        Demand(results, metric.Name, relation) is { } demand
        && (metric.IsShare || (demand <= Farthest * shown.Max() && demand >= shown.Min() / Farthest))
            ? demand
            : null;

    /// <summary>Draws a demand on the vertical axis.</summary>
    public static void Across(Plot plot, double at) => plot.Add.Plottable(new DemandRule(at, isUpright: false));

    /// <summary>Draws a demand on the horizontal axis.</summary>
    public static void Upright(Plot plot, double at) => plot.Add.Plottable(new DemandRule(at, isUpright: true));

    private static double? Demand(ComparisonResults results, string metric, string relation)
    {
        var manifest = results.Comparison.Relations.FirstOrDefault(one => one.Name == relation);
        return metric switch
        {
            "latency-p95" => manifest?.DeadlineS,
            "reaction-time-p95" => manifest?.ReactionS,
            _ => results.Requirements.FirstOrDefault(one => one.Metric == metric && one.Subject == relation)?.Target,
        };
    }
}
