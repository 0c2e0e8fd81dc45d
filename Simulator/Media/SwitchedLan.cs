using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A local network of store-and-forward switches in a line: every node has a full-duplex cable to one of them.</summary>
/// <remarks>
/// Modelled: two links per crossing of one switch and one more for each further switch, with a queue at every output port, so that senders to
/// one receiver compete for its cable and all that goes the same way for the cables between switches; the processing of each switch; the queues
/// of several classes in strict priority (<see cref="ClassedPort"/>); traffic of others at the output ports of switches. Near nodes are
/// attached to the first switch and far ones to the last, and a node that is both stays where it was attached first. While all frames are of
/// one class and there is no other traffic, the time at which each leaves is known when it comes (<see cref="Pipe"/>).
/// Left out: address learning, spanning tree and other topologies, cut-through, shaping. Several sessions of a node share its cable.
/// Validated against worked store-and-forward latencies by <c>SwitchedLanTests</c> and <c>ClassedPortTests</c>, and against queueing theory by the suite <c>ethernet-switch</c>.
/// </remarks>
public sealed class SwitchedLan : Medium, IFrameExit
{
    private readonly Simulation _simulation;
    private readonly Observers _observers;
    private readonly LinkSettings _cable;
    private readonly LinkSettings _switchPort;
    private readonly double _availability;
    private readonly Duration _meanOutage;
    private readonly BackgroundTraffic? _background;
    private readonly FramePool _pool = new();
    private readonly Dictionary<Node, Attachment> _attachments = [];
    private readonly HashSet<int> _classes = [];
    private readonly Trunk[] _trunks;
    private readonly Purpose _towards;
    private readonly Purpose _from;
    private readonly Purpose _others;
    private readonly Purpose[] _between;
    private bool? _isClassed;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="cable">A cable, the same in both directions and between switches.</param>
    /// <param name="processing">Time of a switch from the last bit received to the queue of the port that sends it on.</param>
    /// <param name="availability">Share of time in which a cable works [1].</param>
    /// <param name="meanOutage">Mean length of an outage of a cable.</param>
    /// <param name="switches">Switches in a row, at least 1 [1].</param>
    /// <param name="background">What others send at each output port of a switch; null for nothing.</param>
    public SwitchedLan(
        string name,
        Simulation simulation,
        Observers observers,
        LinkSettings cable,
        Duration processing,
        double availability,
        Duration meanOutage,
        int switches = 1,
        BackgroundTraffic? background = null
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(cable);
        ArgumentOutOfRangeException.ThrowIfLessThan(switches, 1);
        (_simulation, _observers) = (simulation, observers);
        (_availability, _meanOutage, _background) = (availability, meanOutage, background);
        _switchPort = cable;
        _cable = cable with { Delay = DelayModel.Constant(cable.Delay.Mean + processing) };
        _towards = Purpose.Named(name + " up");
        _from = Purpose.Named(name + " down");
        _others = Purpose.Named(name + " others");
        _between = [.. Enumerable.Range(1, switches - 1).Select(i => Purpose.Named($"{name} between {i}"))];
        _trunks = [.. Enumerable.Range(0, switches - 1).Select(i => new Trunk(this, i))];
    }

    /// <summary>Nodes that are attached [1].</summary>
    public int Cables => _attachments.Count;

    /// <summary>Cables between switches [1].</summary>
    public int Trunks => _trunks.Length;

    /// <summary>For how long the cables have been sending towards the switch, together.</summary>
    public Duration TowardsSwitchBusy => _attachments.Values.Aggregate(Duration.Zero, (sum, one) => sum + one.ToSwitch.Busy);

    /// <summary>For how long the cables have been sending from the switch, together.</summary>
    public Duration FromSwitchBusy => _attachments.Values.Aggregate(Duration.Zero, (sum, one) => sum + one.FromSwitch.Busy);

    /// <summary>For how long the cables between switches have been sending, both directions of all of them together.</summary>
    public Duration TrunksBusy => _trunks.Aggregate(Duration.Zero, (sum, one) => sum + one.Up.Busy + one.Down.Busy);

    /// <summary>A leg from one node through the switches to another, and one back.</summary>
    public (Leg Up, Leg Down) Join(Node near, Node far) => Join(near, far, TrafficClass.Untagged);

    /// <summary>A leg from one node through the switches to another, and one back, whose frames are of a class.</summary>
    /// <exception cref="InvalidOperationException">The class is a second one, and frames have been sent already.</exception>
    public (Leg Up, Leg Down) Join(Node near, Node far, TrafficClass traffic)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        if (_classes.Add(traffic.Queue) && _isClassed == false)
        {
            throw new InvalidOperationException($"'{Name}' serves one class already; join all nodes before the first frame is sent.");
        }

        var (a, b) = (Attach(near, 0), Attach(far, _trunks.Length));
        return (new LanLeg(this, a, b, traffic), new LanLeg(this, b, a, traffic));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (LanLeg)frame.Leg;
        leg.Send(frame, 0);
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line)
    {
        var leg = (LanLeg)frame.Leg;
        var next = leg.After(line);
        if (next == leg.Length)
        {
            frame.CompleteLeg(_simulation.Now);
        }
        else
        {
            leg.Send(frame, next);
        }
    }

    private Attachment Attach(Node node, int at)
    {
        if (!_attachments.TryGetValue(node, out var attachment))
        {
            var outages = Outages.Random(_simulation.Random, node.Entity, Name, _availability, _meanOutage);
            attachment = new Attachment(
                new Port(node),
                at,
                new Lazily(this, _cable, outages, null),
                new Lazily(this, _switchPort, outages, node.Entity)
            );
            _attachments.Add(node, attachment);
        }

        return attachment;
    }

    private sealed record Attachment(Port Port, int Switch, Lazily ToSwitch, Lazily FromSwitch);

    private sealed class Trunk
    {
        public Trunk(SwitchedLan lan, int number)
        {
            var (up, down) = (Entity.Of(lan.Name + " trunk up", number), Entity.Of(lan.Name + " trunk down", number));
            var outages = Outages.Random(lan._simulation.Random, up, lan.Name, lan._availability, lan._meanOutage);
            Up = new Lazily(lan, lan._cable, outages, up);
            Down = new Lazily(lan, lan._cable, outages, down);
        }

        public Lazily Up { get; }

        public Lazily Down { get; }
    }

    /// <summary>A port that is made when its first frame comes: only then is it known whether it needs queues.</summary>
    private sealed class Lazily(SwitchedLan lan, LinkSettings settings, Outages? outages, Entity? switchPort)
    {
        private IEgress? _port;

        public Duration Busy => _port?.Busy ?? Duration.Zero;

        public IEgress Port => _port ??= Make();

        private IEgress Make()
        {
            lan._isClassed ??= lan._classes.Count > 1 || lan._background is { Load: > 0 };
            return lan._isClassed == false
                ? new Pipe(lan._simulation, lan._observers, lan, settings, outages, lan._pool, lan)
                : new ClassedPort(
                    lan._simulation,
                    lan._observers,
                    lan,
                    settings,
                    outages,
                    lan._pool,
                    lan,
                    switchPort is null ? null : lan._background,
                    switchPort is { } entity ? lan._simulation.Random.Stream(entity, lan._others) : null
                );
        }
    }

    private sealed class LanLeg : Leg
    {
        private readonly TrafficClass _traffic;
        private readonly Lazily[] _ports;
        private readonly Luck[] _luck;

        public LanLeg(SwitchedLan lan, Attachment from, Attachment to, TrafficClass traffic)
            : base(lan, from.Port, to.Port)
        {
            _traffic = traffic;
            var (first, last) = (from.Switch, to.Switch);
            var between =
                first <= last
                    ? lan._trunks[first..last].Select(trunk => trunk.Up)
                    : lan._trunks[last..first].Reverse().Select(trunk => trunk.Down);
            _ports = [from.ToSwitch, .. between, to.FromSwitch];
            var entity = Entity.Link(from.Port.Node.Entity, to.Port.Node.Entity);
            Purpose[] purposes = [lan._towards, .. lan._between.Take(_ports.Length - 2), lan._from];
            _luck = [.. purposes.Select(purpose => new Luck(lan._simulation.Random, entity, purpose))];
        }

        /// <summary>Cables on the way [1].</summary>
        public int Length => _ports.Length;

        public void Send(in Frame frame, int cable) => _ports[cable].Port.Send(frame, _luck[cable], _traffic);

        /// <summary>Number of the cable that follows the one at whose end frames of a line come out.</summary>
        public int After(FrameLine line)
        {
            var cable = 0;
            while (!_ports[cable].Port.Owns(line))
            {
                cable++;
            }

            return cable + 1;
        }
    }
}
