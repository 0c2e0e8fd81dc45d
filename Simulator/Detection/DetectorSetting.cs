using System.Collections.Concurrent;

namespace M2mVsIoTSim.Detection;

/// <summary>A kind of detector with what it is tuned for; its limit follows from how seldom it may be wrong.</summary>
/// <param name="Algorithm">How it decides.</param>
/// <param name="Smoothing">Weight of the latest value of an average, 0.02 to 1 [1].</param>
/// <param name="Shift">Shift for which cumulative sums are made, in standard deviations, above 0 [1].</param>
public sealed record DetectorSetting(DetectorAlgorithm Algorithm, double Smoothing = 0.2, double Shift = 1)
{
    /// <summary>The longest run for which limits are known [1]: beyond, rounding would decide.</summary>
    public const double LongestRun = 1e9;

    /// <summary>Limits that were sought: a search takes some ten milliseconds, and every run of a comparison wants the same few. What they are follows from the key alone, so that it does not matter who sought them.</summary>
    private static readonly ConcurrentDictionary<(DetectorSetting Setting, double RunLength), double> Known = new();

    /// <summary>A detector.</summary>
    /// <param name="runLength">Values until a false alarm in the mean, above 1 [1].</param>
    public IDetector Create(double runLength) => WithLimit(LimitFor(runLength));

    /// <summary>A detector with a given limit: a deviation, the width L of an average's limits, or the decision interval h of a sum [1].</summary>
    public IDetector WithLimit(double limit) =>
        Algorithm switch
        {
            DetectorAlgorithm.Threshold => new ThresholdDetector(limit),
            DetectorAlgorithm.Ewma => new EwmaDetector(Smoothing, limit),
            _ => new CusumDetector(Shift / 2, limit),
        };

    /// <summary>Values until an alarm in the mean, from a fresh start on [1].</summary>
    /// <param name="limit">As in <see cref="WithLimit"/>.</param>
    /// <param name="shift">What all values are off by, in standard deviations; 0 without a fault [1].</param>
    public double RunLengthAt(double limit, double shift = 0) =>
        Algorithm switch
        {
            DetectorAlgorithm.Threshold => RunLength.OfThreshold(limit, shift),
            DetectorAlgorithm.Ewma => RunLength.OfEwma(Smoothing, limit, shift),
            _ => RunLength.OfCusum(Shift / 2, limit, shift),
        };

    /// <summary>The limit at which there is one false alarm in so many values, by bisection [1].</summary>
    /// <param name="runLength">Above 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A run length that no limit gives.</exception>
    public double LimitFor(double runLength) => Known.GetOrAdd((this, runLength), key => key.Setting.Search(key.RunLength));

    private double Search(double runLength)
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
}
