using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds relations that are not served as required.</summary>
public sealed class RequirementCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var relation in results.Comparison.Relations)
        {
            foreach (var architecture in results.Architectures)
            {
                SummaryRow[] missed = [.. With(results, architecture, relation, RequirementStatus.Missed)];
                if (missed.Length > 0)
                {
                    var worst = missed.MinBy(row => row.Mean)!;
                    yield return new(
                        RemarkKind.Warning,
                        $"Delivery of {relation.Name} is below its requirement in {architecture} {At(missed)}: {Share(worst)} instead of {Readable.Percent(relation.DeliveryTarget!.Value)}{Where(missed, worst)}."
                    );
                }
                SummaryRow[] unclear = [.. With(results, architecture, relation, RequirementStatus.Unclear)];
                if (unclear.Length > 0)
                {
                    yield return new(
                        RemarkKind.Note,
                        $"The replications do not tell whether {architecture} delivers {relation.Name} as required {At(unclear)}; more of them would."
                    );
                }
            }
        }
    }

    private static IEnumerable<SummaryRow> With(
        ComparisonResults results,
        string architecture,
        RelationManifest relation,
        RequirementStatus status
    ) =>
        results
            .Points.Where(point => results.Requirement(architecture, point, relation) == status)
            .Select(point => results.Find(architecture, point, relation.Name, ComparisonResults.RequiredMetric(relation))!);

    private static string At(SummaryRow[] rows) =>
        rows is [var only]
            ? (only.Point.Length == 0 ? "(the only point)" : $"at {Readable.Point(only.Point)}")
            : $"at {Wording.Number(rows.Length)} points";

    private static string Where(SummaryRow[] rows, SummaryRow worst) =>
        rows.Length == 1 ? "" : $" at the worst ({Readable.Point(worst.Point)})";

    private static string Share(SummaryRow row) => Readable.Interval(MetricTable.Find(row.Metric), row.Mean, row.HalfWidth);
}
