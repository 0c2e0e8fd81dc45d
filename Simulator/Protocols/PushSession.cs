using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A session of two lanes: each end pushes over connections of its own.</summary>
internal sealed class PushSession : TransportSession
{
    private readonly PushLane _up;
    private readonly PushLane _down;

    public PushSession(SessionPlan plan, TransportOptions options, ushort port, ConnectionLife life, bool isConfirmed, UnitFactory unitOf)
        : base(plan, options, port)
    {
        _up = new PushLane(this, plan.Near, options.Buffer, life, isConfirmed, unitOf);
        _down = new PushLane(this, plan.Far, options.Buffer, life, isConfirmed, unitOf);
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

    public override void Failed(TcpConnection connection, DropReason reason) => LaneOf(connection).Failed(connection, reason);

    private PushLane LaneOf(TcpConnection connection) => connection.Client.Node == Near ? _up : _down;
}
