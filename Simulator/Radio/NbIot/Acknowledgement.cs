using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>The acknowledgement of a block of the downlink: NPUSCH format 2 on one tone of 15 kHz.</summary>
/// <remarks>
/// One bit as 16 symbols in 2 ms. Repetitions, derived: noise-limited reception of 23 dBm by a base station of noise figure 3 dB (TR 45.820); 16 symbols of BPSK need −4.7 dB each for 1 %
/// errors, and 8 dB more are left for the estimation of a fading channel.
/// </remarks>
public static class Acknowledgement
{
    private const double RequiredSnr = 3.3;
    private const double Power = 23;
    private const double NoiseFigure = 3;

    /// <summary>Repetitions, a power of two from 1 to 128 [1].</summary>
    /// <param name="couplingLoss">Of a device of 23 dBm [dB].</param>
    public static int Repetitions(double couplingLoss)
    {
        var snr = LinkBudget.Snr(Power, couplingLoss, Numerology.Tone(SubcarrierSpacing.Khz15), NoiseFigure);
        var doublings = Math.Ceiling((RequiredSnr - snr) / (10 * Math.Log10(2)));
        return 1 << (int)Math.Clamp(doublings, 0, 7);
    }

    /// <summary>Time on air with all repetitions.</summary>
    /// <param name="couplingLoss">Of a device of 23 dBm [dB].</param>
    public static Duration Airtime(double couplingLoss) =>
        Numerology.AcknowledgementUnit(SubcarrierSpacing.Khz15) * (long)Repetitions(couplingLoss);
}
