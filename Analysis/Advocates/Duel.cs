using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>Two champions side by side.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Conditions">Under which conditions, such as <c>load=70 %</c>; empty where there are none.</param>
/// <param name="Findings">How they differ in each key metric that both measured.</param>
public sealed record Duel(Champion A, Champion B, string Conditions, IReadOnlyList<DuelFinding> Findings)
{
    /// <summary>Sets two champions side by side.</summary>
    /// <param name="a">The one; it has a design.</param>
    /// <param name="b">The other; it has a design.</param>
    /// <param name="results">The replications on which they are compared.</param>
    /// <param name="conditions">Under which conditions; empty where there are none.</param>
    public static Duel Of(Champion a, Champion b, ComparisonResults results, string conditions)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(results);
        var given = DesignPoint.Parse(conditions);
        DesignCell Under(DesignCell design)
        {
            var chosen = DesignPoint.Parse(design.Point);
            return design with
            {
                Point = DesignPoint
                    .Of(results.Comparison.Factors.Select(factor => (factor.Name, given[factor.Name] ?? chosen[factor.Name]!)))
                    .ToString(),
            };
        }

        var (left, right) = (Under(a.Design!.Value), Under(b.Design!.Value));
        DuelFinding[] findings =
        [
            .. Headline
                .Of(results)
                .Where(one => new[] { left, right }.All(design => IsSound(results, design, one.Metric, one.Relation)))
                .Select(one => Between(results, left, right, one.Metric, one.Relation))
                .OfType<DuelFinding>(),
        ];
        int[] tested =
        [
            .. findings.Index().Where(one => one.Item is { HolmP: not null, Difference.Identical: false }).Select(one => one.Index),
        ];
        foreach (var (index, p) in tested.Zip(Holm.Adjust([.. tested.Select(index => findings[index].HolmP!.Value)])))
            findings[index] = findings[index] with { HolmP = p };
        return new(a, b, conditions, findings);
    }

    private static bool IsSound(ComparisonResults results, DesignCell design, Metric metric, string relation) =>
        results.Find(design.Architecture, design.Point, relation, metric.Name) is { } row && results.IsSound(row);

    private static DuelFinding? Between(ComparisonResults results, DesignCell a, DesignCell b, Metric metric, string relation)
    {
        IEnumerable<RunRow> Of(DesignCell design) =>
            results.Runs.Where(run =>
                run.Architecture == design.Architecture
                && run.Point == design.Point
                && run.Metric == metric.Name
                && run.Relation == relation
            );
        var pairs = Of(a)
            .Join(Of(b), x => x.Replication, y => y.Replication, (x, y) => (x.Replication, A: x.Value, B: y.Value))
            .OrderBy(pair => pair.Replication)
            .ToArray();
        if (pairs.Length == 0)
            return null;
        var difference = PairedDifference.Of([.. pairs.Select(pair => pair.B)], [.. pairs.Select(pair => pair.A)], Summary.Confidence);
        return new(metric, relation, difference, difference.P) { A = pairs.Average(pair => pair.A), B = pairs.Average(pair => pair.B) };
    }
}
