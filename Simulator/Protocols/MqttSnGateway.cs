using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>The gateway of a MQTT-SN session: keeps what comes for a client that sleeps or is away.</summary>
internal sealed class MqttSnGateway : MqttSnEnd
{
    private const long SupervisionToken = 1;
    private readonly Alarm _supervision;
    private bool _isSubscribed;
    private bool _isActive;
    private bool _isFetching;
    private bool _hasWill;
    private Duration _patience;

    public MqttSnGateway(Node node, MqttSnOptions options, DtlsHandshakes? handshakes)
        : base(node, isNear: false, options, handshakes) => _supervision = new Alarm(node.Simulation, this, SupervisionToken);

    protected override void Proceed()
    {
        while (Open is null && Waiting > 0 && _isSubscribed && (_isActive || _isFetching))
        {
            if (!Link.IsReady)
            {
                Link.Open();
                return;
            }

            Publish(Math.Max(Options.Qos, 0));
        }

        if (_isFetching && Open is null && Link.IsReady)
        {
            _isFetching = false;
            Write(new MqttSnMessage(MqttSnType.PingResponse, Options));
        }
    }

    protected override void Received(MqttSnMessage message, in Frame frame)
    {
        if (_patience > Duration.Zero)
        {
            _supervision.Restart(_patience);
        }

        switch (message.Type)
        {
            case MqttSnType.Publish:
                Take(message, frame);
                break;
            case MqttSnType.Connect when message.HasWill:
                Write(new MqttSnMessage(MqttSnType.WillTopicRequest, Options));
                break;
            case MqttSnType.WillTopic:
                Write(new MqttSnMessage(MqttSnType.WillMessageRequest, Options));
                break;
            case MqttSnType.WillMessage:
                _hasWill = true;
                Accept();
                break;
            case MqttSnType.Connect:
                Accept();
                break;
            case MqttSnType.Register:
                Write(new MqttSnMessage(MqttSnType.RegisterAcknowledgement, Options, message.Identifier));
                break;
            case MqttSnType.Subscribe:
                _isSubscribed = true;
                Write(new MqttSnMessage(MqttSnType.SubscribeAcknowledgement, Options, message.Identifier));
                break;
            case MqttSnType.PublishAcknowledgement:
                Settles(message, MqttSnType.Publish);
                break;
            case MqttSnType.PublishReceived when _isActive || _isFetching:
                Release(message);
                break;
            case MqttSnType.PublishRelease:
                Complete(message);
                break;
            case MqttSnType.PublishComplete:
                Settles(message, MqttSnType.PublishRelease);
                break;
            case MqttSnType.Disconnect:
                _isActive = false;
                Pause();
                Supervise(Options.Sleep);
                Write(new MqttSnMessage(MqttSnType.Disconnect, Options));
                break;
            case MqttSnType.PingRequest when message.NamesClient:
                // Answered once nothing waits any more.
                _isFetching = true;
                Resume();
                break;
            case MqttSnType.PingRequest:
                Write(new MqttSnMessage(MqttSnType.PingResponse, Options));
                break;
        }
    }

    /// <summary>The client does not answer: it is away until it is heard again.</summary>
    protected override void GaveUp(MqttSnMessage message, DropReason reason) => (_isActive, _isFetching) = (false, false);

    protected override void Lost(DropReason reason) => (_isActive, _isFetching) = (false, false);

    /// <summary>The client is lost: its will is published.</summary>
    protected override void Ring(long token)
    {
        (_isActive, _isFetching) = (false, false);
        if (_hasWill && Node.IsUp)
        {
            MqttBroker.At(Node).PublishWill(Will());
        }
    }

    private void Accept()
    {
        (_isActive, _isFetching) = (true, false);
        Supervise(Options.KeepAlive);
        Write(new MqttSnMessage(MqttSnType.ConnectAcknowledgement, Options));
        Resume();
    }

    /// <summary>The will as the broker has it.</summary>
    private MqttPacket Will() =>
        new(
            MqttPacketType.Publish,
            new MqttOptions
            {
                WillLength = Options.WillLength,
                TopicLength = Options.TopicLength,
                ClientIdLength = Options.ClientIdLength,
            },
            Link.Peer.Node.Entity
        )
        {
            IsWill = true,
        };

    /// <summary>A client that is silent for one and a half of its time is away.</summary>
    private void Supervise(Duration time)
    {
        _patience = time * 3 / 2;
        _supervision.Restart(_patience);
    }
}
