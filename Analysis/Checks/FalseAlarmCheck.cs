using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds detection delays that were not bought with equal false alarms: whoever cries wolf more often knows of the wolf sooner.</summary>
public sealed class FalseAlarmCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. AgainstWhatIsAllowed(results), .. AgainstEachOther(results)];
    }

    private static IEnumerable<Remark> AgainstWhatIsAllowed(ComparisonResults results) =>
        from relation in results.Comparison.Relations
        where relation.FalseAlarmsPerDay is not null
        let allowed = relation.FalseAlarmsPerDay!.Value
        from architecture in results.Architectures
        let above = results
            .Points.Select(point => results.Find(architecture, point, relation.Name, "false-alarms"))
            .OfType<SummaryRow>()
            .Where(row => results.Interval(row) is { } bounds && bounds.Low > allowed)
            .ToArray()
        where above.Length > 0
        let worst = above.MaxBy(row => row.Mean)!
        select new Remark(
            RemarkKind.Warning,
            $"False alarms of {relation.Name} with {architecture} are more than is allowed{Places(worst, above.Length)}: {Rate(results, worst)} instead of {Readable.Significant(allowed)}; its detection delays are too good by that."
        );

    private static IEnumerable<Remark> AgainstEachOther(ComparisonResults results) =>
        results
            .Differences.Where(row => row is { Metric: "false-alarms", Verdict: Verdict.ALower or Verdict.BLower })
            .GroupBy(row => (row.Relation, row.A, row.B))
            .Select(pair =>
            {
                var widest = pair.MaxBy(row => Math.Abs(row.Difference))!;
                SummaryRow Side(string architecture) => results.Find(architecture, widest.Point, widest.Relation, widest.Metric)!;
                return new Remark(
                    RemarkKind.Note,
                    $"Detection delays of {pair.Key.Relation}, {pair.Key.A} against {pair.Key.B}: they are not those of equal false alarms{Places(Side(pair.Key.A), pair.Count())} ({Rate(results, Side(pair.Key.A))} against {Rate(results, Side(pair.Key.B))})."
                );
            });

    private static string Places(SummaryRow worst, int count) =>
        worst.Point.Length == 0 ? ""
        : count == 1 ? $" at {Readable.Point(worst.Point)}"
        : $" at {Wording.Number(count)} points, most at {Readable.Point(worst.Point)}";

    private static string Rate(ComparisonResults results, SummaryRow row)
    {
        var bounds = results.Interval(row);
        return ColumnScale.Of(MetricTable.Find(row.Metric), [row.Mean]).Text(row.Mean, bounds?.Low, bounds?.High) + " a day";
    }
}
