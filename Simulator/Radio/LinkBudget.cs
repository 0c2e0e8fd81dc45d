using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>What is left of a signal at its receiver.</summary>
public static class LinkBudget
{
    /// <summary>Signal-to-noise ratio without fading and interference: SNR = P − CL − (−174 + 10 log B + NF) [dB].</summary>
    /// <remarks>3GPP TR 45.820 §5.1, coupling loss from antenna port to antenna port.</remarks>
    /// <param name="power">P within the bandwidth [dBm].</param>
    /// <param name="couplingLoss">CL [dB].</param>
    /// <param name="bandwidth">B that the signal takes.</param>
    /// <param name="noiseFigure">NF of the receiver [dB].</param>
    public static double Snr(double power, double couplingLoss, Frequency bandwidth, double noiseFigure) =>
        power - couplingLoss - ThermalNoise.Power(bandwidth, noiseFigure);
}
