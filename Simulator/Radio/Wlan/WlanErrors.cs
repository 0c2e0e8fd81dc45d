namespace M2mVsIoTSim.Radio.Wlan;

/// <summary>Frames lost to noise.</summary>
public static class WlanErrors
{
    /// <summary>Octets of the frame for which sensitivities are defined [B].</summary>
    private const double ReferenceOctets = 1000;

    /// <summary>−ln(1 − 0.1): at the sensitivity 10 % of reference frames are lost.</summary>
    private static readonly double Reference = -Math.Log(0.9);

    /// <summary>Probability that noise destroys a frame [1].</summary>
    /// <remarks>
    /// 1 − exp(−h L/1000), h = −ln 0.9 · 10^(−m): errors strike the octets independently. The standard fixes one point, 10 % of 1000 octets at the sensitivity (m = 0); that errors get rarer
    /// by a decade for each decibel is the usual steepness of convolutional codes without fading (from memory).
    /// </remarks>
    /// <param name="margin">m, power above the sensitivity of the rate [dB].</param>
    /// <param name="octets">L, length of the frame [B].</param>
    public static double Frame(double margin, int octets) => -Math.Exp(-Reference * Math.Pow(10, -margin) * octets / ReferenceOctets) + 1;
}
