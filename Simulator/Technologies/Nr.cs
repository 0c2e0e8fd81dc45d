using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Nr;

namespace M2mVsIoTSim.Technologies;

/// <summary>5G NR: cells of a public or a private network, of which a fleet has a slice.</summary>
/// <remarks>
/// <para>Modelled: numerology, carriers of FDD or TDD with any pattern of slots, slots and mini-slots; modulation by signal-to-noise ratio for a target of block errors, sizes of transport blocks, block errors at finite length, averaged over
/// the site's fading, HARQ with combining; processing times, scheduling requests and grants, configured grants with repetitions (first come, first served: who connects when none is left asks for each grant, and a grant is free again when its connection ends), duplication over two legs; random access of four and two steps; the inactive state with its lifetime
/// and updates of its area, resumption and small data from it; slices with resource blocks of their own or in turns with others; narrower devices of one antenna; power saving, and currents by bandwidth, antennas, duplex and power; coverage; what <see cref="CellNetwork"/> models of access, timers and rests.</para>
/// <para>Left out: more than one layer of MIMO and several users on the same resource blocks, interference of other cells unless <c>neighbour-load</c> says how much they send or a margin is set, power control (full power always), short preambles (format 0 whatever the frame), beams, what a handover takes of the air, pre-emption of other traffic,
/// rewards of frequency-selective scheduling, feedback of CQI with errors, errors of random-access responses and feedback. Half duplex costs nothing extra here, as a device does one thing at a time. Duplicates take resources of
/// the own cell in place of those of the other, whose devices do the same here. Fading is independent from block to block, and the same in all transmissions of a block.</para>
/// <para>How often 32 octets are later than a millisecond is worked out, not sampled, as a failure in a hundred thousand is too rare for a run: every opportunity, missed request and number of transmissions is enumerated, the arrival
/// integrated exactly and the fading numerically (<see cref="NrLink.Within"/>); the suite <c>nr-urllc</c> holds that against this simulator at rates that it can resolve.</para>
/// <para>Sources: with each option and formula. Validated by the suites <c>nr-block-error</c>, <c>nr-user-plane-latency</c> and <c>nr-urllc</c>, and by <c>NrTests</c>.</para>
/// </remarks>
public sealed class Nr : CellRadioTechnology
{
    private readonly NrOptions _options;
    private readonly NrAir _air;

    /// <param name="name">In the catalogue.</param>
    /// <param name="options">Of the preset.</param>
    /// <exception cref="ArgumentException">Options that do not go together; the message says which.</exception>
    public Nr(string name, NrOptions options)
        : this(name, options, options is NrPrivateOptions) { }

    /// <summary>Of a private network, what lies behind its base stations is the core that the hop goes over, which is counted there.</summary>
    private Nr(string name, NrOptions options, bool isPrivate)
        : base(
            name,
            options,
            isPrivate ? "the base stations and the core" : "the operator's radio network and core",
            isPrivate
                ? "the links behind the base stations, and the core unless the way goes over 5g-core,"
                : "the core and the backhaul of the operator",
            isPrivate
        )
    {
        _options = options;
        if (!ProcedureSet.Contains(options.Procedure))
        {
            throw new ArgumentException(
                $"{name}: data on the control plane are for NB-IoT and LTE-M; NR has service-request, resume and early-data (small data transmission).",
                nameof(options)
            );
        }

        CheckInactive(name, options);
        _air = new NrAir(options, name, _ => NrFading.None);
    }

    /// <inheritdoc/>
    public override AirInterface Air => _air;

    /// <inheritdoc/>
    public override IReadOnlyList<CellularProcedure> Procedures => ProcedureSet;

    private static void CheckInactive(string name, NrOptions options)
    {
        if (options.Pauses && options.PowerSaving == PowerSaving.Psm)
        {
            throw new ArgumentException(
                $"{name}: with procedure {(options.Procedure == CellularProcedure.Resume ? "resume" : "early-data")} devices are inactive between connections and listen for pages: power-saving is drx or edrx; psm goes with procedure service-request.",
                nameof(options)
            );
        }

        if (options is { Pauses: true, AreaUpdate: { } update, InactiveLifetime: { } lifetime } && update <= lifetime)
        {
            throw new ArgumentException(
                $"{name}: with an area-update every {update} an inactive-lifetime of {lifetime} never ends; leave one of them out, or take a shorter lifetime.",
                nameof(options)
            );
        }
    }

    private static readonly CellularProcedure[] ProcedureSet =
    [
        CellularProcedure.ServiceRequest,
        CellularProcedure.Resume,
        CellularProcedure.EarlyData,
    ];

    /// <inheritdoc/>
    internal override AirInterface AirUnder(PropagationOptions propagation, double up, double down) =>
        up == 0 && down == 0 ? LinkAt(propagation).Air : Raised(propagation, up, down);

    private protected override AirInterface Raised(PropagationOptions propagation, double up, double down) =>
        Of(
            _options with
            {
                SiteNoiseFigure = _options.SiteNoiseFigure + up,
                DeviceNoiseFigure = _options.DeviceNoiseFigure + down,
            },
            propagation,
            LeastReach
        );

    /// <summary>Its links where they fade as at a site.</summary>
    public NrLink LinkAt(PropagationOptions propagation)
    {
        ArgumentNullException.ThrowIfNull(propagation);
        return new NrLink(_options, propagation.Fading == FadingModel.None ? _air : Of(_options, propagation));
    }

    private NrAir Of(NrOptions options, PropagationOptions propagation, double leastReach = NrAir.LeastReach)
    {
        var factor = propagation.Fading == FadingModel.Rice ? Decibels.ToLinear(propagation.RiceFactor) : 0;
        return new NrAir(
            options,
            Name,
            branches => propagation.Fading == FadingModel.None ? NrFading.None : NrFading.Of(factor, branches),
            leastReach
        );
    }
}
