using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A session whose messages travel over TCP connections.</summary>
internal abstract class TransportSession : Session, IFrameReceiver, ITransportUser
{
    private readonly Route _up;
    private readonly Route _down;
    private readonly TransportOptions _options;
    private readonly ushort _port;
    private int _connections;

    protected TransportSession(SessionPlan plan, TransportOptions options, ushort port)
        : base(plan.Near, plan.Far)
    {
        (_options, _port) = (options, port);
        _up = new Route(plan.Up, this);
        _down = new Route(plan.Down, this);
    }

    /// <summary>A new connection, asked for by one of the ends.</summary>
    public TcpConnection Connect(Node client) =>
        client == Near
            ? new TcpConnection(Near, Far, _up, _down, this, _options, _connections++, _port)
            : new TcpConnection(Far, Near, _down, _up, this, _options, _connections++, _port);

    void IFrameReceiver.Receive(in Frame frame)
    {
        var segment = (TcpSegment)frame.Packet;
        segment.Sender.Peer.Arrive(segment, frame);
    }

    /// <summary>Nothing to do: transport repeats what is not acknowledged.</summary>
    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    public abstract void Connected(TcpConnection connection);

    public abstract void Received(TcpEnd end, StreamUnit unit, in Frame frame);

    public abstract void PeerClosed(TcpEnd end);

    public abstract void Failed(TcpConnection connection, DropReason reason);

    /// <summary>Hands the message of a unit to the node at an end.</summary>
    protected static void Deliver(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var message = unit.Message;
        message.EndCrossing(frame, end.Node.Simulation.Now);
        end.Node.Receive(message);
    }
}
