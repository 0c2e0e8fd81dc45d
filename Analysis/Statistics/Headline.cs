using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>The few metrics that a reader meets first.</summary>
public static class Headline
{
    private static readonly string[] PerRelation = ["latency-p95", "delivery-in-time"];

    /// <summary>Of a relation that ends a chain: its own part of the way matters less.</summary>
    private static readonly string[] PerChain = ["reaction-time-p95", "reactions-in-time"];

    /// <summary>Of a relation that tells of faults: a delay says something beside the false alarms that it was bought with. Faults are too few for percentiles.</summary>
    private static readonly string[] PerDetection = ["detection-delay-mean", "detections", "false-alarms"];
    private static readonly string[] PerParty = ["battery-life", "energy-per-day"];
    private static readonly string[] Whole = ["energy-per-day", MetricTable.TotalCost, "components", "single-points-of-failure"];

    /// <summary>Key metrics that were measured, with the relation or party each is about.</summary>
    public static IReadOnlyList<(Metric Metric, string Relation)> Of(ComparisonResults results)
    {
        var measured = results.Means.Select(row => (row.Metric, row.Relation)).ToHashSet();
        string[] relations =
        [
            .. results
                .Comparison.Relations.OrderBy(relation => relation is { DeliveryTarget: null, DeadlineS: null, ReactionS: null })
                .Select(relation => relation.Name),
        ];
        var parties = measured
            .Where(one => PerParty.Contains(one.Metric))
            .Select(one => one.Relation)
            .Where(party => party.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return
        [
            .. relations
                .SelectMany(relation =>
                    PerDetection
                        .Concat(measured.Contains((PerChain[0], relation)) ? PerChain : PerRelation)
                        .Select(metric => (Name: Fallback(metric, relation, measured), relation))
                )
                .Concat(parties.SelectMany(party => PerParty.Select(metric => (Name: metric, party))))
                .Concat(Whole.Select(metric => (Name: metric, "")))
                .Where(measured.Contains)
                .Select(one => (MetricTable.Find(one.Name), one.Item2)),
        ];
    }

    /// <summary>Those of the key metrics that can be drawn: at some point there were messages enough for them.</summary>
    public static IReadOnlyList<(Metric Metric, string Relation)> Drawn(ComparisonResults results) =>
        [
            .. Of(results)
                .Where(one =>
                    results.Means.Any(row => row.Metric == one.Metric.Name && row.Relation == one.Relation && results.IsSound(row))
                ),
        ];

    /// <summary>The name of a key metric for a reader, with what it is about.</summary>
    public static string Title(Metric metric, string relation) =>
        (metric.Name, relation) switch
        {
            ("energy-per-day", "") => $"{metric.Title}, all metered equipment included",
            ("energy-per-day", _) => $"Energy per {relation} and day",
            (_, "") => metric.Title,
            _ => $"{metric.Title} of {relation}",
        };

    // Without a deadline there is no delivery in time.
    private static string Fallback(string metric, string relation, HashSet<(string, string)> measured) =>
        metric == "delivery-in-time" && !measured.Contains((metric, relation)) ? "delivery" : metric;
}
