using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A MQTT-SN client, which is the near end, and its gateway.</summary>
internal sealed class MqttSnSession : Session
{
    private readonly MqttSnClient _client;
    private readonly MqttSnGateway _gateway;
    private readonly bool _subscribes;

    public MqttSnSession(SessionPlan plan, MqttSnOptions options, DtlsHandshakes? handshakes)
        : base(plan.Near, plan.Far)
    {
        _subscribes = plan.ServerSends;
        _client = new MqttSnClient(plan.Near, options, handshakes, _subscribes);
        _gateway = new MqttSnGateway(plan.Far, options, handshakes);
        _client.Link.Connect(_gateway.Link, new Route(plan.Up, _gateway.Link));
        _gateway.Link.Connect(_client.Link, new Route(plan.Down, _client.Link));
    }

    public override void Open() => _client.Begin();

    public override void Recovered(Node end)
    {
        if (end == Near)
        {
            _client.BeginAnew();
        }
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender == Near)
        {
            _client.Send(message);
        }
        else if (_subscribes)
        {
            _gateway.Send(message);
        }
        else
        {
            throw new InvalidOperationException(
                $"The gateway {Far.Entity} has a message for {Near.Entity}, whose session does not subscribe: plan it with ServerSends."
            );
        }
    }
}
