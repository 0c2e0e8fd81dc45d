namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Where a path-loss model holds.</summary>
/// <param name="Carrier">Carrier frequency [Hz].</param>
/// <param name="Distance">Distance over ground [m].</param>
/// <param name="StationHeight">Height of the base station's or gateway's antenna [m].</param>
/// <param name="DeviceHeight">Height of the device's antenna [m].</param>
public sealed record PathLossDomain(NumberRange Carrier, NumberRange Distance, NumberRange StationHeight, NumberRange DeviceHeight)
{
    /// <summary>Everywhere.</summary>
    public static PathLossDomain Unlimited { get; } = new(NumberRange.All, NumberRange.All, NumberRange.All, NumberRange.All);
}
