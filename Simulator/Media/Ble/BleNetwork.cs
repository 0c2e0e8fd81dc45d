using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Ble;

/// <summary>Connections of Bluetooth Low Energy between peripherals and their centrals.</summary>
/// <remarks>
/// Modelled: connection events at fixed times, one connection after the other at each central; in an event packets each way with T_IFS between them, until neither has more, a packet is lost or the time of the connection is over; acknowledgement
/// by sequence numbers, so that what was lost, or whose acknowledgement was, goes again in the next event; a channel for each event by the hop of its connection, with losses of its own; latency of
/// idle peripherals; the time-out of supervision while something waits, with a connection made anew from advertising; queues. An idle connection costs no event: what it draws is part of its base state. Left out: adaptive
/// channel maps, change of parameters, loss of idle connections, drift of clocks but for its energy, a last acknowledgement lost after both ends had no more. Draws are addressed by the peripheral and the number of its packet. Validated by the suite <c>ble</c> and by <c>BleNetworkTests</c>.
/// </remarks>
/// <param name="name">Name in tables and figures.</param>
/// <param name="simulation">The clock.</param>
/// <param name="observers">Who is told.</param>
/// <param name="settings">How connections work.</param>
/// <param name="sdu">Octets that a packet takes in the link layer, its lengths included [B]; null if it is too long. Given a packet and whether it comes from the peripheral.</param>
public sealed class BleNetwork(string name, Simulation simulation, Observers observers, BleSettings settings, Func<Packet, bool, int?> sdu)
    : Medium(name)
{
    private readonly FramePool _pool = new();

    /// <summary>Time on air of all packets so far that carried or acknowledged something.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Connections that were lost [1].</summary>
    public long Losses { get; internal set; }

    internal Simulation Simulation { get; } = simulation;

    internal Observers Observers { get; } = observers;

    internal BleSettings Settings { get; } = settings;

    internal FramePool Pool => _pool;

    /// <summary>Connects a peripheral.</summary>
    /// <param name="node">Whose connection it is.</param>
    /// <param name="anchor">When its first event begins, after the start.</param>
    public BleConnection Connect(Node node, Duration anchor)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new BleConnection(this, node, anchor, Settings.Profile is { } profile ? node.AddMeter(profile) : null);
    }

    /// <summary>A leg from a peripheral through its central to a node, and one back.</summary>
    public (Leg Up, Leg Down) Join(BleConnection connection, Node far)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var (near, edge) = (new Port(connection.Node), new Port(far));
        return (new LinkLeg(this, near, edge, connection, isUp: true), new LinkLeg(this, edge, near, connection, isUp: false));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (LinkLeg)frame.Leg;
        if (sdu(frame.Packet, leg.IsUp) is { } octets)
        {
            leg.Connection.Enqueue(frame, octets, leg.IsUp);
        }
        else
        {
            Observers.FrameLost(this, DropReason.TooLarge);
            frame.Lose(DropReason.TooLarge);
        }
    }

    internal void Told(int payload, Duration airtime)
    {
        Busy += airtime;
        Observers.FrameSent(this, payload, airtime);
    }

    private sealed class LinkLeg(Medium medium, Port from, Port to, BleConnection connection, bool isUp) : Leg(medium, from, to)
    {
        public BleConnection Connection { get; } = connection;

        public bool IsUp { get; } = isUp;
    }
}
