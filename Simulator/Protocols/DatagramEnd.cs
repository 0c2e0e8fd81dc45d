using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a session of datagrams: puts them on the way, under DTLS where that is asked for, and hands over what is genuine.</summary>
internal sealed class DatagramEnd : IFrameReceiver
{
    private readonly IDatagramUser _user;
    private readonly DtlsEnd? _security;
    private DatagramEnd? _peer;
    private Route? _route;

    /// <summary>Where the far end last heard the near one.</summary>
    private int _binding;

    public DatagramEnd(Node node, bool isNear, ushort serverPort, IDatagramUser user, DatagramOptions options, DtlsHandshakes? handshakes)
    {
        (Node, IsNear, ServerPort, _user) = (node, isNear, serverPort, user);
        _security = handshakes is null ? null : new DtlsEnd(this, options, handshakes);
    }

    public Node Node { get; }

    public bool IsNear { get; }

    public ushort ServerPort { get; }

    public DatagramEnd Peer => _peer!;

    /// <summary>Luck of the way from here to the peer.</summary>
    public Entity Way => Entity.Link(Node.Entity, Peer.Node.Entity);

    public SimTime Now => Node.Simulation.Now;

    /// <summary>Whether a datagram may be sent now; otherwise <see cref="Open"/> makes it so, or tells that it could not.</summary>
    public bool IsReady => _security is null || _security.IsReady;

    /// <summary>What loses a message for which there is no room here.</summary>
    public DropReason Overflow => _route!.Overflow;

    /// <summary>What loses a message that is given up here.</summary>
    public DropReason Exhausted => _route!.Exhausted;

    /// <summary>Octets that security adds to a datagram [B].</summary>
    public int Overhead => _security?.Overhead ?? 0;

    public void Connect(DatagramEnd peer, Route route) => (_peer, _route) = (peer, route);

    public void Open() => _security?.Begin();

    /// <summary>
    /// The peer does not answer: what it knows of the association is in doubt, and the next datagram of the near end begins with a
    /// handshake. A far end keeps it: who does not answer there may sleep, and could not be asked for a handshake either.
    /// </summary>
    public void Doubt()
    {
        if (IsNear)
        {
            _security?.Forget();
        }
    }

    /// <summary>Sends a datagram of the application.</summary>
    public void Send(Datagram datagram)
    {
        if (_security is not null)
        {
            _security.Protect(datagram);
        }

        Emit(datagram);
    }

    /// <summary>Puts a datagram on its way as it is.</summary>
    public void Emit(Datagram datagram)
    {
        datagram.Binding = IsNear ? 0 : _binding;
        var frame = new Frame(datagram, _route!, Now);
        frame.Leg.Medium.Send(frame);
    }

    /// <summary>Writes a record around content.</summary>
    public void WriteRecord(int content, Span<byte> destination) => _security!.WriteRecord(content, destination);

    /// <summary>The application may send.</summary>
    public void BecomeReady() => _user.Ready();

    /// <summary>There is no way to send.</summary>
    public void Fail(DropReason reason) => _user.Failed(reason);

    void IFrameReceiver.Receive(in Frame frame)
    {
        var datagram = (Datagram)frame.Packet;
        if (datagram is DtlsDatagram flight)
        {
            if (Node.IsUp)
            {
                _binding = flight.Binding;
                _security!.Receive(flight);
            }
        }
        else if (Accepts(datagram))
        {
            _user.Received(datagram, frame);
        }
        else
        {
            _user.Lost(datagram, DropReason.Forgotten);
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason)
    {
        if (frame.Packet is Datagram datagram and not DtlsDatagram)
        {
            _user.Lost(datagram, reason);
        }
    }

    /// <summary>Whether keys and, where no connection identifier tells the sender, its address are known.</summary>
    private bool Accepts(Datagram datagram)
    {
        var isKnown =
            _security is null
            || (
                datagram.Association != 0
                && datagram.Association == _security.Association
                && (IsNear || datagram.Binding == _binding || _security.HasConnectionId)
            );
        if (isKnown)
        {
            _binding = datagram.Binding;
        }

        return isKnown;
    }
}
