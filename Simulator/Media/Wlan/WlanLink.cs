using M2mVsIoTSim.Radio.Wlan;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>The radio link of a station with its access point.</summary>
/// <param name="UpRate">Index of the rate to the access point; null if it does not get there.</param>
/// <param name="DownRate">Index of the rate from the access point; null if that does not get here.</param>
public sealed record WlanLink(int? UpRate, int? DownRate)
{
    /// <summary>By how much the access point hears it above the sensitivity of the rate [dB].</summary>
    public double UpMargin { get; init; } = double.PositiveInfinity;

    /// <summary>By how much it hears the access point above the sensitivity of the rate [dB].</summary>
    public double DownMargin { get; init; } = double.PositiveInfinity;

    /// <summary>Power at the access point, for capture [mW].</summary>
    public double Milliwatts { get; init; } = 1;

    /// <summary>Gain of a frame by fading [dB], from its number; null without fading. Frames from the access point have negative numbers.</summary>
    public Func<long, double>? Fading { get; init; }

    /// <summary>Whether frames get through in both directions, as acknowledgements have to.</summary>
    public bool IsInRange => UpRate is not null && DownRate is not null;

    /// <summary>Probability that noise destroys a frame [1].</summary>
    internal double FrameError(bool isUp, long number, int octets)
    {
        var margin = isUp ? UpMargin : DownMargin;
        return double.IsPositiveInfinity(margin)
            ? 0
            : WlanErrors.Frame(margin + (Fading?.Invoke(isUp ? number : -1 - number) ?? 0), octets);
    }
}
