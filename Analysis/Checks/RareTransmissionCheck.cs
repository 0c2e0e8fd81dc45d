using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds battery lives that are extrapolated from a handful of transmissions.</summary>
/// <remarks>
/// Lives are scaled to the mean rate of messages, so that their number does not matter; what one of them costs is known to its own spread over √n,
/// and a repetition that one in twenty needs is hardly seen in fewer.
/// </remarks>
public sealed class RareTransmissionCheck : ICheck
{
    private const double Enough = 20;

    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        foreach (var party in results.Means.Where(row => row is { Metric: "transmissions", Mean: < Enough }).GroupBy(row => row.Relation))
        {
            var fewest = party.MinBy(row => row.Mean)!;
            var cells = party.Count() == 1 ? "" : $", the fewest of {Wording.Cases(party.Count())}";
            yield return new(
                RemarkKind.Warning,
                $"The battery life of {party.Key} rests on {Readable.Significant(fewest.Mean)} transmissions of devices like its 5th-percentile one ({Wording.Cell(fewest)}{cells}); "
                    + $"with fewer than {Readable.Significant(Enough)} what a message costs is poorly known. Run for longer."
            );
        }
    }
}
