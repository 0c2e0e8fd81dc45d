using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A fixed line: <c>fibre</c>, <c>cable</c> or <c>dsl</c>. One for each device that goes on it by itself; one for a site where ways come together before it.</summary>
/// <remarks>
/// Access points, border routers, gateways, switches and hubs share one line where their cables reach each other: in an area whose radius is at most 100 m, the
/// length of a cable of an Ethernet (IEEE 802.3). In a larger area each of them has a line of its own. Modelled: rate and finite queue per direction, a one-way delay of half of "minimum + lognormal" of the round trip, random loss,
/// outages of the line. Left out: sharing of the segment between subscribers, PPPoE and ATM or PTM framing (Ethernet framing is
/// counted), states of the modem, which draws the same all the time. Sources: with each option. Validated by <c>FixedAccessTests</c> (moments
/// of the delay) and <c>LinkTests</c> (queue).
/// </remarks>
public sealed class FixedAccess(string name, FixedAccessOptions options)
    : PathTechnology(name, new TechnologyTraits(Segment.Access, IsExperimental: false, HasFieldEquipment: true, LeadsAway: true))
{
    private const string Line = "access line";

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Elsewhere,
                    "a line is ordered and switched on",
                    "each line is a contract of its own (chosen)",
                    "access provider"
                ),
            ],
            Credentials =
            [
                new(CredentialKind.Account, CredentialHolder.Member, "access data of the line (RFC 2516 or DHCP option 82, from memory)"),
            ],
        };

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(Name, site, options);
    }

    private sealed class Installed(string name, Site site, FixedAccessOptions options) : PathInstallation
    {
        /// <summary>From the middle of a site, cables of an Ethernet over twisted pairs reach so far (IEEE 802.3) [m].</summary>
        private const double LongestCable = 100;

        /// <summary>Whose luck the line of a site is: the same in all architectures, whatever meets before it; that of a silo beside the first is its own.</summary>
        private static readonly Entity SiteLine = Entity.Of("line of the site");

        private readonly Dictionary<object, Link> _lines = [];
        private readonly Dictionary<Node, Port> _ports = [];
        private readonly HashSet<Entity> _subscribers = [.. site.Near.Except(site.Hubs).Select(node => node.Entity)];
        private readonly LinkSettings _up = Settings(options, options.UplinkRate);
        private readonly LinkSettings _down = Settings(options, options.DownlinkRate);

        public override IReadOnlyList<Component> Components =>
            [
                .. Shared is > 0 and var shared
                    ? [new Component(Line, shared, IsOneSite ? "one for the site" : "one for each place where near nodes meet")]
                    : Array.Empty<Component>(),
                .. Shared < _lines.Count
                    ? [new Component(Line, _lines.Count - Shared, "one for each near node") { IsPerNode = true }]
                    : Array.Empty<Component>(),
            ];

        public override IReadOnlyList<Occupancy> Occupancies =>
            [
                new("line up", _lines.Count, _lines.Values.Aggregate(Duration.Zero, (sum, line) => sum + line.UpBusy)),
                new("line down", _lines.Count, _lines.Values.Aggregate(Duration.Zero, (sum, line) => sum + line.DownBusy)),
            ];

        public override IReadOnlyList<PowerDraw> Draws =>
            [new($"{name} terminal", _lines.Count, options.TerminalVoltage * options.TerminalCurrent)];

        private bool IsOneSite => site.Radius <= LongestCable;

        /// <summary>Lines before which ways come together, as at an access point [1].</summary>
        private int Shared => _lines.Keys.Count(key => key is Node || key.Equals(SiteLine));

        public override (Leg Up, Leg Down) Join(Node near, Node far)
        {
            var key = KeyOf(near);
            if (!_lines.TryGetValue(key, out var line))
            {
                var owner = OwnerOf(near, key);
                var outages = Outages.Random(site.Simulation.Random, owner, name, options.Availability, options.MeanOutage);
                line = new Link(name, site.Simulation, site.Observers, owner, _up, _down, outages);
                _lines.Add(key, line);
            }

            if (!_ports.TryGetValue(near, out var port))
            {
                port = new Port(near);
                _ports.Add(near, port);
            }

            return line.Join(port, new Port(far));
        }

        /// <summary>What has a line in common: a device by itself, a site, or a place where ways meet.</summary>
        private object KeyOf(Node near) =>
            _subscribers.Contains(near.Entity) ? near.Entity
            : IsOneSite ? SiteLine
            : near;

        /// <summary>Whose luck a line has. What meets before those of two silos may have one number; yet they are two lines.</summary>
        private Entity OwnerOf(Node near, object key)
        {
            var owner = key is Entity entity ? entity : near.Entity;
            return site.Silo is { } silo && !_subscribers.Contains(owner) ? Entity.Link(Entity.Of($"line of {silo}"), owner) : owner;
        }

        private static LinkSettings Settings(FixedAccessOptions options, BitRate rate) =>
            new()
            {
                Rate = rate,
                Delay = DelayModel.LogNormal(options.RoundTripMinimum / 2, options.RoundTripMedian / 2, options.RoundTripSigma),
                Loss = new LossModel(options.Loss),
                QueueBytes = options.Queue,
            };
    }
}
