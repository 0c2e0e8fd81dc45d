using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>nr-redcap</c>: devices of reduced capability in a public mid-band network, Release 17.</summary>
public sealed record NrRedCapOptions : NrOptions
{
    /// <summary>Bandwidth that a device can use [MHz]; nothing for that of the carrier.</summary>
    [Unit("MHz", Minimum = 5e6, Maximum = 400e6)]
    [Figure(Mark.FromMemory, "3GPP TS 38.306 and TR 38.875: 20 MHz in FR1; eRedCap of Release 18 has 5 MHz")]
    public override Frequency? DeviceBandwidth { get; init; } = 20.0.Megahertz;

    /// <summary>Receive antennas of the devices, combined [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.FromMemory, "3GPP TR 38.875: one or two")]
    public override int ReceiveAntennas { get; init; } = 1;

    /// <summary>In which state connections end: idle with service-request, inactive with resume or with early-data, where small data go with the request that resumes (small data transmission).</summary>
    [Figure(
        Mark.FromMemory,
        "in Release 17 inactive devices have extended cycles of up to 10.24 s, idle ones of hours, on which RedCap's batteries live; resume suits short cycles, mains and Release 18"
    )]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.ServiceRequest;

    /// <summary>What a device does between connections: drx, edrx or, with procedure service-request only, psm; nothing for edrx on a battery and drx on mains.</summary>
    [Figure(Mark.FromMemory, "3GPP TR 38.875: extended DRX is RedCap's means of saving power")]
    public override PowerSaving? PowerSaving { get; init; }

    /// <summary>With <see cref="Media.PowerSaving.Edrx"/>: from one paging window to the next [s].</summary>
    [Unit("s", Minimum = 2.56, Maximum = 10485.76)]
    [Figure(Mark.Confirmed, "up to 10485.76 s idle, 10.24 s inactive (Release 17; as idle in Release 18); 81.92 s as with LTE-M are taken")]
    public override Duration ExtendedCycle { get; init; } = 81.92.Seconds;

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and listen now and then on a battery.</summary>
    public override PowerSaving PowerSavingOf(bool onBattery) =>
        PowerSaving ?? (onBattery ? Media.PowerSaving.Edrx : Media.PowerSaving.Drx);

    /// <inheritdoc/>
    private protected override IReadOnlyList<Charge> Charges =>
        [new("redcap-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("mobile-data", ChargeBasis.Octet)];
}
