using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Switched Ethernet on a site: <c>ethernet</c> among machines, <c>office-lan</c> among servers.</summary>
/// <remarks>
/// Modelled: exact framing, a full-duplex cable per node to one store-and-forward switch, queues, propagation at 5 ns/m, bit
/// errors, outages of cables; of <c>ethernet</c>, the power of switch and network cards, which does not depend on what they carry.
/// Left out: time-sensitive networking, power over Ethernet, energy-efficient Ethernet, the energy of <c>office-lan</c>. Sources: IEEE 802.3 for framing and gap, Ethernet Powerlink fact sheet for the propagation. Validated by
/// <c>SwitchedLanTests</c> against a worked latency and by <c>FramingTests</c> against wire times.
/// </remarks>
public sealed class Ethernet : PathTechnology
{
    private static readonly Duration PropagationPerKilometre = 5.Microseconds;
    private readonly LinkSettings _cable;
    private readonly Duration _processing;
    private readonly double _availability;
    private readonly Duration _meanOutage;
    private readonly PowerProfile? _card;
    private readonly double _wattsPerCable;

    /// <summary>Ethernet among machines.</summary>
    public Ethernet(EthernetOptions options)
        : this(
            "ethernet",
            Settings(options.Rate, options.CableLength, options.BitErrorRate, options.Queue),
            options.SwitchProcessing,
            options.Availability,
            options.MeanOutage,
            new TechnologyTraits(Segment.Local, IsExperimental: false, HasFieldEquipment: true)
        )
    {
        _card = new PowerProfile("network card", options.CardVoltage, [new PowerState("link up", options.CardCurrent)]);
        _wattsPerCable = options.SwitchVoltage * options.SwitchCurrentPerCable;
    }

    /// <summary>Ethernet among servers.</summary>
    public Ethernet(OfficeLanOptions options)
        : this(
            "office-lan",
            Settings(options.Rate, options.CableLength, options.BitErrorRate, options.Queue),
            options.SwitchProcessing,
            options.Availability,
            options.MeanOutage,
            new TechnologyTraits(Segment.Local, IsExperimental: false, Unmetered: "network cards and switches")
        ) { }

    private Ethernet(
        string name,
        LinkSettings cable,
        Duration processing,
        double availability,
        Duration meanOutage,
        TechnologyTraits traits
    )
        : base(name, traits) => (_cable, _processing, _availability, _meanOutage) = (cable, processing, availability, meanOutage);

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(
            new SwitchedLan(Name, site.Simulation, site.Observers, _cable, _processing, _availability, _meanOutage),
            _card,
            _wattsPerCable
        );
    }

    private static LinkSettings Settings(BitRate rate, double metres, double bitErrorRate, int queue) =>
        new()
        {
            Rate = rate,
            Delay = DelayModel.Constant(PropagationPerKilometre * (metres / 1000)),
            BitErrorRate = bitErrorRate,
            QueueBytes = queue,
        };

    private sealed class Installed(SwitchedLan lan, PowerProfile? card, double wattsPerCable) : PathInstallation
    {
        private readonly HashSet<Node> _carded = [];

        public override IReadOnlyList<Component> Components { get; } = [new("ethernet switch", 1, "one for all nodes of the site")];

        public override IReadOnlyList<Occupancy> Occupancies =>
            [new("cables to the switch", lan.Cables, lan.TowardsSwitchBusy), new("cables from the switch", lan.Cables, lan.FromSwitchBusy)];

        public override IReadOnlyList<PowerDraw> Draws => wattsPerCable > 0 ? [new("ethernet switch", 1, wattsPerCable * lan.Cables)] : [];

        public override (Leg Up, Leg Down) Join(Node near, Node far)
        {
            AddCard(near);
            AddCard(far);
            return lan.Join(near, far);
        }

        private void AddCard(Node node)
        {
            if (card is not null && _carded.Add(node))
            {
                node.AddMeter(card);
            }
        }
    }
}
