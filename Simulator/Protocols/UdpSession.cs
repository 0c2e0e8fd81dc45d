using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Two ends that exchange datagrams.</summary>
internal sealed class UdpSession : Session
{
    private readonly UdpEnd _near;
    private readonly UdpEnd _far;

    public UdpSession(SessionPlan plan, UdpOptions options)
        : base(plan.Near, plan.Far)
    {
        _near = new UdpEnd(plan.Near, isNear: true, options);
        _far = new UdpEnd(plan.Far, isNear: false, options);
        _near.Connect(_far, new Route(plan.Up, _far));
        _far.Connect(_near, new Route(plan.Down, _near));
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
