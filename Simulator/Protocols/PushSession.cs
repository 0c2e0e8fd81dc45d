using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A session of two lanes: each end pushes over connections of its own.</summary>
internal sealed class PushSession : TransportSession
{
    private readonly PushLane _up;
    private readonly PushLane _down;

    public PushSession(SessionPlan plan, TransportOptions options, TlsHandshakes handshakes, ushort port, PushTerms terms)
        : base(plan, options, handshakes, port)
    {
        _up = new PushLane(this, plan.Near, plan.Far, options, terms);
        _down = new PushLane(this, plan.Far, plan.Near, options, terms);
    }

    public override void Send(in Message message, Node sender) => (sender == Near ? _up : _down).Send(message);

    public override void Connected(TcpConnection connection) => LaneOf(connection).Connected();

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        if (unit.CarriesMessage)
        {
            LaneOf(end.Connection).Confirm(end);
            Deliver(end, unit, frame);
        }
        else
        {
            LaneOf(end.Connection).Confirmed(end.Connection);
        }
    }

    public override void PeerClosed(TcpEnd end)
    {
        if (end.IsClient)
        {
            LaneOf(end.Connection).Closed(end.Connection);
        }
        else
        {
            end.Close();
        }
    }

    public override void Failed(TcpEnd end, DropReason reason)
    {
        // A receiver that loses its connection loses receipts only.
        if (end.IsClient)
        {
            LaneOf(end.Connection).Failed(end, reason);
        }
    }

    private PushLane LaneOf(TcpConnection connection) => connection.Client.Node == Near ? _up : _down;
}
