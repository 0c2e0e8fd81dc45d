using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds relations that are not served as required.</summary>
public sealed class RequirementCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var required in results.Requirements)
        {
            foreach (var architecture in results.Architectures)
            {
                SummaryRow[] missed = [.. With(results, architecture, required, RequirementStatus.Missed)];
                if (missed.Length > 0)
                {
                    var worst = missed.MinBy(row => row.Mean)!;
                    yield return new(
                        RemarkKind.Warning,
                        $"{NameOf(required)} is below its requirement in {architecture} {At(missed)}: {Value(results, worst)} instead of {Target(required)}{Where(missed, worst)}."
                    );
                }
                var unclear = With(results, architecture, required, RequirementStatus.Unclear)
                    .ToLookup(row => results.Interval(row) is { FromCount: true });
                if (unclear[true].ToArray() is { Length: > 0 } few)
                    yield return new(RemarkKind.Note, TooFewMessages(results, architecture, required, few));
                if (unclear[false].ToArray() is { Length: > 0 } wide)
                {
                    yield return new(
                        RemarkKind.Note,
                        $"The replications do not tell whether {architecture} does what is required of {required.Subject} {At(wide)}; more of them would."
                    );
                }
            }
        }
    }

    /// <summary>All replications agree, and so few messages were due that even all of them arriving would show nothing.</summary>
    private static string TooFewMessages(ComparisonResults results, string architecture, Requirement required, SummaryRow[] rows)
    {
        var target = required.Target;
        long[] due = [.. rows.Select(row => results.Arrivals(row.Architecture, row.Point, row.Relation, row.Metric)).Order()];
        var range = due[0] == due[^1] ? Readable.Significant(due[0]) : $"{Readable.Significant(due[0])} to {Readable.Significant(due[^1])}";
        var text =
            $"Too few messages tell whether {architecture} delivers {required.Subject} as required {At(rows)}: {range} arrivals were due in all replications together";
        if (target >= 1)
            return $"{text}, and no number of them shows that all of them arrive.";
        // The fewest arrivals whose exact interval begins at the target when all of them happen.
        var needed = Math.Ceiling(Math.Log((1 - Summary.Confidence) / 2) / Math.Log(target));
        var times = Math.Ceiling(needed / due[0]);
        return $"{text}; to show {Readable.Percent(target)}, {Readable.Significant(needed)} must be due and all of them arrive. "
            + (
                times > 1
                    ? $"A duration {Readable.Significant(times)} times as long would do, or as many more replications."
                    : "A longer duration narrows the interval, and so do more replications."
            );
    }

    private static IEnumerable<SummaryRow> With(
        ComparisonResults results,
        string architecture,
        Requirement required,
        RequirementStatus status
    ) =>
        results
            .Points.Where(point => results.Status(architecture, point, required) == status)
            .Select(point => results.Find(architecture, point, required.Subject, required.Metric)!);

    private static string At(SummaryRow[] rows) =>
        rows is [var only]
            ? (only.Point.Length == 0 ? "(the only point)" : $"at {Readable.Point(only.Point)}")
            : $"at {Wording.Number(rows.Length)} points";

    private static string Where(SummaryRow[] rows, SummaryRow worst) =>
        rows.Length == 1 ? "" : $" at the worst ({Readable.Point(worst.Point)})";

    private static string NameOf(Requirement required) =>
        required.Metric switch
        {
            "battery-life" => $"Battery life of {required.Subject}",
            "reactions-in-time" => $"Reaction in time of {required.Subject}",
            _ => $"Delivery of {required.Subject}",
        };

    private static string Target(Requirement required) =>
        ColumnScale.Of(MetricTable.Find(required.Metric), [required.Target]).TextWithUnit(required.Target);

    private static string Value(ComparisonResults results, SummaryRow row)
    {
        var bounds = results.Interval(row);
        return ColumnScale.Of(MetricTable.Find(row.Metric), [row.Mean]).LevelWithUnit(row.Mean, bounds?.Low, bounds?.High);
    }
}
