using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>nr-mmtc</c>: many devices with little to say in a wide area, in the inactive state between.</summary>
public sealed record NrMmtcOptions : NrOptions
{
    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 400e6, Maximum = 52.6e9)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 table 5-e), urban macro mMTC: 700 MHz")]
    public override Frequency Carrier { get; init; } = 700.0.Megahertz;

    /// <summary>Distance of subcarriers: 15, 30, 60 or 120 kHz [kHz].</summary>
    [Unit("kHz", Minimum = 15e3, Maximum = 120e3)]
    [Figure(Mark.FromMemory, "3GPP TS 38.101-1: 15 kHz is usual below 1 GHz")]
    public override Frequency Spacing { get; init; } = 15.Kilohertz;

    /// <summary>Bandwidth of a carrier, each way or, with TDD, both [MHz].</summary>
    [Unit("MHz", Minimum = 5e6, Maximum = 400e6)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 table 5-e): 46 dBm in 10 MHz")]
    public override Frequency Bandwidth { get; init; } = 10.0.Megahertz;

    /// <summary>FDD, or the slots of TDD in order: D down, S special, U up, such as DDDSU.</summary>
    [Figure(Mark.FromMemory, "bands below 1 GHz are FDD")]
    public override string Duplex { get; init; } = "FDD";

    /// <summary>Which tables of modulations are used: qam64, qam256 or low-efficiency.</summary>
    [Figure(Mark.Confirmed, "3GPP TS 38.214 table 5.1.3.1-3, code rates as in srsran/srsRAN_Project: its low rates reach far")]
    public override NrTable Table { get; init; } = NrTable.LowEfficiency;

    /// <summary>Times that a transmission is sent in a row at most, where coverage needs it [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 32)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 §6.1.2.1: slots are aggregated by 2, 4 or 8")]
    public override int CoverageRepetitions { get; init; } = 8;

    /// <summary>Power of a carrier of a site [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 table 5-e): 46 dBm in 10 MHz")]
    public override double SitePower { get; init; } = 46;

    /// <summary>Noise figure of the devices [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 table 5-e): 7 dB")]
    public override double DeviceNoiseFigure { get; init; } = 7;

    /// <summary>Receive antennas of the sites, combined: gain of the uplink, and branches that fade independently [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 64)]
    [Figure(Mark.FromMemory, "two are usual below 1 GHz")]
    public override int SiteAntennas { get; init; } = 2;

    /// <summary>Receive antennas of the devices, combined [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 4)]
    [Figure(Mark.Chosen, "one, as with all simple modules")]
    public override int ReceiveAntennas { get; init; } = 1;

    /// <summary>Coupling loss beyond which devices are out of coverage, if preambles and data get that far [dB].</summary>
    [Unit("dB", Minimum = 80, Maximum = 170)]
    [Figure(Mark.FromMemory, "164 dB are the target of the IoT technologies; what the link budget bridges decides")]
    public override double MaximumCouplingLoss { get; init; } = 164;

    /// <summary>In which state connections end: idle with service-request, inactive with resume or with early-data, where small data go with the request that resumes (small data transmission).</summary>
    [Figure(
        Mark.FromMemory,
        "3GPP TS 38.300 §18, Release 17: small data transmission in RRC_INACTIVE, which the preset is to show; with long extended cycles it takes Release 18, and neither is common in networks yet"
    )]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.EarlyData;

    /// <summary>With procedure resume or early-data: time without a connection after which an inactive device is idle, and connects by a service request; nothing for never [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 31_536_000)]
    [Figure(
        Mark.Chosen,
        "never: a network for devices that say little keeps them all, the favourable case; what it takes to remember them is not counted"
    )]
    public override Duration? InactiveLifetime { get; init; }

    /// <summary>With procedure resume or early-data: time without a connection after which an inactive device tells that it is still in its area, T380 [s]; nothing for never.</summary>
    [Unit("s", Minimum = 300, Maximum = 43_200)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 PeriodicRNAU-TimerValue: 5 to 720 min; the longest, as each update costs an access")]
    public override Duration? AreaUpdate { get; init; } = 12.Hours;

    /// <summary>From one occasion of random access to the next [s].</summary>
    [Unit("s", Minimum = 0.0005, Maximum = 0.16)]
    [Figure(Mark.FromMemory, "3GPP TS 38.211 table 6.3.3.2-2: configuration index 16, every 10 ms; longer where preambles are repeated")]
    public override Duration AccessPeriod { get; init; } = 20.Milliseconds;

    /// <summary>Time without traffic after which a connection ends, or pauses [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "short, as resuming is cheap")]
    public override Duration Inactivity { get; init; } = 2.Seconds;

    /// <summary>Whether devices tell when a connection may end; nothing for after-uplink where no packet is expected back, and none otherwise.</summary>
    [Figure(Mark.FromMemory, "3GPP TS 38.331 §5.7.4 releasePreference, Release 16, which devices with little to say are made for")]
    public override ReleaseAssistance? ReleaseAssistance { get; init; }

    /// <summary>Whether devices tell when a connection may end: as said, otherwise after their last packet if nothing comes back.</summary>
    public override ReleaseAssistance ReleaseOf(bool expectsPackets) =>
        ReleaseAssistance ?? (expectsPackets ? Media.Cells.ReleaseAssistance.None : Media.Cells.ReleaseAssistance.AfterUplink);

    /// <inheritdoc/>
    private protected override IReadOnlyList<Charge> Charges =>
        [new("redcap-module", ChargeBasis.Device), new("mobile-subscription", ChargeBasis.Device), new("mobile-data", ChargeBasis.Octet)];
}
