using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A session whose messages travel over TCP connections.</summary>
internal abstract class TransportSession : Session, IFrameReceiver, ITransportUser
{
    private readonly Route _up;
    private readonly Route _down;
    private readonly TransportOptions _options;
    private readonly TlsHandshakes _handshakes;
    private readonly ushort _port;
    private int _connections;
    private bool _isNearKnown;
    private bool _isFarKnown;

    protected TransportSession(SessionPlan plan, TransportOptions options, TlsHandshakes handshakes, ushort port)
        : base(plan.Near, plan.Far)
    {
        (_options, _handshakes, _port) = (options, handshakes, port);
        _up = new Route(plan.Up, this);
        _down = new Route(plan.Down, this);
    }

    /// <summary>Whether the end that listens is there.</summary>
    public virtual bool IsListening => true;

    /// <summary>What loses a message for which its sender has no room.</summary>
    public DropReason Overflow(Node sender) => (sender == Near ? _up : _down).Overflow;

    /// <summary>A new connection, asked for by one of the ends.</summary>
    public TcpConnection Connect(Node client) =>
        client == Near
            ? new TcpConnection(Near, Far, _up, _down, this, _options, _connections++, _port, _handshakes.For(_isNearKnown))
            : new TcpConnection(Far, Near, _down, _up, this, _options, _connections++, _port, _handshakes.For(_isFarKnown));

    void IFrameReceiver.Receive(in Frame frame)
    {
        var segment = (TcpSegment)frame.Packet;
        segment.Sender.Peer.Arrive(segment, frame);
    }

    /// <summary>Nothing to do: transport repeats what is not acknowledged.</summary>
    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    void ITransportUser.Connected(TcpConnection connection)
    {
        // From here on the client holds a ticket.
        if (connection.Client.Node == Near)
        {
            _isNearKnown = true;
        }
        else
        {
            _isFarKnown = true;
        }

        Connected(connection);
    }

    public abstract void Connected(TcpConnection connection);

    public abstract void Received(TcpEnd end, StreamUnit unit, in Frame frame);

    public abstract void PeerClosed(TcpEnd end);

    public abstract void Failed(TcpEnd end, DropReason reason);

    /// <summary>Hands the message of a unit to the node at an end; one that came before is told apart, one given up stays lost.</summary>
    protected static void Deliver(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var (account, now) = (unit.Account, end.Node.Simulation.Now);
        var message = unit.Message;
        message.EndCrossing(frame, now);
        if (account.IsDelivered)
        {
            end.Node.Observers.Duplicate(message, now);
        }
        else if (!account.IsWithdrawn)
        {
            account.IsDelivered = true;
            end.Node.Receive(message);
        }
    }
}
