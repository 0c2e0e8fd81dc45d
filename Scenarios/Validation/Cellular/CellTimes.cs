using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Rows of published ranges of times, and the times of a lone exchange.</summary>
internal static class CellTimes
{
    /// <summary>A row of the data: the middle of the range is expected, and half of its width allowed.</summary>
    public static ValidationRow Row(string technology, string quantity, Func<double> seconds)
    {
        var row = ReferenceData.Rows("cellular-times.csv").Single(row => row["technology"] == technology && row["quantity"] == quantity);
        var (low, high) = (row.Number("low"), row.Number("high"));
        return new ValidationRow(
            $"{row["source"]}: {quantity}",
            row["unit"],
            (low + high) / 2,
            Criterion.Within((high - low) / 2),
            () => Measurement.Computed(seconds())
        );
    }

    /// <summary>When the first step of a name begins [s].</summary>
    public static double BeginOf(this ExchangeTimeline timeline, string name) =>
        (timeline.Steps.First(step => step.Name == name).Begin - SimTime.Start).TotalSeconds;

    /// <summary>When the last step of a name ends [s].</summary>
    public static double EndOf(this ExchangeTimeline timeline, string name) =>
        (timeline.Steps.Last(step => step.Name == name).End - SimTime.Start).TotalSeconds;
}
