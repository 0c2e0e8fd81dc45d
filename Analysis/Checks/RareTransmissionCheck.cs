using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Finds battery lives that are extrapolated from a handful of transmissions.</summary>
/// <remarks>
/// One transmission more or less changes what sending drew by 1/n; if they come independently, what a device drew by sending is known to
/// 1/√n. At twenty that is 5 % and 22 %: below, the length of the measurement decides as much as the design.
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
            var cells = party.Count() == 1 ? "" : $", the fewest of {Wording.Number(party.Count())} cells";
            yield return new(
                RemarkKind.Warning,
                $"The battery life of {party.Key} rests on {Readable.Significant(fewest.Mean)} transmissions of its 5th-percentile device ({Wording.Cell(fewest)}{cells}); "
                    + $"with fewer than {Readable.Significant(Enough)} it depends on the length of the measurement. Run for longer."
            );
        }
    }
}
