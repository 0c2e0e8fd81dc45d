using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Turns the values of runs into means with intervals and into paired differences.</summary>
public static class Summary
{
    /// <summary>Confidence of all intervals [1]; 1 − it is the level of all verdicts.</summary>
    public const double Confidence = 0.95;

    /// <summary>The mean of every metric in every cell, with its interval.</summary>
    public static IReadOnlyList<SummaryRow> Means(IEnumerable<RunRow> runs) =>
        [
            .. runs.GroupBy(run => (run.Comparison, run.Architecture, run.Family, run.Point, run.Relation, run.Metric, run.Unit))
                .Select(cell =>
                {
                    var estimate = Estimate.Of(cell.OrderBy(run => run.Replication).Select(run => run.Value), Confidence);
                    return new SummaryRow(
                        cell.Key.Comparison,
                        cell.Key.Architecture,
                        cell.Key.Family,
                        cell.Key.Point,
                        cell.Key.Relation,
                        cell.Key.Metric,
                        estimate.Count,
                        estimate.Mean,
                        estimate.HalfWidth,
                        estimate.Low,
                        estimate.High,
                        cell.Key.Unit
                    );
                }),
        ];

    /// <summary>Every two architectures of a comparison at the same point, metric by metric and replication by replication.</summary>
    /// <remarks>
    /// The p values of all tests of key metrics of a comparison at one point are adjusted together: all pairs, relations and parties. Those of
    /// the other metrics are a family of their own, and so are the tests for equivalence of either. Diagnostics are left out: they say nothing
    /// about an architecture. A difference of percentiles that their resolution may have made is none, and two architectures of which
    /// one meets a requirement and the other does not, or perhaps not, are not equivalent in what it is about.
    /// </remarks>
    public static IReadOnlyList<ComparisonRow> Differences(IReadOnlyList<RunRow> runs, StudyManifest manifest)
    {
        var comparisons = manifest.Comparisons.ToDictionary(comparison => comparison.Name, StringComparer.Ordinal);
        return
        [
            .. runs.GroupBy(run => run.Comparison)
                // What is derived from a comparison compares nothing by itself.
                .Where(comparison => !DerivedName.IsDerived(comparison.Key))
                .SelectMany(comparison =>
                {
                    var about = comparisons[comparison.Key];
                    RunRow[] all = [.. comparison];
                    var means = new ComparisonResults(manifest, about, Means(all), [], all, [], []);
                    return all.GroupBy(run => run.Point)
                        .SelectMany(point =>
                            AtPoint([.. point], about, means)
                                .GroupBy(row => IsKey(row.Metric))
                                .SelectMany(family => Adjusted([.. family]))
                                .Select(row => HeldAgainst(row, means))
                        );
                }),
        ];
    }

    /// <summary>Takes equivalence back where the requirement tells the two apart.</summary>
    private static ComparisonRow HeldAgainst(ComparisonRow row, ComparisonResults results) =>
        row.Verdict == Verdict.Equivalent
        && Required(results.Comparison, row.Relation, row.Metric) is { } required
        && results.Status(row.A, row.Point, required) != results.Status(row.B, row.Point, required)
            ? row with
            {
                Verdict = Verdict.NoSignificantDifference,
            }
            : row;

    /// <summary>The requirement that a value is held against; null where there is none. What arrives at all is held against what must arrive in time.</summary>
    private static Requirement? Required(ComparisonManifest comparison, string subject, string metric) =>
        Requirement
            .Of(comparison)
            .FirstOrDefault(one =>
                one.Subject == subject
                && (one.Metric == metric || (IsArrival(one.Metric) && (IsArrival(metric) || metric == "deadline-miss")))
            );

    private static bool IsArrival(string metric) => metric is "delivery" or "delivery-in-time";

    private static IEnumerable<ComparisonRow> AtPoint(IReadOnlyList<RunRow> runs, ComparisonManifest comparison, ComparisonResults means)
    {
        string[] architectures = [.. comparison.Architectures.Select(architecture => architecture.Name)];
        var resolutions = runs.Where(run => run.Metric == MetricTable.LatencyResolution)
            .GroupBy(run => (run.Architecture, run.Relation))
            .ToDictionary(cell => cell.Key, cell => cell.Max(run => run.Value));
        bool IsEnough(string architecture, string point, string relation, string metric) =>
            means.Find(architecture, point, relation, metric) is not { } row || (means.IsSound(row) && !means.IsOfFew(row));
        var compared = runs.Where(run => MetricTable.Find(run.Metric).Family != MetricFamily.Diagnostic);
        foreach (var metric in compared.GroupBy(run => (run.Comparison, run.Point, run.Relation, run.Metric, run.Unit)))
        {
            var values = metric.ToLookup(run => run.Architecture, StringComparer.Ordinal);
            for (var i = 0; i < architectures.Length; i++)
            {
                for (var j = i + 1; j < architectures.Length; j++)
                {
                    (double A, double B)[] pairs =
                    [
                        .. values[architectures[i]]
                            .Join(
                                values[architectures[j]],
                                a => a.Replication,
                                b => b.Replication,
                                (a, b) => (a.Replication, a.Value, B: b.Value)
                            )
                            .OrderBy(pair => pair.Replication)
                            .Select(pair => (pair.Value, pair.B)),
                    ];
                    if (pairs.Length == 0)
                        continue;
                    var resolution = IsPercentile(metric.Key.Metric)
                        ? Math.Max(
                            resolutions.GetValueOrDefault((architectures[i], metric.Key.Relation)),
                            resolutions.GetValueOrDefault((architectures[j], metric.Key.Relation))
                        )
                        : 0;
                    var row = Compare(metric.Key, architectures[i], architectures[j], pairs, comparison, resolution);
                    yield return IsEnough(row.A, row.Point, row.Relation, row.Metric)
                    && IsEnough(row.B, row.Point, row.Relation, row.Metric)
                        ? row
                        : row with
                        {
                            P = null,
                            EquivalenceP = null,
                            Verdict = Verdict.TooFewMessages,
                        };
                }
            }
        }
    }

    private static ComparisonRow Compare(
        (string Comparison, string Point, string Relation, string Metric, string Unit) key,
        string a,
        string b,
        (double A, double B)[] pairs,
        ComparisonManifest comparison,
        double relativeResolution
    )
    {
        var (meanA, meanB) = (Math.Abs(pairs.Average(pair => pair.A)), Math.Abs(pairs.Average(pair => pair.B)));
        // A share is a part of something that both sides have in common; everything else is measured by the smaller side. Where something
        // is required, what matters is the part that may be missing: 5 percentage points are far too many when 2 may.
        var margin = MetricTable.Find(key.Metric).IsShare
            ? comparison.Margin * (Required(comparison, key.Relation, key.Metric) is { } required ? 1 - required.Target : 1)
            : comparison.Margin * Math.Min(meanA, meanB);
        var resolution = relativeResolution * Math.Max(meanA, meanB);
        var result = PairedDifference.Of([.. pairs.Select(pair => pair.A)], [.. pairs.Select(pair => pair.B)], Confidence);
        var below = pairs.Average(pair => pair.B);
        return new(
            key.Comparison,
            key.Point,
            key.Relation,
            key.Metric,
            a,
            b,
            pairs.Length,
            result.Difference.Mean,
            result.Difference.HalfWidth,
            result.Difference.Low,
            result.Difference.High,
            below == 0 ? null : result.Difference.Mean / Math.Abs(below),
            result.P is not null && !result.Identical && Math.Abs(result.Difference.Mean) <= resolution ? 1 : result.P,
            null,
            margin,
            margin > resolution ? Equivalence.P([.. pairs.Select(pair => pair.A - pair.B)], margin.Value - resolution) : null,
            result.Identical && pairs.Length > 1 ? Verdict.Identical : Verdict.NotEnoughReplications,
            result.Correlation,
            result.VarianceRatio,
            key.Unit
        );
    }

    /// <summary>
    /// Metrics that answer questions; they are corrected together. The others describe and repeat them (other quantiles, parts of a whole)
    /// and are a family of their own, so that they do not drown the answers.
    /// </summary>
    private static readonly HashSet<string> Key =
    [
        "latency-mean",
        "latency-p95",
        "delivery",
        "delivery-in-time",
        "reaction-time-mean",
        "reaction-time-p95",
        "reactions",
        "reactions-in-time",
        "detection-delay-mean",
        "detection-delay-p95",
        "detections",
        "false-alarms",
        "energy-per-day",
        "battery-life",
        "components",
        "single-points-of-failure",
        MetricTable.TotalCost,
    ];

    /// <summary>Whether a metric is one of those whose p values are corrected together.</summary>
    public static bool IsKey(string metric) => Key.Contains(metric);

    private static bool IsPercentile(string metric) => metric is "latency-p50" or "latency-p95" or "latency-p99";

    private static ComparisonRow[] Adjusted(ComparisonRow[] rows)
    {
        foreach (var (index, p) in AdjustedP(rows, row => row.EquivalenceP))
            rows[index] = rows[index] with { EquivalenceP = p };
        foreach (var (index, p) in AdjustedP(rows, row => row.P))
            rows[index] = rows[index] with { HolmP = p, Verdict = VerdictOf(rows[index], p) };
        return rows;
    }

    private static IEnumerable<(int Index, double P)> AdjustedP(ComparisonRow[] rows, Func<ComparisonRow, double?> p)
    {
        int[] tested =
        [
            .. rows.Index().Where(row => p(row.Item) is not null && row.Item.Verdict != Verdict.Identical).Select(row => row.Index),
        ];
        return tested.Zip(Holm.Adjust([.. tested.Select(index => p(rows[index])!.Value)]));
    }

    private static Verdict VerdictOf(ComparisonRow row, double holmP) =>
        holmP < 1 - Confidence ? (row.Difference < 0 ? Verdict.ALower : Verdict.BLower)
        : row.EquivalenceP < 1 - Confidence ? Verdict.Equivalent
        : Verdict.NoSignificantDifference;
}
