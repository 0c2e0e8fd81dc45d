using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Where the two ends of a link stand, as path-loss models see it.</summary>
/// <param name="Ground">Distance over ground [m], at least 0.</param>
/// <param name="StationHeight">Height of the base station's or gateway's antenna [m], above 0.</param>
/// <param name="DeviceHeight">Height of the device's antenna [m], above 0.</param>
/// <param name="Carrier">Carrier frequency.</param>
public readonly record struct LinkGeometry(double Ground, double StationHeight, double DeviceHeight, Frequency Carrier)
{
    /// <summary>Straight-line distance [m].</summary>
    public double Slant => Math.Sqrt(Ground * Ground + (StationHeight - DeviceHeight) * (StationHeight - DeviceHeight));

    /// <summary>Carrier frequency [GHz].</summary>
    public double Gigahertz => Carrier.Hertz / 1e9;

    /// <summary>The same link, no nearer than a distance over ground [m]: models stand still below the least distance they hold for.</summary>
    public LinkGeometry AtLeast(double ground) => Ground >= ground ? this : this with { Ground = ground };
}
