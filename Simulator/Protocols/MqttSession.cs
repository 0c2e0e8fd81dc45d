using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>An MQTT client and its broker.</summary>
internal sealed class MqttSession : TransportSession, IEventTarget
{
    private const ushort Port = 1883;
    private const long KeepAliveToken = 0;
    private const long ConnectToken = 1;
    private static readonly Purpose Start = Purpose.Named("mqtt start");

    private readonly MqttOptions _options;
    private readonly bool _subscribes;
    private readonly Node _client;
    private readonly Node _broker;
    private readonly Alarm? _keepAlive;
    private readonly Alarm? _reconnection;
    private Queue<Message>? _clientWaiting;
    private Queue<Message>? _brokerWaiting;
    private TcpConnection? _connection;
    private bool _isAccepted;
    private bool _isLeaving;
    private bool _isSubscribed;
    private bool _awaitsPing;
    private int _unconfirmed;
    private int _identifier;

    public MqttSession(SessionPlan plan, MqttOptions options)
        : base(plan, options, Port)
    {
        _options = options;
        _subscribes = plan.ServerIsNear || plan.ServerSends;
        (_client, _broker) = plan.ServerIsNear ? (plan.Far, plan.Near) : (plan.Near, plan.Far);
        if (IsPersistent && options.KeepAlive > Duration.Zero)
        {
            _keepAlive = new Alarm(_client.Simulation, this, KeepAliveToken);
        }

        if (_subscribes)
        {
            _reconnection = new Alarm(_client.Simulation, this, ConnectToken);
        }
    }

    /// <summary>A client that receives stays connected whatever the option says for publishers.</summary>
    private bool IsPersistent => _subscribes || _options.Connection == ConnectionLife.Persistent;

    private SimTime Now => _client.Simulation.Now;

    public override void Open()
    {
        var draw = _client.Simulation.Random.Draw(Entity.Link(_client.Entity, _broker.Entity), Start);
        _reconnection?.Restart(_options.ConnectWithin * draw.Uniform());
    }

    public override void Send(in Message message, Node sender)
    {
        var isClient = sender == _client;
        if (!isClient && !_subscribes)
        {
            throw new InvalidOperationException(
                $"The broker {_broker.Entity} has a message for {_client.Entity}, whose session does not subscribe: plan it with ServerSends."
            );
        }

        ref var waiting = ref isClient ? ref _clientWaiting : ref _brokerWaiting;
        var end = isClient ? _connection?.Client : _connection?.Server;
        if ((waiting?.Count ?? 0) + (end?.Backlog ?? 0) >= _options.Buffer)
        {
            sender.Observers.Dropped(message, DropReason.QueueFull, Now);
        }
        else if (isClient ? _isAccepted : _isSubscribed)
        {
            Publish(end!, message);
        }
        else
        {
            (waiting ??= new Queue<Message>()).Enqueue(message);
            if (isClient)
            {
                ConnectIfNeeded();
            }
        }
    }

    public override void Connected(TcpConnection connection) => Write(connection.Client, MqttPacketType.Connect);

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var packet = (MqttPacket)unit;
        var isCurrent = end.Connection == _connection;
        switch (packet.Type)
        {
            case MqttPacketType.Connect:
                Write(end, MqttPacketType.ConnectAcknowledgement);
                break;
            case MqttPacketType.ConnectAcknowledgement when isCurrent:
                Accepted(end);
                break;
            case MqttPacketType.Subscribe:
                Write(end, MqttPacketType.SubscribeAcknowledgement, packet.Identifier);
                Subscribed(end);
                break;
            case MqttPacketType.Publish:
                if (_options.Qos > 0 && !end.IsClosing)
                {
                    Write(end, MqttPacketType.PublishAcknowledgement, packet.Identifier);
                }

                Deliver(end, packet, frame);
                break;
            case MqttPacketType.PublishAcknowledgement when isCurrent && end.IsClient:
                _unconfirmed--;
                DisconnectIfDone();
                break;
            case MqttPacketType.PingRequest:
                Write(end, MqttPacketType.PingResponse);
                break;
            case MqttPacketType.PingResponse:
                _awaitsPing = false;
                break;
        }
    }

    public override void PeerClosed(TcpEnd end)
    {
        if (!end.IsClient)
        {
            end.Close();
        }
        else if (end.Connection == _connection)
        {
            Forget();
            ConnectIfNeeded();
        }
    }

    public override void Failed(TcpConnection connection, DropReason reason)
    {
        var dropped = connection.Client.DropUndelivered(reason) + connection.Server.DropUndelivered(reason);
        if (connection != _connection)
        {
            return;
        }

        // An attempt that failed costs one message, so that a client does not try for ever.
        var neverAccepted = !_isAccepted && !_isLeaving;
        Forget();
        while (_clientWaiting?.Count > 0 && (!_client.IsUp || (neverAccepted && dropped == 0)))
        {
            _client.Observers.Dropped(_clientWaiting.Dequeue(), _client.IsUp ? reason : DropReason.NodeDown, Now);
            dropped++;
        }

        if (_subscribes && _client.IsUp)
        {
            _reconnection!.Restart(_options.ReconnectDelay);
        }
        else
        {
            ConnectIfNeeded();
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == ConnectToken)
        {
            _connection ??= Connect(_client);
        }
        else if (_awaitsPing)
        {
            _connection!.Fail(DropReason.RetriesExhausted);
        }
        else
        {
            _awaitsPing = true;
            Write(_connection!.Client, MqttPacketType.PingRequest);
        }
    }

    private void Accepted(TcpEnd client)
    {
        _isAccepted = true;
        if (_subscribes)
        {
            Write(client, MqttPacketType.Subscribe, NextIdentifier());
        }

        while (_clientWaiting?.Count > 0)
        {
            Publish(client, _clientWaiting.Dequeue());
        }

        DisconnectIfDone();
    }

    private void Subscribed(TcpEnd broker)
    {
        _isSubscribed = true;
        while (_brokerWaiting?.Count > 0)
        {
            Publish(broker, _brokerWaiting.Dequeue());
        }
    }

    private void Publish(TcpEnd end, in Message message)
    {
        if (end.IsClient && _options.Qos > 0)
        {
            _unconfirmed++;
        }

        end.Write(MqttPacket.Publish(message, _options, _client.Entity, NextIdentifier()));
        if (end.IsClient)
        {
            _keepAlive?.Restart(_options.KeepAlive);
        }
    }

    private void Write(TcpEnd end, MqttPacketType type, int identifier = 0)
    {
        end.Write(new MqttPacket(type, _options, _client.Entity, identifier));
        if (end.IsClient)
        {
            _keepAlive?.Restart(_options.KeepAlive);
        }
    }

    private void DisconnectIfDone()
    {
        if (!IsPersistent && _unconfirmed == 0)
        {
            var end = _connection!.Client;
            (_isAccepted, _isLeaving) = (false, true);
            Write(end, MqttPacketType.Disconnect);
            end.Close();
        }
    }

    private void Forget()
    {
        (_connection, _isAccepted, _isLeaving, _isSubscribed, _awaitsPing, _unconfirmed) = (null, false, false, false, false, 0);
        _keepAlive?.Stop();
    }

    private void ConnectIfNeeded()
    {
        if (_connection is null && _clientWaiting?.Count > 0 && _reconnection is not { IsArmed: true })
        {
            _connection = Connect(_client);
        }
    }

    private int NextIdentifier() => _identifier = _identifier % 65_535 + 1;
}
