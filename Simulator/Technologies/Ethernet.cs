using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Switched Ethernet on a site: <c>ethernet</c> among machines, <c>office-lan</c> among servers.</summary>
/// <remarks>
/// What stands at one place shares its switches, whoever talks to whom there: where the devices are, or a server room. Modelled: exact framing with or without a tag, a full-duplex cable per node to one of a row of store-and-forward switches, near nodes at the
/// first and far nodes at the last, finite queues, strict priorities by the class of the hop (hops that differ in <c>priority</c> only share cables and switches),
/// traffic of others at the switches' output ports, propagation at 5 ns/m, bit errors, outages of cables; of <c>ethernet</c>, the power of switches
/// and network cards, which does not depend on what they carry. Left out: time-sensitive networking (shaping, pre-emption, redundancy), collisions of
/// half-duplex segments, power over Ethernet, energy-efficient Ethernet, the energy of <c>office-lan</c>. Sources: IEEE 802.3 for framing and gap, IEEE 802.1Q for tag and
/// classes, Ethernet Powerlink fact sheet for the propagation. Validated by <c>SwitchedLanTests</c> against worked latencies, by <c>FramingTests</c> against wire times and by
/// the suites <c>ethernet-switch</c> (queueing theory) and <c>ns3-point-to-point</c>.
/// </remarks>
public sealed class Ethernet : PathTechnology
{
    private static readonly Duration PropagationPerKilometre = 5.Microseconds;
    private static readonly Entity Router = Entity.Of("router");
    private readonly LanOptions _options;
    private readonly TrafficClass _class;
    private readonly PowerProfile? _card;
    private readonly double _wattsPerPort;

    /// <summary>Ethernet among machines.</summary>
    public Ethernet(EthernetOptions options)
        : this("ethernet", options, new TechnologyTraits(Segment.Local, IsExperimental: false, HasFieldEquipment: true))
    {
        _card = new PowerProfile("network card", options.CardVoltage, [new PowerState("link up", options.CardCurrent)]);
        _wattsPerPort = options.SwitchVoltage * options.SwitchCurrentPerCable;
    }

    /// <summary>Ethernet among servers.</summary>
    public Ethernet(OfficeLanOptions options)
        : this("office-lan", options, new TechnologyTraits(Segment.Local, IsExperimental: false, Unmetered: "network cards and switches"))
    { }

    private Ethernet(string name, LanOptions options, TechnologyTraits traits)
        : base(name, traits)
    {
        _options = options;
        _class = options.Priority is { } priority ? TrafficClass.Tagged(priority) : TrafficClass.Untagged;
        Plant = options with { Priority = null };
    }

    /// <summary>Cables and switches, whatever the class of what they carry.</summary>
    public override object Plant { get; }

    /// <summary>Nothing: addresses come by DHCP (RFC 2131), and a cable is laid, not configured.</summary>
    public override Commissioning Commissioning => Commissioning.None;

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var cable = new LinkSettings
        {
            Rate = _options.Rate,
            Delay = DelayModel.Constant(PropagationPerKilometre * (_options.CableLength / 1000)),
            BitErrorRate = _options.BitErrorRate,
            QueueBytes = _options.Queue,
        };
        var others = _options.BackgroundLoad > 0 ? new BackgroundTraffic(_options.BackgroundLoad, _options.BackgroundPacket) : null;
        return new Installed(
            new SwitchedLan(
                Name,
                site.Simulation,
                site.Observers,
                cable,
                _options.SwitchProcessing,
                _options.Availability,
                _options.MeanOutage,
                _options.Switches,
                others
            ),
            _card,
            _wattsPerPort,
            new Node(site.Simulation, Router, site.Observers)
        );
    }

    /// <inheritdoc/>
    public override PathInstallation Use(PathInstallation installed) => new Classed((Installed)installed, _class);

    private sealed class Installed(SwitchedLan lan, PowerProfile? card, double wattsPerPort, Node router) : PathInstallation
    {
        /// <summary>All leave by the site's router, behind which one line is enough.</summary>
        public override Node? ExitOf(Node near) => router;

        private readonly HashSet<Node> _carded = [];

        public override IReadOnlyList<Component> Components { get; } =
        [
            lan.Trunks == 0
                ? new("ethernet switch", 1, "one for all nodes of the site")
                : new("ethernet switch", lan.Trunks + 1, "in a row between near and far nodes"),
        ];

        public override IReadOnlyList<Occupancy> Occupancies =>
            [
                new("cables to the switch", lan.Cables, lan.TowardsSwitchBusy),
                new("cables from the switch", lan.Cables, lan.FromSwitchBusy),
                .. lan.Trunks > 0 ? [new Occupancy("cables between switches", 2 * lan.Trunks, lan.TrunksBusy)] : (Occupancy[])[],
            ];

        public override IReadOnlyList<PowerDraw> Draws =>
            wattsPerPort > 0
                ? [new("ethernet switch", lan.Trunks + 1, wattsPerPort * (lan.Cables + 2 * lan.Trunks) / (lan.Trunks + 1))]
                : [];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => Join(near, far, TrafficClass.Untagged);

        public (Leg Up, Leg Down) Join(Node near, Node far, TrafficClass traffic)
        {
            AddCard(near);
            AddCard(far);
            return lan.Join(near, far, traffic);
        }

        private void AddCard(Node node)
        {
            if (card is not null && _carded.Add(node))
            {
                node.AddMeter(card);
            }
        }
    }

    /// <summary>Cables and switches, used by frames of a class.</summary>
    private sealed class Classed(Installed installed, TrafficClass traffic) : PathInstallation
    {
        public override IReadOnlyList<Component> Components => installed.Components;

        public override Node? ExitOf(Node near) => installed.ExitOf(near);

        public override (Leg Up, Leg Down) Join(Node near, Node far) => installed.Join(near, far, traffic);
    }
}
