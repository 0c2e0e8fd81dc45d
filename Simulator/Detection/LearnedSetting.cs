namespace M2mVsIoTSim.Detection;

/// <summary>Detectors with learned weights; their limits are found by simulation, as no equation of small size gives their run lengths.</summary>
/// <remarks>See <see cref="SimulatedRuns"/> for how, and how exact it is.</remarks>
public sealed class LearnedSetting : IDetectorSetting
{
    /// <summary>The longest run for which limits are sought [1]: fifty million values, one or two seconds.</summary>
    public const double LongestRun = 200_000;

    /// <summary>Relative standard error of the run length that a limit gives [1].</summary>
    public static double Error => SimulatedRuns.Error;

    private readonly double[] _weights;

    /// <param name="weights">Of the features of <see cref="RecentMeans"/>, none negative and at least one above 0 [1].</param>
    public LearnedSetting(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, RecentMeans.Count, nameof(weights));
        if (weights.Any(weight => !(weight >= 0)) || weights.All(weight => weight == 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(weights),
                string.Join(' ', weights),
                "More deviation has to mean more suspicion: no weight is negative, and at least one is above 0."
            );
        }

        _weights = [.. weights];
    }

    /// <summary>Of the features of <see cref="RecentMeans"/> [1].</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc/>
    public double LimitFor(double runLength) => LimitFor(runLength, seed: 1);

    /// <inheritdoc/>
    public IDetector WithLimit(double limit) => new LearnedDetector(_weights, limit);

    /// <summary>As <see cref="LimitFor(double)"/>, by other luck.</summary>
    internal double LimitFor(double runLength, ulong seed)
    {
        if (!(runLength > 1 && runLength <= LongestRun))
        {
            throw new ArgumentOutOfRangeException(
                nameof(runLength),
                runLength,
                $"The limit of a learned detector is simulated, for one false alarm in more than one and at most {LongestRun} values."
            );
        }

        return new SimulatedRuns(new LearnedDetector(_weights, double.PositiveInfinity), runLength, seed).Limit();
    }
}
