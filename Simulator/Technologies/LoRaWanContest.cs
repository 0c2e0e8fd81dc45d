using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>For how long the start of another frame destroys a frame, by how strong both are.</summary>
/// <remarks>
/// <para>A frame of length T and power P survives another of T′ and P′ if the ratio of its energy to that of the other during their overlap reaches the
/// rejection threshold θ, that is for an overlap of at most x = T · P / (P′ θ). Of the offsets at which two frames overlap, T + T′ − 2 x of time
/// overlap by more than x, and none do if x reaches the shorter of the two: capture. T′ − x of them are those of an older other, T − x those of a younger.</para>
/// <para>Deviation: one interferer at a time; energies of several that are each too weak are not added.</para>
/// </remarks>
internal sealed class LoRaWanContest
{
    private readonly double[,] _thresholds;
    private readonly double[] _lock;

    public LoRaWanContest(LoRaWanOptions options)
    {
        var rates = options.Plan.Uplinks;
        var matrix = LoRaRejection.Matrix(options.Rejection, rates);
        _thresholds = new double[rates.Count, rates.Count];
        for (var wanted = 0; wanted < rates.Count; wanted++)
        {
            for (var interfering = 0; interfering < rates.Count; interfering++)
            {
                _thresholds[wanted, interfering] = Decibels.ToLinear(matrix[wanted, interfering]);
            }
        }

        _lock = [.. rates.Select(rate => options.PreambleLocking ? rate.Uplink.Preamble.TotalSeconds : double.PositiveInfinity)];
    }

    /// <summary>Length of the interval in which the start of the other destroys the frame [s].</summary>
    /// <param name="code">Data rate of the frame [1].</param>
    /// <param name="airtime">Its length [s].</param>
    /// <param name="other">Data rate of the other [1].</param>
    /// <param name="othersAirtime">Its length [s].</param>
    /// <param name="ratio">Power of the frame over that of the other [1].</param>
    /// <param name="isHeard">Whether the other is strong enough to be received, so that the gateway may be locked on it.</param>
    public double Vulnerable(int code, double airtime, int other, double othersAirtime, double ratio, bool isHeard)
    {
        var bearable = airtime * ratio / _thresholds[code, other];
        var isCaptured = bearable >= Math.Min(airtime, othersAirtime);
        var older = isCaptured ? 0 : othersAirtime - bearable;
        var younger = isCaptured ? 0 : airtime - bearable;
        // Who is locked on an older frame of its own data rate does not follow the younger, however strong.
        var locked = code == other && isHeard ? othersAirtime - _lock[code] : 0;
        return younger + Math.Max(older, locked);
    }
}
