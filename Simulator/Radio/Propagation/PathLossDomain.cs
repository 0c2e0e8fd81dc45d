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

    /// <summary>The domain in words.</summary>
    public string Words
    {
        get
        {
            var limits = new[]
            {
                (Range: Carrier, Size: 1e6, Unit: "MHz", Of: "carriers of"),
                (Range: Distance, Size: 1000, Unit: "km", Of: "distances of"),
                (Range: StationHeight, Size: 1, Unit: "m", Of: "stations at"),
                (Range: DeviceHeight, Size: 1, Unit: "m", Of: "devices at"),
            };
            var told = limits
                .Where(limit => limit.Range != NumberRange.All)
                .Select(limit => $"{limit.Of} {limit.Range.In(limit.Size, limit.Unit)}");
            return this == Unlimited ? "everywhere" : string.Join(", ", told);
        }
    }
}
