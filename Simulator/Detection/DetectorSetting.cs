namespace M2mVsIoTSim.Detection;

/// <summary>A detector whose run lengths are known from equations.</summary>
/// <remarks>A search for a limit takes some ten milliseconds.</remarks>
/// <param name="Algorithm">How it decides: a threshold, an average or sums.</param>
/// <param name="Smoothing">Weight of the latest value of an average, 0.02 to 1 [1].</param>
/// <param name="Shift">Shift for which cumulative sums are made, in standard deviations, above 0 [1].</param>
public sealed record DetectorSetting(DetectorAlgorithm Algorithm, double Smoothing = 0.2, double Shift = 1) : IDetectorSetting
{
    /// <summary>The longest run for which limits are known [1]: beyond, rounding would decide.</summary>
    public const double LongestRun = 1e9;

    /// <summary>A detector with a given limit: a deviation, the width L of an average's limits, or the decision interval h of a sum [1].</summary>
    public IDetector WithLimit(double limit) =>
        Algorithm switch
        {
            DetectorAlgorithm.Threshold => new ThresholdDetector(limit),
            DetectorAlgorithm.Ewma => new EwmaDetector(Smoothing, limit),
            DetectorAlgorithm.Cusum => new CusumDetector(Shift / 2, limit),
            _ => throw NoEquation(),
        };

    /// <summary>Values until an alarm in the mean, from a fresh start on [1].</summary>
    /// <param name="limit">As in <see cref="WithLimit"/>.</param>
    /// <param name="shift">What all values are off by, in standard deviations; 0 without a fault [1].</param>
    public double RunLengthAt(double limit, double shift = 0) =>
        Algorithm switch
        {
            DetectorAlgorithm.Threshold => RunLength.OfThreshold(limit, shift),
            DetectorAlgorithm.Ewma => RunLength.OfEwma(Smoothing, limit, shift),
            DetectorAlgorithm.Cusum => RunLength.OfCusum(Shift / 2, limit, shift),
            _ => throw NoEquation(),
        };

    /// <inheritdoc/>
    public double LimitFor(double runLength)
    {
        const double Largest = 1024;
        if (!(runLength > 1 && runLength <= LongestRun))
        {
            throw new ArgumentOutOfRangeException(
                nameof(runLength),
                runLength,
                $"A false alarm comes after more than one and at most {LongestRun} values in the mean."
            );
        }

        // Far beyond it the equations lose their digits: the limit is approached from below.
        var (low, high) = (0.0, 0.5);
        while (RunLengthAt(high) < runLength)
        {
            (low, high) = (high, high * 1.5);
            if (high > Largest)
            {
                throw new ArgumentOutOfRangeException(nameof(runLength), runLength, $"No limit of {this} gives this run length.");
            }
        }

        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = RunLengthAt(middle) < runLength ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private NotSupportedException NoEquation() => new($"There is no equation for the run lengths of a detector that is '{Algorithm}'.");
}
