using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>An interval for a probability, from yes/no outcomes that are independent: one per replication, never one per packet.</summary>
/// <param name="Share">Share of successes [1].</param>
/// <param name="Low">Lower end [1].</param>
/// <param name="High">Upper end [1].</param>
public sealed record Proportion(double Share, double Low, double High)
{
    /// <summary>Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927): right on average.</summary>
    /// <param name="successes">0 to <paramref name="trials"/> [1].</param>
    /// <param name="trials">At least 1 [1].</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Proportion Wilson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double n = trials;
        var share = successes / n;
        var z = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2));
        var scale = 1 + (z * z / n);
        var middle = (share + (z * z / (2 * n))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        return new(share, successes == 0 ? 0 : middle - half, successes == trials ? 1 : middle + half);
    }

    /// <summary>The interval of Clopper and Pearson (Biometrika 26, 1934): never misses more often than it says, hence wider.</summary>
    /// <param name="successes">0 to <paramref name="trials"/> [1].</param>
    /// <param name="trials">At least 1 [1].</param>
    /// <param name="confidence">Between 0 and 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Proportion ClopperPearson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        var tail = (1 - confidence) / 2;
        return new(
            (double)successes / trials,
            successes == 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, tail),
            successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - tail)
        );
    }

    private static void Check(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1, such as 0.95.");
    }
}
