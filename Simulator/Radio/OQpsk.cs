using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>The 2.4 GHz O-QPSK physical layer of IEEE 802.15.4: 62.5 ksymbol/s of four bits, spread over 2 Mchip/s.</summary>
/// <remarks>
/// IEEE 802.15.4-2006, clause 6.5 and annex E, equation E.2; the numbers as in ns-3 (lr-wpan-phy.cc, lr-wpan-error-model.cc; confirmed). Errors of bits are taken to be
/// independent, and all octets on the air have to be right, those of the preamble too, as ns-3 does.
/// </remarks>
public static class OQpsk
{
    /// <summary>Octets before the PSDU: preamble 4, start of frame 1, length 1.</summary>
    public const int HeaderOctets = 6;

    /// <summary>Longest PSDU, aMaxPHYPacketSize [B].</summary>
    public const int MaximumPsdu = 127;

    /// <summary>Least signal-to-interference-and-noise ratio at which a receiver finds a frame [dB]: below, more than a tenth of the bits are wrong.</summary>
    /// <remarks>ns-3, lr-wpan-phy.cc (confirmed).</remarks>
    public const double DetectionSinr = -5;

    /// <summary>PSDU and packet error rate by which the standard defines the sensitivity of a receiver, clause 6.1.7 [B].</summary>
    public const int SensitivityPsdu = 20;

    /// <summary>See <see cref="SensitivityPsdu"/> [1].</summary>
    public const double SensitivityErrorRate = 0.01;

    /// <summary>From here on an error is rarer than one in 10³² bits [1].</summary>
    private const double Certain = 8;

    /// <summary>(−1)^k · 16 over k, for k from 2 on.</summary>
    private static readonly double[] Signed =
    [
        120,
        -560,
        1820,
        -4368,
        8008,
        -11_440,
        12_870,
        -11_440,
        8008,
        -4368,
        1820,
        -560,
        120,
        -16,
        1,
    ];

    /// <summary>Length of a symbol.</summary>
    public static Duration Symbol { get; } = 16.Microseconds;

    /// <summary>Length of an octet, two symbols.</summary>
    public static Duration Octet { get; } = 32.Microseconds;

    /// <summary>Bandwidth of receiver and noise.</summary>
    public static Frequency Bandwidth { get; } = 2.0.Megahertz;

    /// <summary>Time on air of a frame.</summary>
    /// <param name="psdu">Octets of the MAC frame, check sequence included, 1 to 127 [B].</param>
    public static Duration Airtime(int psdu)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(psdu, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(psdu, MaximumPsdu);
        return Octet * (HeaderOctets + psdu);
    }

    /// <summary>BER = 8/15 · 1/16 · Σ_{k=2}^{16} (−1)^k (16 over k) exp(20 · SINR · (1/k − 1)) [1].</summary>
    /// <param name="sinr">Signal-to-interference-and-noise ratio in 2 MHz, at least 0 [1], not in dB.</param>
    public static double BitErrorRate(double sinr)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sinr);
        if (sinr > Certain)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < Signed.Length; i++)
        {
            sum += Signed[i] * Math.Exp(20 * sinr * (1.0 / (i + 2) - 1));
        }

        return Math.Clamp(sum * 8 / 15 / 16, 0, 1);
    }

    /// <summary>PER = 1 − (1 − BER)^(8 · octets on the air) [1].</summary>
    /// <param name="sinr">Signal-to-interference-and-noise ratio, at least 0 [1].</param>
    /// <param name="psdu">1 to 127 [B].</param>
    public static double PacketErrorRate(double sinr, int psdu) => -Math.Exp(LogSuccess(sinr, 8.0 * (HeaderOctets + psdu))) + 1;

    /// <summary>ln (1 − BER)^bits: the logarithms of pieces add up.</summary>
    /// <param name="sinr">Signal-to-interference-and-noise ratio during the piece, at least 0 [1].</param>
    /// <param name="bits">Length of the piece, at least 0 [1].</param>
    public static double LogSuccess(double sinr, double bits)
    {
        var ber = BitErrorRate(sinr);
        return bits == 0 || ber == 0 ? 0 : bits * Math.Log(1 - ber);
    }

    /// <summary>The ratio at which frames fail with a given probability [1]: PER turned round by bisection.</summary>
    /// <param name="errorRate">PER, above 0 and below 1 [1].</param>
    /// <param name="psdu">1 to 127 [B].</param>
    public static double SinrFor(double errorRate, int psdu)
    {
        if (!(errorRate is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(errorRate), errorRate, "An error rate to be met lies between 0 and 1.");
        }

        var (low, high) = (0.0, Certain);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = PacketErrorRate(middle, psdu) > errorRate ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Noise of a receiver of a given sensitivity [dBm]: what makes 1 % of frames with a PSDU of 20 octets fail there.</summary>
    /// <param name="sensitivity">As the data sheet says it, after clause 6.1.7 [dBm].</param>
    public static double NoiseOf(double sensitivity) => sensitivity - Decibels.FromLinear(SinrFor(SensitivityErrorRate, SensitivityPsdu));
}
