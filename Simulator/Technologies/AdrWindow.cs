namespace M2mVsIoTSim.Technologies;

/// <summary>The signal-to-noise ratios of the last uplinks of a device, as its network server knows them.</summary>
/// <param name="length">How many [1].</param>
internal sealed class AdrWindow(int length)
{
    private readonly double[] _ratios = new double[length];
    private long _count;

    /// <summary>Whether there have been so many uplinks.</summary>
    public bool IsFull => _count >= _ratios.Length;

    /// <summary>Adds an uplink [dB].</summary>
    public void Add(double ratio) => _ratios[_count++ % _ratios.Length] = ratio;

    /// <summary>Forgets them: they were sent at another setting.</summary>
    public void Clear() => _count = 0;

    /// <summary>What they come to [dB].</summary>
    public double Combined(AdrCombining combining) => Combine(_ratios, combining);

    /// <summary>What several ratios come to [dB].</summary>
    public static double Combine(ReadOnlySpan<double> ratios, AdrCombining combining)
    {
        var (sum, least, greatest) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var ratio in ratios)
        {
            sum += ratio;
            (least, greatest) = (Math.Min(least, ratio), Math.Max(greatest, ratio));
        }

        return combining switch
        {
            AdrCombining.Average => sum / ratios.Length,
            AdrCombining.Minimum => least,
            _ => greatest,
        };
    }
}
