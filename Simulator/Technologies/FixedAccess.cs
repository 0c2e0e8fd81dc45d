using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A fixed line of its own for each near node, or for each access point where near nodes meet before it: <c>fibre</c>, <c>cable</c> or <c>dsl</c>.</summary>
/// <remarks>
/// Modelled: rate and finite queue per direction, a one-way delay of half of "minimum + lognormal" of the round trip, random loss,
/// outages of the line. Left out: sharing of the segment between subscribers, PPPoE and ATM or PTM framing (Ethernet framing is
/// counted), states of the modem, which draws the same all the time. Sources: with each option. Validated by <c>FixedAccessTests</c> (moments
/// of the delay) and <c>LinkTests</c> (queue).
/// </remarks>
public sealed class FixedAccess(string name, FixedAccessOptions options)
    : PathTechnology(name, new TechnologyTraits(Segment.Access, IsExperimental: false, HasFieldEquipment: true))
{
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
        private readonly Dictionary<Node, (Link Link, Port Port)> _lines = [];
        private readonly LinkSettings _up = Settings(options, options.UplinkRate);
        private readonly LinkSettings _down = Settings(options, options.DownlinkRate);

        public override IReadOnlyList<Component> Components =>
            IsShared
                ? [new("access line", _lines.Count, "one for each place where near nodes meet")]
                : [new("access line", site.Near.Count, "one for each near node") { IsPerNode = true }];

        public override IReadOnlyList<Occupancy> Occupancies =>
            [
                new("line up", _lines.Count, _lines.Values.Aggregate(Duration.Zero, (sum, line) => sum + line.Link.UpBusy)),
                new("line down", _lines.Count, _lines.Values.Aggregate(Duration.Zero, (sum, line) => sum + line.Link.DownBusy)),
            ];

        public override IReadOnlyList<PowerDraw> Draws =>
            [new($"{name} terminal", IsShared ? _lines.Count : site.Near.Count, options.TerminalVoltage * options.TerminalCurrent)];

        /// <summary>Whether near nodes come together before they get to it, as at an access point.</summary>
        private bool IsShared => _lines.Count > 0 && _lines.Count < site.Near.Count;

        public override (Leg Up, Leg Down) Join(Node near, Node far)
        {
            if (!_lines.TryGetValue(near, out var line))
            {
                var outages = Outages.Random(site.Simulation.Random, near.Entity, name, options.Availability, options.MeanOutage);
                var link = new Link(name, site.Simulation, site.Observers, near.Entity, _up, _down, outages);
                line = (link, new Port(near));
                _lines.Add(near, line);
            }

            return line.Link.Join(line.Port, new Port(far));
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
