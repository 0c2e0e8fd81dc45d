using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A session in which each end writes over connections of its own, or one end writes and asks.</summary>
internal sealed class HttpSession : TransportSession
{
    private readonly HttpLane? _up;
    private readonly HttpLane? _down;

    public HttpSession(SessionPlan plan, HttpOptions options, TlsHandshakes handshakes, ushort port)
        : base(plan, options, handshakes, port)
    {
        var primitives =
            options.OneM2m == OneM2mUse.None ? null : new OneM2mParty(options.OneM2m, plan.Near.Entity, plan.Far.Entity, options.Encoding);
        _up = options.Poller == HttpPoller.Far ? null : new HttpLane(this, plan.Near, plan.Far, options, primitives, plan.ServerSends);
        _down = options.Poller == HttpPoller.Near ? null : new HttpLane(this, plan.Far, plan.Near, options, primitives, receives: true);
    }

    public override void Open()
    {
        (_up is null ? _down : _up)!.Open();
        _up?.SetUp();
        _down?.SetUp();
    }

    public override void Send(in Message message, Node sender)
    {
        var (own, other) = sender == Near ? (_up, _down) : (_down, _up);
        if (own is not null)
        {
            own.Send(message);
        }
        else
        {
            other!.Keep(message);
        }
    }

    public override void Connected(TcpConnection connection) => LaneOf(connection).Connected();

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        // An end that has closed reads no more: what it misses goes again over the next connection.
        if (end.IsClosing)
        {
            return;
        }

        // First the message: a response that carries one is followed by the next request.
        if (unit.CarriesMessage)
        {
            Deliver(end, unit, frame);
        }

        LaneOf(end.Connection).Received(end, (HttpUnit)unit);
    }

    public override void PeerClosed(TcpEnd end)
    {
        end.Close();
        if (end.IsClient)
        {
            LaneOf(end.Connection).Closed(end.Connection);
        }
    }

    public override void Failed(TcpEnd end, DropReason reason)
    {
        // A server that loses its connection loses responses only.
        if (end.IsClient)
        {
            LaneOf(end.Connection).Failed(end, reason);
        }
        else
        {
            LaneOf(end.Connection).Lost(end.Connection);
        }
    }

    private HttpLane LaneOf(TcpConnection connection) => (connection.Client.Node == Near ? _up : _down)!;
}
