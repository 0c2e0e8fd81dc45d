using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>nr-urllc</c>: a network of one's own that is set up for reliable low latency; devices stay connected.</summary>
public sealed record NrUrllcOptions : NrPrivateOptions
{
    /// <summary>Bandwidth of a carrier, each way or, with TDD, both [MHz].</summary>
    [Unit("MHz", Minimum = 5e6, Maximum = 400e6)]
    [Figure(Mark.FromMemory, "ITU-R M.2412 and 3GPP TR 37.910, urban macro URLLC: up to 100 MHz; 40 MHz with FDD are taken")]
    public override Frequency Bandwidth { get; init; } = 40.0.Megahertz;

    /// <summary>FDD, or the slots of TDD in order: D down, S special, U up, such as DDDSU.</summary>
    [Figure(Mark.FromMemory, "3GPP TR 37.910 evaluates latency with FDD; patterns of TDD cost up to a period")]
    public override string Duplex { get; init; } = "FDD";

    /// <summary>Symbols of an allocation: 14 for a slot, 2, 4 or 7 for a mini-slot [1].</summary>
    [Unit("1", Minimum = 2, Maximum = 14)]
    [Figure(
        Mark.FromMemory,
        "3GPP TR 37.910: reliability of 1 - 1e-5 within 1 ms with 30 or 60 kHz and mini-slots; 4 symbols leave room for a second transmission on the downlink"
    )]
    public override int Symbols { get; init; } = 4;

    /// <summary>Processing capability of devices: 1, or 2 for the faster one [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 2)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 tables 5.3-2 and 6.4-2: capability 2 is meant for URLLC")]
    public override int Capability { get; init; } = 2;

    /// <summary>Which tables of modulations are used: qam64, qam256 or low-efficiency.</summary>
    [Figure(Mark.Confirmed, "3GPP TS 38.214 table 5.1.3.1-3, code rates as in srsran/srsRAN_Project")]
    public override NrTable Table { get; init; } = NrTable.LowEfficiency;

    /// <summary>Block error rate of the first transmission at which the link adaptation aims, fading included [1].</summary>
    [Unit("1", Minimum = 1e-9, Maximum = 0.5)]
    [Figure(Mark.FromMemory, "3GPP TS 38.214 §5.2.2.1: 1e-5 with table 3")]
    public override double BlockErrorRate { get; init; } = 1e-5;

    /// <summary>Probability that a grant or an assignment is missed [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.FromMemory, "PDCCH at 1e-5 with aggregation of 8 to 16")]
    public override double ControlError { get; init; } = 1e-5;

    /// <summary>Probability that a scheduling request is missed [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.Chosen, "as the control channel of the downlink")]
    public override double RequestError { get; init; } = 1e-5;

    /// <summary>From one opportunity for a scheduling request to the next, whole slots; 0 for every one of the frame [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.64)]
    [Figure(Mark.FromMemory, "3GPP TS 38.331 SchedulingRequestResourceConfig: 2 symbols to 640 slots; a slot of 30 kHz")]
    public override Duration SchedulingRequestPeriod { get; init; } = 0.5.Milliseconds;

    /// <summary>Whether connected devices have configured grants, as far as there are any: they send without asking.</summary>
    [Figure(Mark.FromMemory, "3GPP TS 38.321 §5.8.2; what 1 ms on the uplink takes")]
    public override bool ConfiguredGrant { get; init; } = true;

    /// <summary>In which state connections end: idle with service-request, inactive with resume or with early-data, where small data go with the request that resumes (small data transmission).</summary>
    [Figure(Mark.Chosen, "once, at the first packet: the connection stays")]
    public override CellularProcedure Procedure { get; init; } = CellularProcedure.ServiceRequest;

    /// <summary>Time without traffic after which a connection ends, or pauses [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "longer than any silence: a configured grant needs a connection")]
    public override Duration Inactivity { get; init; } = 24.Hours;

    /// <summary>Connected: from one time of listening to the next (C-DRX) [s]; null for listening all the time.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 10.24)]
    [Figure(Mark.Chosen, "none: a packet of the downlink may come at any time")]
    public override Duration? DrxCycle { get; init; }
}
