using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Two ends that exchange datagrams.</summary>
internal sealed class UdpSession : Session
{
    private readonly UdpEnd _near;
    private readonly UdpEnd _far;

    public UdpSession(SessionPlan plan, UdpOptions options, DtlsHandshakes? handshakes)
        : base(plan.Near, plan.Far)
    {
        _near = new UdpEnd(plan.Near, isNear: true, options, handshakes);
        _far = new UdpEnd(plan.Far, isNear: false, options, handshakes);
        _near.Link.Connect(_far.Link, new Route(plan.Up, _far.Link));
        _far.Link.Connect(_near.Link, new Route(plan.Down, _near.Link));
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender == Near)
        {
            _near.Send(message);
        }
        else
        {
            _far.Send(message);
        }
    }
}
