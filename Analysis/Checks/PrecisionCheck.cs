using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Says where the intervals are wide, and how many replications would narrow them.</summary>
public sealed class PrecisionCheck : ICheck
{
    private static readonly string[] Metrics = ["latency-mean", "latency-p95", "delivery", "energy-per-day"];

    private static readonly RelativePrecision Wanted = new(0.10, Summary.Confidence);

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var metric in Metrics)
        {
            foreach (var architecture in results.Architectures)
            {
                var widest = results
                    .Runs.Where(run => run.Metric == metric && run.Architecture == architecture)
                    .GroupBy(run => (run.Point, run.Relation))
                    .Where(cell => results.IsSound(results.Find(architecture, cell.Key.Point, cell.Key.Relation, metric)!))
                    .Select(cell => (cell.Key, Values: cell.Select(run => run.Value).ToArray()))
                    .Select(cell => (cell.Key, cell.Values, Precision: Wanted.Of(cell.Values) ?? 0))
                    .Where(cell => cell.Precision > Wanted.Target)
                    .OrderByDescending(cell => cell.Precision)
                    .Take(1);
                foreach (var ((point, relation), values, precision) in widest)
                {
                    var place = point.Length == 0 ? "" : $" at {Readable.Point(point)}";
                    yield return new(
                        RemarkKind.Note,
                        $"{Wording.Capital(Wording.Number(values.Length))} replications leave ±{Readable.Percent(precision)} on {metric}{Wording.Of(relation)} of {architecture}{place}; {Advice(values)}."
                    );
                }
            }
        }
    }

    private static string Advice(double[] values) =>
        Wanted.Needed(values) is { } needed
            ? $"use {Wording.Number(needed)} for ±{Readable.Percent(Wanted.Target)}"
            : $"no sensible number gives ±{Readable.Percent(Wanted.Target)}, look at the spread of the replications";
}
