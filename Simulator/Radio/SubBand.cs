using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>A part of an unlicensed band with limits of its own.</summary>
/// <param name="Name">Its letter in ETSI EN 300 220-2.</param>
/// <param name="From">Lower edge.</param>
/// <param name="To">Upper edge.</param>
/// <param name="OneIn">Inverse of the greatest duty cycle: 100 for 1 % [1].</param>
/// <param name="MaximumPower">Greatest effective radiated power [dBm].</param>
public sealed record SubBand(string Name, Frequency From, Frequency To, int OneIn, double MaximumPower)
{
    /// <summary>Least time from the start of a transmission to the start of the next: airtime / duty cycle.</summary>
    public Duration Spacing(Duration airtime) => airtime * (long)OneIn;
}
