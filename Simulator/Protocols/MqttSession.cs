using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>An MQTT client and its broker.</summary>
internal sealed class MqttSession : TransportSession, IEventTarget
{
    private const ushort Port = 1883;
    private const ushort SecurePort = 8883;
    private const long KeepAliveToken = 0;
    private const long ConnectToken = 1;
    private const long SupervisionToken = 2;
    private static readonly Purpose Start = Purpose.Named("mqtt start");

    /// <summary>How long a client without keep-alive waits for the broker's answer: a reasonable time (3.1.1, section 3.2).</summary>
    private static readonly Duration ConnectTimeout = 60.Seconds;

    private readonly MqttOptions _options;
    private readonly bool _receives;
    private readonly bool _subscribes;
    private readonly OneM2mParty? _primitives;
    private readonly Node _clientNode;
    private readonly Node _brokerNode;
    private readonly MqttBroker _broker;
    private readonly MqttPeer _client;
    private readonly MqttPeer _server;
    private Alarm? _keepAlive;
    private Alarm? _supervision;
    private Reconnection? _reconnection;
    private TcpConnection? _connection;
    private SimTime _awaySince;
    private bool _isLeaving;
    private bool _awaitsPing;
    private bool _isRemembered;
    private bool _hasWill;
    private bool _isSetUp;

    public MqttSession(SessionPlan plan, MqttOptions options, TlsHandshakes handshakes)
        : base(plan, options, handshakes, options.Security == Security.None ? Port : SecurePort)
    {
        _options = options;
        _receives = plan.ServerIsNear || plan.ServerSends;
        _subscribes = _receives || options.OneM2m != OneM2mUse.None;
        (_clientNode, _brokerNode) = plan.ServerIsNear ? (plan.Far, plan.Near) : (plan.Near, plan.Far);
        if (options.OneM2m != OneM2mUse.None)
        {
            _primitives = new OneM2mParty(options.OneM2m, plan.Near.Entity, plan.Far.Entity, options.Encoding);
        }

        _client = new MqttPeer(this, _clientNode, options, _clientNode.Entity, _primitives) { MayPublish = true };
        _server = new MqttPeer(this, _brokerNode, options, _clientNode.Entity, _primitives);
        if (_subscribes)
        {
            Filter = new TopicFilter(
                _primitives is not null ? $"/oneM2M/resp/{ClientLevel}/+/json"
                : plan.ServerIsNear ? options.Filter
                : Packet(MqttPacketType.Publish).Topic
            );
        }

        _broker = MqttBroker.At(_brokerNode);
        _broker.Join(this);
    }

    public override bool IsListening => _broker.IsUp;

    private TopicFilter Filter { get; }

    /// <summary>What the client is called in topics of oneM2M.</summary>
    private string ClientLevel => _primitives!.TopicLevel(_primitives.IsApplication(_clientNode));

    /// <summary>A client that receives stays connected whatever the option says for publishers.</summary>
    private bool IsPersistent => _subscribes || _options.Connection == ConnectionLife.Persistent;

    private SimTime Now => _clientNode.Simulation.Now;

    public override void Open()
    {
        if (_subscribes)
        {
            var draw = _clientNode.Simulation.Random.Draw(Entity.Link(_clientNode.Entity, _brokerNode.Entity), Start);
            Reconnection.StartAfter(_options.ConnectWithin * draw.Uniform());
        }
    }

    public override void Recovered(Node end)
    {
        if (end == _clientNode && _connection is null && !Reconnection.IsWaiting)
        {
            Open();
        }
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender == _clientNode)
        {
            _client.Send(message);
            ConnectIfNeeded();
            RestartKeepAlive();
            return;
        }

        if (!_subscribes)
        {
            throw new InvalidOperationException(
                $"The broker {_brokerNode.Entity} has a message for {_clientNode.Entity}, whose session does not subscribe: plan it with ServerSends."
            );
        }

        ForgetIfExpired();
        if (_server.End is null && !_options.HasSession && _awaySince > SimTime.Start)
        {
            _brokerNode.Observers.Dropped(message, DropReason.Outage, Now);
        }
        else
        {
            _server.Send(message);
        }
    }

    /// <summary>A retained message or a will goes to this subscriber, if it is there.</summary>
    public void Forward(MqttPacket packet, bool isRetained) => _server.Forward(packet, isRetained);

    /// <summary>The broker has crashed.</summary>
    public void BrokerStopped(bool keepsState)
    {
        foreach (var end in new[] { _server.End, _connection?.Server }.OfType<TcpEnd>().Where(end => !end.IsClosed))
        {
            if (_options.Qos == 0)
            {
                end.DropUndelivered(DropReason.NodeDown);
            }

            end.Forget();
        }

        _supervision?.Stop();
        (_awaySince, _hasWill) = (Now, false);
        _server.Disconnect();
        if (!keepsState)
        {
            ForgetClient(DropReason.NodeDown);
        }
    }

    public override void Connected(TcpConnection connection)
    {
        Write(connection.Client, Packet(MqttPacketType.Connect));
        if (_options.KeepAlive == Duration.Zero)
        {
            KeepAlive.Restart(ConnectTimeout);
        }
    }

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var packet = (MqttPacket)unit;
        if (packet.Type == MqttPacketType.Connect)
        {
            Welcome(end);
        }
        else if (packet.Type == MqttPacketType.ConnectAcknowledgement)
        {
            Accepted(end, packet.IsFlagged);
        }
        else if (end == _server.End)
        {
            RestartSupervision();
            ReceivedByBroker(end, packet, frame);
        }
        else if (end == _client.End)
        {
            ReceivedByClient(end, packet, frame);
        }
    }

    public override void PeerClosed(TcpEnd end)
    {
        end.Close();
        if (end == _server.End)
        {
            ClientLeft();
        }
        else if (end.Connection == _connection && end.IsClient)
        {
            var wasLeaving = _isLeaving;
            Forget();
            if (wasLeaving)
            {
                ConnectIfNeeded();
            }
            else
            {
                TryAgain(DropReason.Outage);
            }
        }
    }

    public override void Failed(TcpEnd end, DropReason reason)
    {
        if (_options.Qos == 0)
        {
            end.DropUndelivered(reason);
        }

        if (end == _server.End)
        {
            ClientLeft();
        }
        else if (end.Connection == _connection && end.IsClient)
        {
            Forget();
            TryAgain(reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case ConnectToken:
                _connection ??= Connect(_clientNode);
                break;
            case SupervisionToken:
                _server.End?.Abort(DropReason.RetriesExhausted);
                break;
            default:
                KeepAliveIsOver();
                break;
        }
    }

    private Alarm KeepAlive => _keepAlive ??= new Alarm(_clientNode.Simulation, this, KeepAliveToken);

    private Reconnection Reconnection => _reconnection ??= new Reconnection(_clientNode, _brokerNode, _options, this, ConnectToken);

    private void KeepAliveIsOver()
    {
        if (_client.End is null || _awaitsPing || !IsPersistent)
        {
            _connection!.Client.Abort(DropReason.RetriesExhausted);
        }
        else
        {
            _awaitsPing = true;
            Write(_client.End, Packet(MqttPacketType.PingRequest));
        }
    }

    /// <summary>The broker answers a client that has connected.</summary>
    private void Welcome(TcpEnd end)
    {
        if (_server.End is { } earlier)
        {
            ClientLeft();
            earlier.Abort(DropReason.Outage);
        }

        ForgetIfExpired();
        var isRemembered = _isRemembered;
        _isRemembered = _options.HasSession;
        _hasWill = _options.WillLength > 0;
        _server.Connect(end);
        RestartSupervision();
        end.Write(new MqttPacket(MqttPacketType.ConnectAcknowledgement, _options, _clientNode.Entity) { IsFlagged = isRemembered });
        if (isRemembered)
        {
            _server.Resume(isKnown: true);
        }
    }

    private void Accepted(TcpEnd end, bool isRemembered)
    {
        if (end.Connection != _connection)
        {
            return;
        }

        _reconnection?.Succeeded();
        _client.Connect(end);
        if (_subscribes && !isRemembered)
        {
            var subscribe = new MqttPacket(MqttPacketType.Subscribe, _options, _clientNode.Entity, _client.NextIdentifier())
            {
                Filter = Filter.Text,
            };
            Write(end, subscribe);
            if (_primitives is not null && _receives)
            {
                var requests = new MqttPacket(MqttPacketType.Subscribe, _options, _clientNode.Entity, _client.NextIdentifier())
                {
                    Filter = $"/oneM2M/req/+/{ClientLevel}/json",
                };
                Write(end, requests);
            }
        }

        if (_options.KeepAlive == Duration.Zero)
        {
            KeepAlive.Stop();
        }

        _client.Resume(isRemembered);
        SetUp();
        RestartKeepAlive();
        DisconnectIfDone();
    }

    private void ReceivedByBroker(TcpEnd end, MqttPacket packet, in Frame frame)
    {
        switch (packet.Type)
        {
            case MqttPacketType.Subscribe:
                end.Write(Packet(MqttPacketType.SubscribeAcknowledgement, packet.Identifier));
                _server.MayPublish = true;
                _server.Pump();
                _broker.Subscribe(Filter, this);
                break;
            case MqttPacketType.Publish:
                if (packet.IsRetained)
                {
                    _broker.Retain(packet);
                }

                // As mosquitto 2.0.11, which says so in a PUBACK only; a PUBREC might as well.
                var isUnwanted = _options is { Version: MqttVersion.V5, Qos: 1 } && !_broker.HasSubscriber(packet.Topic);
                Take(_server, end, packet, isUnwanted ? MqttPacket.NoMatchingSubscribers : (byte)0, frame);
                break;
            case MqttPacketType.PingRequest:
                end.Write(Packet(MqttPacketType.PingResponse));
                break;
            case MqttPacketType.Disconnect:
                _hasWill = false;
                break;
            default:
                _server.Confirmed(packet);
                break;
        }
    }

    private void ReceivedByClient(TcpEnd end, MqttPacket packet, in Frame frame)
    {
        switch (packet.Type)
        {
            case MqttPacketType.Publish:
                Take(_client, end, packet, 0, frame);
                RestartKeepAlive();
                break;
            case MqttPacketType.PingResponse:
                _awaitsPing = false;
                break;
            case MqttPacketType.SubscribeAcknowledgement:
                break;
            default:
                _client.Confirmed(packet);
                RestartKeepAlive();
                DisconnectIfDone();
                break;
        }
    }

    private static void Take(MqttPeer receiver, TcpEnd end, MqttPacket packet, byte reason, in Frame frame)
    {
        if (!receiver.Take(packet, reason))
        {
            return;
        }

        if (packet.Primitive is { } request)
        {
            receiver.Respond(request);
        }

        if (packet.CarriesMessage)
        {
            Deliver(end, packet, frame);
        }
    }

    /// <summary>The application asks once for the resources that it needs; what is not confirmed goes again as any publication does.</summary>
    private void SetUp()
    {
        if (_primitives is null || _isSetUp)
        {
            return;
        }

        _isSetUp = true;
        foreach (var request in _primitives.SetUp(_receives))
        {
            _client.Request(request);
        }
    }

    /// <summary>The broker has lost the client, or the client has left.</summary>
    private void ClientLeft()
    {
        _server.Disconnect();
        _supervision?.Stop();
        _awaySince = Now;
        if (!_options.HasSession)
        {
            ForgetClient(DropReason.Outage);
        }

        if (_hasWill)
        {
            _hasWill = false;
            _broker.PublishWill(new MqttPacket(MqttPacketType.Publish, _options, _clientNode.Entity) { IsWill = true });
        }
    }

    private void ForgetIfExpired()
    {
        if (_server.End is null && _isRemembered && Now - _awaySince > _options.SessionExpiry)
        {
            ForgetClient(DropReason.Outage);
        }
    }

    private void ForgetClient(DropReason reason)
    {
        _server.Drop(reason);
        _isRemembered = false;
        if (_subscribes)
        {
            _server.MayPublish = false;
            _broker.Unsubscribe(Filter, this);
        }
    }

    private void TryAgain(DropReason reason)
    {
        if (!_clientNode.IsUp)
        {
            _client.Drop(DropReason.NodeDown);
            return;
        }

        if (!_subscribes && !_client.HasWork)
        {
            return;
        }

        Reconnection.TryAgain();
        if (Reconnection.HasGivenUp)
        {
            _client.Drop(reason);
            if (!_subscribes)
            {
                Reconnection.Stop();
            }
        }
    }

    private void DisconnectIfDone()
    {
        if (!IsPersistent && !_client.HasWork)
        {
            var end = _client.End!;
            _isLeaving = true;
            Write(end, Packet(MqttPacketType.Disconnect));
            _client.Disconnect();
            _keepAlive?.Stop();
            end.Close();
        }
    }

    private void Forget()
    {
        (_connection, _isLeaving, _awaitsPing) = (null, false, false);
        _client.Disconnect();
        _keepAlive?.Stop();
    }

    private void ConnectIfNeeded()
    {
        if (_connection is null && _client.HasWork && _reconnection is not { IsWaiting: true })
        {
            _connection = Connect(_clientNode);
        }
    }

    private void Write(TcpEnd end, MqttPacket packet)
    {
        end.Write(packet);
        ArmKeepAlive();
    }

    private void ArmKeepAlive()
    {
        if (_options.KeepAlive > Duration.Zero)
        {
            KeepAlive.Restart(_options.KeepAlive);
        }
    }

    /// <summary>Counts from the client's last packet, if it has written one just now.</summary>
    private void RestartKeepAlive()
    {
        if (_client.TakeWritten())
        {
            ArmKeepAlive();
        }
    }

    /// <summary>The broker has heard from the client; only where it matters to others whether the client is there.</summary>
    private void RestartSupervision()
    {
        if (_options.KeepAlive > Duration.Zero && (_subscribes || _hasWill))
        {
            _supervision ??= new Alarm(_clientNode.Simulation, this, SupervisionToken);
            _supervision.Restart(_options.KeepAlive * 3 / 2);
        }
    }

    private MqttPacket Packet(MqttPacketType type, int identifier = 0) => new(type, _options, _clientNode.Entity, identifier);
}
