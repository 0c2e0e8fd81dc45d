using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Everything known about one comparison: what checks, figures and reports are made of.</summary>
/// <param name="Study">The study it belongs to.</param>
/// <param name="Comparison">What it asks and assumes.</param>
/// <param name="Means">Means with intervals.</param>
/// <param name="Differences">Paired differences.</param>
/// <param name="Runs">Values per replication.</param>
/// <param name="Distributions">Latency counts.</param>
/// <param name="Hops">Latency by stage.</param>
public sealed record ComparisonResults(
    StudyManifest Study,
    ComparisonManifest Comparison,
    IReadOnlyList<SummaryRow> Means,
    IReadOnlyList<ComparisonRow> Differences,
    IReadOnlyList<RunRow> Runs,
    IReadOnlyList<DistributionRow> Distributions,
    IReadOnlyList<HopRow> Hops
)
{
    private readonly Dictionary<(string, string, string, string), SummaryRow> _cells = Means.ToDictionary(row =>
        (row.Architecture, row.Point, row.Relation, row.Metric)
    );

    /// <summary>Architectures that have results, in the order of the file.</summary>
    public IReadOnlyList<string> Architectures { get; } =
    [.. Comparison.Architectures.Select(one => one.Name).Where(name => Means.Any(row => row.Architecture == name))];

    /// <summary>Points that have results, in the order in which the factors' values stand in the file.</summary>
    public IReadOnlyList<string> Points { get; } =
    [.. Means.Select(row => row.Point).Distinct(StringComparer.Ordinal).OrderBy(point => PlaceOf(Comparison, point), PlaceOrder.Instance)];

    /// <summary>Runs of mixtures of its architectures, which are points of no question; see <see cref="SwapManifest"/>.</summary>
    public IReadOnlyList<RunRow> Mixtures { get; init; } = [];

    /// <summary>Positions of the bills.</summary>
    public IReadOnlyList<CostRow> Costs { get; init; } = [];

    /// <summary>Picks the comparison called <paramref name="name"/> out of a result folder.</summary>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    public static ComparisonResults Of(ResultFolder folder, string name)
    {
        var results = WithoutDifferences(folder, name);
        return results with { Differences = Summary.Differences(results.Runs, folder.Manifest) };
    }

    /// <summary>As <see cref="Of"/>, for what rests on means and runs alone.</summary>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    public static ComparisonResults WithoutDifferences(ResultFolder folder, string name)
    {
        var comparison =
            folder.Manifest.Comparisons.FirstOrDefault(one => one.Name == name)
            ?? throw new ArgumentException(
                $"{folder.Path} holds no comparison '{name}'. It holds: {string.Join(", ", folder.Manifest.Comparisons.Select(one => one.Name))}.",
                nameof(name)
            );
        RunRow[] runs = [.. folder.Runs.Where(row => row.Comparison == name)];
        return new(
            folder.Manifest,
            comparison,
            Summary.Means(runs),
            [],
            runs,
            [.. folder.Distributions.Where(row => row.Comparison == name)],
            [.. folder.Hops.Where(row => row.Comparison == name)]
        )
        {
            Uncertain = folder.Manifest.Derived?.FirstOrDefault(one => one.Origin == name && one.Box is not null) is { } box
                ? UncertainResults.Of(box, folder.Runs)
                : null,

            Costs = [.. folder.Costs.Where(row => row.Comparison == name)],

            Mixtures = [.. folder.Runs.Where(row => row.Comparison == DerivedName.Of(name, SwapManifest.Kind))],
        };
    }

    /// <summary>The plausible ranges of uncertain inputs with what was measured at points of them; null where there are none.</summary>
    public UncertainResults? Uncertain { get; init; }

    /// <summary>The mean of a metric in a cell, or null when it was not measured there.</summary>
    public SummaryRow? Find(string architecture, string point, string relation, string metric) =>
        _cells.GetValueOrDefault((architecture, point, relation, metric));

    /// <summary>Whether a mean says what its name does: a high percentile of a handful of messages is their maximum.</summary>
    public bool IsSound(SummaryRow row) =>
        QuantileSupport.IsEnough(
            row.Metric,
            Find(row.Architecture, row.Point, row.Relation, QuantileSupport.CountOf(row.Metric))?.Mean,
            row.Metric == "detection-delay-p95" ? null : Find(row.Architecture, row.Point, row.Relation, "delivery")?.Mean
        );

    /// <summary>Whether a mean is a share of too few arrivals, reactions or faults to say much (<see cref="ShareSupport"/>); not where they were not counted.</summary>
    public bool IsOfFew(SummaryRow row) =>
        ShareSupport.CountOf(row.Metric) is { } count
        && Find(row.Architecture, row.Point, row.Relation, count) is { } due
        && Math.Round(due.Mean * due.Replications) < ShareSupport.Fewest;

    /// <summary>What the job requires, in the order of the file.</summary>
    public IReadOnlyList<Requirement> Requirements { get; } = Requirement.Of(Comparison);

    /// <summary>
    /// The interval of a mean, cut off at what is possible: 95 %, t over replications. Replications that all gave the same share say nothing by
    /// their spread: then the count of arrivals decides, by the exact interval of a share (Clopper and Pearson 1934). Null with one
    /// replication.
    /// </summary>
    public Bounds? Interval(SummaryRow row)
    {
        var metric = MetricTable.Find(row.Metric);
        return row is { HalfWidth: 0 }
            && metric.IsShare
            && Arrivals(row.Architecture, row.Point, row.Relation, row.Metric) is > 0 and var trials
                ? Exact(row.Mean, trials)
            : row is { Low: { } low, High: { } high } ? new(metric.Clip(low), metric.Clip(high), FromCount: false)
            : null;
    }

    /// <summary>Arrivals that were expected in all replications of a cell together, or reactions or faults for a metric of those [1].</summary>
    public long Arrivals(string architecture, string point, string relation, string metric = "delivery") =>
        Find(architecture, point, relation, ShareSupport.CountOf(metric) ?? "expected-arrivals") is { } expected
            ? (long)Math.Round(expected.Mean * expected.Replications)
            : 0;

    /// <summary>Whether an architecture does what is required at a point.</summary>
    public RequirementStatus Status(string architecture, string point, Requirement requirement) =>
        Find(architecture, point, requirement.Subject, requirement.Metric) is not { } row ? RequirementStatus.None
        : Interval(row) is not { } bounds ? RequirementStatus.Unclear
        : bounds.Low >= requirement.Target ? RequirementStatus.Met
        : bounds.High < requirement.Target ? RequirementStatus.Missed
        : RequirementStatus.Unclear;

    /// <summary>In how many replications the requirement was met, and in what share of all that one could run (Wilson's interval).</summary>
    /// <returns>Null where nothing was measured.</returns>
    public (int Met, int Of, Proportion Share)? ByReplication(string architecture, string point, Requirement requirement)
    {
        double[] values =
        [
            .. Runs.Where(run =>
                    run.Architecture == architecture
                    && run.Point == point
                    && run.Relation == requirement.Subject
                    && run.Metric == requirement.Metric
                )
                .Select(run => run.Value),
        ];
        if (values.Length == 0)
            return null;
        var met = values.Count(value => value >= requirement.Target);
        return (met, values.Length, Proportion.Wilson(met, values.Length, Summary.Confidence));
    }

    private static Bounds Exact(double share, long arrivals)
    {
        var trials = (int)Math.Min(int.MaxValue / 2, arrivals);
        var (_, low, high) = Proportion.ClopperPearson((int)Math.Round(share * trials), trials, Summary.Confidence);
        return new(low, high, FromCount: true);
    }

    private static int[] PlaceOf(ComparisonManifest comparison, string point)
    {
        var values = DesignPoint.Parse(point);
        return [.. comparison.Factors.Select(factor => factor.Values.ToList().IndexOf(values[factor.Name] ?? ""))];
    }
}
