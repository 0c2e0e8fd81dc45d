using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>NB-IoT: cells of narrow carriers that reach devices in deep coverage by repeating, and let them sleep for long.</summary>
/// <remarks>
/// <para>Modelled: sites on a sunflower with sectors and carriers, the best of them by coupling loss, which path loss, shadowing, buildings and antennas of the area give; three levels of
/// coverage enhancement, and no coverage beyond 164 dB; random access with preambles, collisions, detection, response window, contention resolution, back-off; formats of NPUSCH and
/// NPDSCH by coupling loss with their block errors and HARQ; search spaces of NPDCCH with their repetitions; scheduling delays, uplink gaps, the anchor's own signals; all
/// devices of a cell queue for its tones and subframes; signalling of the control plane, resume, early data or service request; inactivity timer, release assistance, PSM, eDRX, paging, tracking
/// area updates; robust header compression as fewer octets; currents by state.</para>
/// <para>Left out: interference from LTE, that of other cells unless <c>neighbour-load</c> says how much they send, fading beyond what the link-level tables contain, transport of data that is no IP (NIDD), scheduling requests of
/// Release 15, two HARQ processes, system information beyond the master block, admission control. An early data exchange that is over is not held open for an answer: that is paged.
/// Devices without coverage draw their resting current; they would search.</para>
/// <para>Sites, where the number is not given: the smallest number that covers the places of a survey to the target; carriers: the smallest number with which no sector uses its uplink, downlink or
/// random access more than planned.</para>
/// <para>Sources: 3GPP TS 36.211, 36.213, 36.321, 36.331, TR 45.820; link-level tables of tudo-cni/ns3-lena-nb; each figure carries its own.</para>
/// <para>Validated by <c>m2miot validate nb-iot</c> (link adaptation, random access, battery life, energy of an event, currents at rest) and by <c>NbIotTests</c> (time lines, a day's charge by hand).</para>
/// </remarks>
public sealed class NbIot : CellRadioTechnology
{
    private readonly NbIotOptions _options;

    /// <exception cref="ArgumentException">Settings that the standard does not have, limits of coverage that do not ascend, or a preamble that outlasts its period.</exception>
    public NbIot(NbIotOptions options)
        : base("nb-iot", options)
    {
        NbIotRules.Check(options);
        _options = options;
        Air = new NbIotAir(options);
    }

    /// <inheritdoc/>
    public override AirInterface Air { get; }

    /// <summary>Noise counts as loss; the levels begin so much earlier, as the network sets them for what gets through.</summary>
    private protected override AirInterface Raised(PropagationOptions propagation, double up, double down) =>
        new NbIotAir(
            _options with
            {
                TransmitPower = _options.TransmitPower - up,
                DownlinkPower = _options.DownlinkPower - down,
                NormalCoverage = _options.NormalCoverage - Math.Max(up, down),
                RobustCoverage = _options.RobustCoverage - Math.Max(up, down),
            }
        );
}
