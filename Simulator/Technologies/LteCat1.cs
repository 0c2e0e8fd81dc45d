using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>LTE with category 1 modules (also 1bis): cells, shared with the public, that a device connects to when it has something to say.</summary>
/// <remarks>
/// <para>Modelled: sites, sectors and carriers by coupling loss, no coverage beyond what a preamble bridges; PRACH with preambles, collisions, responses, contention resolution and back-off; RRC set-up with security and
/// bearer, waiting for the core network; scheduling requests, grants, blocks of resource-block pairs by the attenuated Shannon bound, HARQ; the share of the carrier that is left to the fleet; inactivity timer, connected-mode
/// DRX where it is asked for, turns with the traffic of others where the fleet has no resource blocks of its own, DRX, eDRX or PSM between connections, start of the modem and cell search after sleep, tracking area updates; delay and loss behind the radio as measured; outages; currents by state.</para>
/// <para>Left out: random access and traffic of the public beyond the share that they leave, interference of other cells unless <c>neighbour-load</c> says how much they send, power control (23 dBm always), frequency-selective scheduling, the order in which single HARQ processes of up to eight subframes fail (they do so together), handover, carriers of different width. Devices of category 1 know no release assistance: the inactivity timer ends every connection.</para>
/// <para>The random part of a round trip is measured from end to end (Ookla); what the radio takes here is taken off its fixed part. Sources: with each option and formula. Validated by the suite <c>lte-cat1</c> and
/// by <c>LteCat1Tests</c> (time lines, a day's charge by hand, dimensioning).</para>
/// </remarks>
public sealed class LteCat1 : CellRadioTechnology
{
    private readonly LteCat1Options _options;

    /// <exception cref="ArgumentException">Power saving by switching off, for which no figures are at hand, early data or more resource blocks than the carrier has.</exception>
    public LteCat1(LteCat1Options options)
        : base("lte-cat1", options)
    {
        if (!ProcedureSet.Contains(options.Procedure))
        {
            throw new ArgumentException(
                "lte-cat1: early data is for LTE-M and NB-IoT; category 1 has service-request, control-plane and resume.",
                nameof(options)
            );
        }

        if (options.ResourceBlocks > options.CarrierBlocks)
        {
            throw new ArgumentException(
                $"lte-cat1: of {options.CarrierBlocks} resource blocks of the carrier {options.ResourceBlocks} cannot be left to the fleet.",
                nameof(options)
            );
        }

        _options = options;
        Air = new LteAir(options);
    }

    /// <inheritdoc/>
    public override AirInterface Air { get; }

    private protected override AirInterface Raised(PropagationOptions propagation, double up, double down) =>
        new LteAir(
            _options with
            {
                SiteNoiseFigure = _options.SiteNoiseFigure + up,
                DeviceNoiseFigure = _options.DeviceNoiseFigure + down,
            },
            LeastReach
        );

    /// <inheritdoc/>
    public override IReadOnlyList<CellularProcedure> Procedures => ProcedureSet;

    private static readonly CellularProcedure[] ProcedureSet =
    [
        CellularProcedure.ServiceRequest,
        CellularProcedure.ControlPlane,
        CellularProcedure.Resume,
    ];
}
