using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>Runs a case and writes down what happens to some members: their messages, the packets of their sessions, and of the sessions further on.</summary>
/// <remarks>It listens and changes nothing: the run measures what it measures without a trace.</remarks>
public sealed class Tracer : Probe, ILoRaWanTap
{
    private readonly Study _study;
    private readonly Cell _cell;
    private readonly TraceRequest _request;
    private readonly HashSet<Entity> _members;
    private readonly HashSet<Node> _followed = [];
    private readonly NodeNames _names = new();
    private readonly List<EventRow> _events = [];
    private readonly List<Journey> _journeys = [];
    private readonly List<(SimTime At, Message Message, string What)> _milestones = [];
    private readonly SortedDictionary<string, Capture> _captures = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Node> _gateways = [];
    private BuiltNetwork? _network;

    private Tracer(Study study, Cell cell, TraceRequest request)
    {
        (_study, _cell, _request) = (study, cell, request);
        _members = [.. (request.Members.Count > 0 ? request.Members.Select(Parse) : FirstMembers())];
    }

    /// <summary>Runs a case and traces it.</summary>
    /// <param name="study">Of which it is.</param>
    /// <param name="cell">Of which it is a replication; feasible.</param>
    /// <param name="request">What is to be written down.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentException">A member that is not there.</exception>
    public static Trace Run(Study study, Cell cell, TraceRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(request);
        return new Tracer(study, cell, request).Run(cancellation);
    }

    /// <inheritdoc/>
    public override void Sent(in Message message, SimTime now) => Note("produced", message, "", now);

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now) =>
        Note("delivered", message, message.Branch.Relation.Consumers[consumer], now);

    /// <inheritdoc/>
    public override void Duplicate(in Message message, SimTime now) => Note("duplicate", message, "", now);

    /// <inheritdoc/>
    public override void Dropped(in Message message, DropReason reason, SimTime now) =>
        Note("dropped", message, "", now, Names.Kebab(reason.ToString()));

    void ILoRaWanTap.Heard(in LoRaWanReception reception)
    {
        if (!_members.Contains(reception.Device.Entity) || IsFull)
        {
            return;
        }

        var packet = LoRaTap.PayloadOf(reception);
        var gateway = GatewayOf(reception);
        var name = _names.Of(gateway);
        Add(
            reception.End,
            "received",
            "",
            "",
            null,
            "lorawan",
            _names.Of(reception.Device),
            name,
            packet.Length,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{packet.Summary}, SF{reception.DataRate.SpreadingFactor}, {reception.Frequency.Hertz / 1e6:0.###} MHz, {reception.Power:0.#} dBm"
            )
        );
        CaptureAt(name).Add("lorawan", reception, packet);
        var journey = new Journey(packet.Summary, packet.Length);
        journey.Stop(reception.Device, reception.Start);
        journey.Stop(gateway, reception.End);
        if (reception.Message is { } message)
        {
            journey.Carried.Add(message);
        }

        if (reception.AtServer is { } arrives)
        {
            journey.Stop(reception.Server, arrives);
        }
        else
        {
            journey.Loss = (DropReason.Noise, reception.Server, reception.End);
        }

        _journeys.Add(journey);
    }

    private bool IsFull => _events.Count >= _request.Limit;

    private Trace Run(CancellationToken cancellation)
    {
        var key = _study.KeyOf(_cell, _request.Replication);
        var result = CaseRunner.Run(_cell, _study, _request.Replication, key, cancellation, Watch, Join);
        return new Trace(
            result,
            _events,
            new Sequences(_names, _journeys, _milestones, _cell.Times.Begin).Draw(_cell.Id),
            _captures.ToDictionary(capture => capture.Key, capture => capture.Value.ToArray()),
            IsFull
        );
    }

    private void Watch(BuiltNetwork network)
    {
        _network = network;
        _names.Add(network);
        network.Observers.Add(this);
        foreach (var lorawan in network.Equipment.Select(equipment => equipment.Installation).OfType<LoRaWanInstallation>())
        {
            lorawan.Tap = this;
        }
    }

    private Node GatewayOf(in LoRaWanReception reception)
    {
        if (!_gateways.TryGetValue(reception.Gateway, out var gateway))
        {
            gateway = new Node(_network!.Simulation, Entity.Of("gateway", reception.Gateway), _network.Observers);
            _gateways.Add(reception.Gateway, gateway);
            _names.Add(reception.Device, gateway, $"gateway {reception.Gateway}", reception.Server);
        }

        return gateway;
    }

    /// <summary>Follows the sessions of the members, and whatever they lead to.</summary>
    private void Join(EdgePlan edge, SessionPlan session)
    {
        var isTheirs =
            _members.Contains(session.Near.Entity)
            || _members.Contains(session.Far.Entity)
            || _followed.Contains(session.Near)
            || edge.From.IsBrought;
        var feeds = _followed.Contains(session.Far) && edge.From.Party?.Kind != PartyKind.Device && !edge.From.IsCollector;
        if (!isTheirs && !feeds)
        {
            return;
        }

        _followed.Add(session.Near);
        _followed.Add(session.Far);
        _names.Add(edge, session);
        foreach (var legs in new[] { session.Up, session.Down })
        {
            var under = new Dictionary<Packet, Journey>(ReferenceEqualityComparer.Instance);
            for (var leg = 0; leg < legs.Count; leg++)
            {
                legs[leg].Tap = new Tap(this, under, isFirst: leg == 0, isLast: leg == legs.Count - 1);
            }
        }
    }

    private void Note(string what, in Message message, string consumer, SimTime now, string detail = "")
    {
        if (IsFull || !IsTraced(message))
        {
            return;
        }

        _milestones.Add((now, message, detail.Length > 0 ? $"{what}: {detail}" : what));
        Add(now, what, message.Branch.Relation.Name, _names.Of(message.Source), message.Serial, "", "", consumer, null, detail);
    }

    /// <summary>Messages of the members, and of whoever is no device: what an application commands or a person does.</summary>
    private bool IsTraced(in Message message) => _members.Contains(message.Source) || !Devices.Contains(message.Source);

    private HashSet<Entity> Devices =>
        field ??= [
            .. _network!
                .Plan.Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device)
                .SelectMany(tier => _network.Nodes[tier.Index])
                .Select(node => node.Entity),
        ];

    private void Add(
        SimTime now,
        string what,
        string relation,
        string producer,
        int? serial,
        string medium,
        string from,
        string to,
        int? bytes,
        string detail
    ) => _events.Add(new EventRow(_events.Count + 1, now.TotalSeconds, what, relation, producer, serial, medium, from, to, bytes, detail));

    private void Add(string what, in Frame frame, string detail) =>
        Add(
            _network!.Simulation.Now,
            what,
            "",
            "",
            null,
            frame.Leg.Medium.Name,
            _names.Of(frame.Leg.From.Node),
            _names.Of(frame.Leg.To.Node),
            frame.Packet.Length,
            detail
        );

    private void Keep(string node, in Frame frame) => CaptureAt(node).Add(frame, _network!.Simulation.Now);

    private Capture CaptureAt(string node)
    {
        if (!_captures.TryGetValue(node, out var capture))
        {
            capture = new Capture($"M2mVsIoTSim {Study.ToolVersion}");
            _captures.Add(node, capture);
        }

        return capture;
    }

    private IEnumerable<Entity> FirstMembers() =>
        _cell.Plan.Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device).Select(tier => Entity.Of(tier.Name));

    private Entity Parse(string member)
    {
        var at = member.LastIndexOf(' ');
        var (name, text) = at < 0 ? (member, "0") : (member[..at], member[(at + 1)..]);
        var parties = _cell.Plan.Tiers.Where(tier => tier.Party is not null).ToList();
        if (parties.Find(tier => tier.Name == name) is not { } party)
        {
            throw new ArgumentException(
                $"{Spelling.Unknown("party", name, [.. parties.Select(tier => tier.Name)])}; a member is its party and its number: 'meter 3'"
            );
        }

        return int.TryParse(text, out var number) && number >= 0 && number < party.Count
            ? Entity.Of(name, number)
            : throw new ArgumentException($"member '{member}': {name} has the members 0 to {party.Count - 1}, such as '{name} 0'");
    }

    /// <summary>Listens at a leg.</summary>
    /// <param name="tracer">Who writes it down.</param>
    /// <param name="under">What is under way on the session, by packet.</param>
    /// <param name="isFirst">Whether journeys begin here.</param>
    /// <param name="isLast">Whether they end here.</param>
    private sealed class Tap(Tracer tracer, Dictionary<Packet, Journey> under, bool isFirst, bool isLast) : IFrameTap
    {
        private SimTime Now => tracer._network!.Simulation.Now;

        public void Entered(in Frame frame)
        {
            if (tracer.IsFull)
            {
                return;
            }

            tracer.Add("entered", frame, frame.Packet.Summary);
            if (isFirst)
            {
                var journey = new Journey(frame.Packet.Summary, frame.Packet.Length);
                journey.Stop(frame.Leg.From.Node, Now);
                foreach (var (_, message, _) in tracer._milestones)
                {
                    if (frame.Packet.Carries(message) && !journey.Carried.Exists(carried => carried.IsSame(message)))
                    {
                        journey.Carried.Add(message);
                    }
                }

                under[frame.Packet] = journey;
                tracer._journeys.Add(journey);
                tracer.Keep(tracer._names.Of(frame.Leg.From.Node), frame);
            }
        }

        public void Left(in Frame frame)
        {
            if (!under.TryGetValue(frame.Packet, out var journey) || tracer.IsFull)
            {
                return;
            }

            tracer.Add("left", frame, frame.Packet.Summary);
            journey.Stop(frame.Leg.To.Node, Now);
            if (isLast)
            {
                under.Remove(frame.Packet);
                tracer.Keep(tracer._names.Of(frame.Leg.To.Node), frame);
            }
        }

        public void Lost(in Frame frame, DropReason reason)
        {
            if (under.Remove(frame.Packet, out var journey) && !tracer.IsFull)
            {
                tracer.Add("lost", frame, Names.Kebab(reason.ToString()));
                journey.Loss = (reason, frame.Leg.To.Node, Now);
            }
        }
    }
}
