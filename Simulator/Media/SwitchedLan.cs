using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A local network: every node has a full-duplex cable to one store-and-forward switch.</summary>
/// <remarks>
/// Modelled: two links per crossing with their queues, so that senders to one receiver compete for its cable, and the processing
/// of the switch. Left out: address learning, spanning tree, priorities, several switches in a row. Several sessions of a node
/// share its cable. Validated against a worked store-and-forward latency by <c>SwitchedLanTests</c>.
/// </remarks>
public sealed class SwitchedLan : Medium, IFrameExit
{
    private readonly Simulation _simulation;
    private readonly Observers _observers;
    private readonly LinkSettings _cable;
    private readonly LinkSettings _switchPort;
    private readonly double _availability;
    private readonly Duration _meanOutage;
    private readonly FramePool _pool = new();
    private readonly Dictionary<Node, Attachment> _attachments = [];
    private readonly Purpose _towards;
    private readonly Purpose _from;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="cable">A cable, the same in both directions.</param>
    /// <param name="processing">Time from the last bit received to the queue of the port that sends it on.</param>
    /// <param name="availability">Share of time in which a cable works [1].</param>
    /// <param name="meanOutage">Mean length of an outage of a cable.</param>
    public SwitchedLan(
        string name,
        Simulation simulation,
        Observers observers,
        LinkSettings cable,
        Duration processing,
        double availability,
        Duration meanOutage
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(cable);
        (_simulation, _observers) = (simulation, observers);
        (_availability, _meanOutage) = (availability, meanOutage);
        _switchPort = cable;
        _cable = cable with { Delay = DelayModel.Constant(cable.Delay.Mean + processing) };
        _towards = Purpose.Named(name + " up");
        _from = Purpose.Named(name + " down");
    }

    /// <summary>Nodes that are attached [1].</summary>
    public int Cables => _attachments.Count;

    /// <summary>For how long the cables have been sending towards the switch, together.</summary>
    public Duration TowardsSwitchBusy => _attachments.Values.Aggregate(Duration.Zero, (sum, one) => sum + one.ToSwitch.Busy);

    /// <summary>For how long the cables have been sending from the switch, together.</summary>
    public Duration FromSwitchBusy => _attachments.Values.Aggregate(Duration.Zero, (sum, one) => sum + one.FromSwitch.Busy);

    /// <summary>A leg from one node through the switch to another, and one back.</summary>
    public (Leg Up, Leg Down) Join(Node near, Node far)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        var (a, b) = (Attach(near), Attach(far));
        return (new LanLeg(this, a, b), new LanLeg(this, b, a));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (LanLeg)frame.Leg;
        leg.Sender.Send(frame, leg.ToSwitch);
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line)
    {
        var leg = (LanLeg)frame.Leg;
        if (leg.Receiver.Owns(line))
        {
            frame.CompleteLeg(_simulation.Now);
        }
        else
        {
            leg.Receiver.Send(frame, leg.FromSwitch);
        }
    }

    private Attachment Attach(Node node)
    {
        if (!_attachments.TryGetValue(node, out var attachment))
        {
            var outages = Outages.Random(_simulation.Random, node.Entity, Name, _availability, _meanOutage);
            attachment = new Attachment(
                new Port(node),
                new Pipe(_simulation, _observers, this, _cable, outages, _pool, this),
                new Pipe(_simulation, _observers, this, _switchPort, outages, _pool, this)
            );
            _attachments.Add(node, attachment);
        }

        return attachment;
    }

    private sealed record Attachment(Port Port, Pipe ToSwitch, Pipe FromSwitch);

    private sealed class LanLeg : Leg
    {
        public LanLeg(SwitchedLan lan, Attachment from, Attachment to)
            : base(lan, from.Port, to.Port)
        {
            var entity = Entity.Link(from.Port.Node.Entity, to.Port.Node.Entity);
            (Sender, Receiver) = (from.ToSwitch, to.FromSwitch);
            ToSwitch = new Luck(lan._simulation.Random, entity, lan._towards);
            FromSwitch = new Luck(lan._simulation.Random, entity, lan._from);
        }

        public Pipe Sender { get; }

        public Pipe Receiver { get; }

        public Luck ToSwitch { get; }

        public Luck FromSwitch { get; }
    }
}
