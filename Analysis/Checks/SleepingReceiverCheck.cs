using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds messages that were lost because their receiver slept and the network kept no more for it.</summary>
public sealed class SleepingReceiverCheck : ICheck
{
    /// <summary>Below this share it explains nothing [1].</summary>
    private const double Least = 0.001;

    private const string Metric = "dropped:asleep";

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var relation in results.Means.Where(row => row is { Metric: Metric, Mean: >= Least }).GroupBy(row => row.Relation))
        {
            var most = relation.MaxBy(row => row.Mean)!;
            var cells = relation.Count() == 1 ? "" : $", the most of {Wording.Cases(relation.Count())}";
            yield return new(
                RemarkKind.Note,
                $"{Readable.Percent(most.Mean)} of {relation.Key} were lost because the receiver slept and the network keeps only a few packets for it ({Wording.Cell(most)}{cells}). "
                    + "Such a device can be reached when it has connected by itself; power-saving (drx, or edrx with a short extended-cycle) or more buffer changes that."
            );
        }
    }
}
