using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says what it brings that several applications share one network and platform, and what they do to each other.</summary>
public static class SharingAnswer
{
    private const string Networks = "networks";
    private const string Shared = "shared";

    /// <summary>What a neighbour may spoil.</summary>
    private static readonly string[] Suffering = ["latency-p95", "delivery"];

    /// <summary>The sentences; none where nothing is shared by several applications.</summary>
    public static IReadOnlyList<string> Sentences(ComparisonResults results) =>
        [.. Pairs(results).SelectMany(pair => Gain(results, pair.Shared, pair.Silos)), .. Neighbours(results)];

    private static IEnumerable<(string Shared, string Silos)> Pairs(ComparisonResults results) =>
        from difference in results.Comparison.Differences
        from factor in difference.Factors
        where factor.Factor == Networks && results.Architectures.Contains(difference.A) && results.Architectures.Contains(difference.B)
        select factor.A == Shared ? (difference.A, difference.B) : (difference.B, difference.A);

    private static IEnumerable<string> Gain(ComparisonResults results, string shared, string silos)
    {
        (string Metric, string Of)[] metrics = [("equipment", "equipment"), (MetricTable.TotalCost, "total cost")];
        var gains = metrics.Select(one => (one.Of, Ratios: Ratios(results, one.Metric, shared, silos))).Where(one => one.Ratios.Length > 0);
        if (gains.Any())
            yield return $"Multiplexing gain ({silos} over {shared}; above 1, sharing saves): {string.Join(", ", gains.Select(one => $"{Range(one.Ratios, Readable.Significant)} in {one.Of}"))}.";
        var worst = new[] { shared, silos }.Select(name =>
            (Name: name, Worst: Values(results, "blast-radius", name), Mean: Values(results, "blast-radius-mean", name))
        );
        if (worst.All(one => one.Worst.Length > 0))
            yield return $"Blast radius: one failure cuts off at most {string.Join("; ", worst.Select(one => $"{Range(one.Worst, Readable.Percent)} of all arrivals with {one.Name} ({Range(one.Mean, Readable.Percent)} on average over its single points of failure)"))}.";
    }

    /// <summary>What happens to each application while another grows.</summary>
    private static IEnumerable<string> Neighbours(ComparisonResults results)
    {
        foreach (var factor in results.Comparison.Factors.Where(factor => factor.Values.Count > 1))
        {
            if (ApplicationOf(results, factor) is not { } loud)
                continue;
            foreach (var relation in results.Comparison.Relations.Where(one => one.Application is { } own && own != loud))
            {
                string[] told = [.. results.Architectures.Select(name => Change(results, name, relation.Name, factor)).OfType<string>()];
                if (told.Length > 0)
                    yield return $"Noisy neighbour: while {factor.Name} of {loud} goes from {factor.Values[0]} to {factor.Values[^1]}, {relation.Name} of {relation.Application} goes {string.Join("; ", told)}.";
            }
        }
    }

    private static string? ApplicationOf(ComparisonResults results, FactorManifest factor)
    {
        var subject = factor.Name.Split('.')[0];
        return results.Comparison.Relations.FirstOrDefault(one => one.From == subject || one.Name == subject)?.Application;
    }

    private static string? Change(ComparisonResults results, string architecture, string relation, FactorManifest factor)
    {
        // Other factors are held at their first value that has results at both ends.
        foreach (var from in results.Points.Where(point => DesignPoint.Parse(point)[factor.Name] == factor.Values[0]))
        {
            var to = results.Points.FirstOrDefault(point =>
                DesignPoint.Parse(point)[factor.Name] == factor.Values[^1] && Others(point, factor.Name) == Others(from, factor.Name)
            );
            if (to is null)
                continue;
            string[] parts =
            [
                .. Suffering
                    .Select(name =>
                        (
                            Metric: MetricTable.Find(name),
                            From: results.Find(architecture, from, relation, name),
                            To: results.Find(architecture, to, relation, name)
                        )
                    )
                    .Where(one => one is { From: not null, To: not null } && results.IsSound(one.From) && results.IsSound(one.To))
                    .Select(one =>
                        $"{Title(one.Metric)} from {Readable.Value(one.Metric, one.From!.Mean)} to {Readable.Value(one.Metric, one.To!.Mean)}"
                    ),
            ];
            if (parts.Length > 0)
                return $"{string.Join(" and ", parts)} with {architecture}";
        }
        return null;
    }

    private static string Title(Metric metric) => metric.Name == "delivery" ? "in delivery" : "in its 95th percentile of latency";

    private static string Others(string point, string without) =>
        DesignPoint.Of(DesignPoint.Parse(point).Values.Where(value => value.Factor != without)).ToString();

    private static double[] Ratios(ComparisonResults results, string metric, string shared, string silos) =>
        [
            .. results
                .Points.Select(point => (One: results.Find(shared, point, "", metric), Other: results.Find(silos, point, "", metric)))
                .Where(pair => pair is { One.Mean: > 0, Other: not null })
                .Select(pair => pair.Other!.Mean / pair.One!.Mean)
                .Order(),
        ];

    private static double[] Values(ComparisonResults results, string metric, string architecture) =>
        [
            .. results
                .Points.Select(point => results.Find(architecture, point, "", metric))
                .OfType<SummaryRow>()
                .Select(row => row.Mean)
                .Order(),
        ];

    private static string Range(double[] sorted, Func<double, string> text) =>
        text(sorted[0]) == text(sorted[^1]) ? text(sorted[0]) : $"{text(sorted[0])} to {text(sorted[^1])}";
}
