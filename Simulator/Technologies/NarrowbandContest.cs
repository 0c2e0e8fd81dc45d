using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>How often a narrow transmission does not bear another that it meets in time and frequency, by how strong both are.</summary>
/// <remarks>
/// <para>Derived: a transmission of length T, bandwidth B and power P bears another of T′, B′ and P′ if P T ≥ θ P′ t c / B′, where they share the time t and the bandwidth c
/// (<see cref="Media.NarrowbandChannel"/>). With s = t / min T, r = c / min B and κ = T B′ P / (θ P′ min T min B) that is s r ≤ κ. Of the starts and carriers of the other at which they
/// meet, (T + T′)(B + B′) of time and frequency, those of s r above κ are
/// |T − T′| (|B − B′| + 2 min B (1 − κ)) + 2 min T ((|B − B′| + 2 min B)(1 − κ) + 2 min B κ ln κ), and none if κ reaches 1: capture.</para>
/// <para>Deviation: one interferer at a time; energies of several that are each too weak are not added.</para>
/// </remarks>
internal sealed class NarrowbandContest
{
    private const double Least = -80;
    private const int StepsPerDecibel = 4;

    /// <summary>By level of the transmission over what it needs above the other, from <see cref="Least"/> to 0 dB.</summary>
    private readonly float[] _shares = new float[(int)-Least * StepsPerDecibel + 1];
    private readonly double _leastRatio;

    /// <param name="leastRatio">θ [dB].</param>
    /// <param name="lost">Share of the meetings that destroy the transmission, by P / (θ P′) [1].</param>
    public NarrowbandContest(double leastRatio, Func<double, double> lost)
    {
        _leastRatio = leastRatio;
        for (var i = 0; i < _shares.Length; i++)
        {
            _shares[i] = (float)lost(Decibels.ToLinear(Least + (double)i / StepsPerDecibel));
        }
    }

    /// <summary>Share of the meetings that destroy the transmission [1], tabulated in steps of a quarter of a decibel.</summary>
    /// <param name="level">By how much it is stronger than the other [dB].</param>
    public double Lost(double level) =>
        level >= _leastRatio ? 0 : _shares[(int)Math.Round(Math.Max(level - _leastRatio - Least, 0) * StepsPerDecibel)];

    /// <summary>Share of the meetings that destroy the transmission, with all carriers alike likely [1].</summary>
    /// <param name="airtime">T [s].</param>
    /// <param name="bandwidth">B [Hz].</param>
    /// <param name="othersAirtime">T′ [s].</param>
    /// <param name="othersBandwidth">B′ [Hz].</param>
    /// <param name="ratio">P / (θ P′) [1].</param>
    public static double Share(double airtime, double bandwidth, double othersAirtime, double othersBandwidth, double ratio)
    {
        var (shorter, narrower) = (Math.Min(airtime, othersAirtime), Math.Min(bandwidth, othersBandwidth));
        var kappa = airtime * othersBandwidth * ratio / (shorter * narrower);
        if (kappa >= 1)
        {
            return 0;
        }

        var (flatTime, flatBand) = (Math.Abs(airtime - othersAirtime), Math.Abs(bandwidth - othersBandwidth));
        var destroying =
            flatTime * (flatBand + 2 * narrower * (1 - kappa))
            + 2 * shorter * ((flatBand + 2 * narrower) * (1 - kappa) + 2 * narrower * kappa * Math.Log(Math.Max(kappa, double.Epsilon)));
        return destroying / ((airtime + othersAirtime) * (bandwidth + othersBandwidth));
    }

    /// <summary>Share of the meetings that destroy the transmission, with a known distance of carriers: (|T − T′| + 2 min T (1 − κ)) / (T + T′) with κ = T B′ P / (θ P′ min T c) below 1 [1].</summary>
    /// <param name="airtime">T [s].</param>
    /// <param name="othersAirtime">T′ [s].</param>
    /// <param name="othersBandwidth">B′ [Hz].</param>
    /// <param name="common">c, the bandwidth that they share [Hz].</param>
    /// <param name="ratio">P / (θ P′) [1].</param>
    public static double ShareInTime(double airtime, double othersAirtime, double othersBandwidth, double common, double ratio)
    {
        var shorter = Math.Min(airtime, othersAirtime);
        var kappa = airtime * othersBandwidth * ratio / (shorter * common);
        return kappa >= 1 ? 0 : (Math.Abs(airtime - othersAirtime) + 2 * shorter * (1 - kappa)) / (airtime + othersAirtime);
    }
}
