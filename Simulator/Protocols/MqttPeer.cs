using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>One side of an MQTT session, client or broker: what it publishes to the other side, and what it remembers of the other's publishing.</summary>
/// <remarks>Lives on while connections come and go, as session state does (MQTT 3.1.1, section 4.1).</remarks>
internal sealed class MqttPeer(TransportSession session, Node node, MqttOptions options, Entity client, OneM2mParty? primitives = null)
{
    private const int LastIdentifier = 65_535;
    private MessageLine _waiting;
    private MqttPacket? _firstOpen;
    private MqttPacket? _lastOpen;
    private HashSet<int>? _received;
    private int _open;
    private int _identifier;
    private bool _hasAlias;
    private bool _hasWritten;

    /// <summary>Its end of the connection over which the two agree; null while there is none.</summary>
    public TcpEnd? End { get; private set; }

    /// <summary>Whether it may publish when it is connected; a broker may once the client has subscribed.</summary>
    public bool MayPublish { get; set; }

    /// <summary>Whether anything waits or is not confirmed.</summary>
    public bool HasWork => _waiting.Count + _open > 0;

    private bool IsClient => node.Entity == client;

    private bool CanPublish => End is not null && MayPublish && (options.Qos == 0 || _open < options.MaximumInflight);

    /// <summary>Publishes a message now or as soon as possible; drops it where there is no room.</summary>
    public void Send(in Message message)
    {
        var held = options.Qos > 0 ? _open : End?.Backlog ?? 0;
        if (_waiting.Count + held >= options.Buffer)
        {
            node.Observers.Dropped(message, session.Overflow(node), node.Simulation.Now);
        }
        else if (CanPublish && _waiting.Count == 0)
        {
            Publish(message);
        }
        else
        {
            _waiting.Enqueue(message);
        }
    }

    /// <summary>The two sides are connected.</summary>
    public void Connect(TcpEnd end) => (End, _hasAlias) = (end, false);

    /// <summary>The connection is gone.</summary>
    public void Disconnect() => End = null;

    /// <summary>Goes on where an earlier connection ended: repeats what is not confirmed, then what waits.</summary>
    /// <param name="isKnown">Whether the other side remembers; otherwise what it has received is done, and the rest is new to it.</param>
    public void Resume(bool isKnown)
    {
        if (!isKnown)
        {
            _received?.Clear();
        }

        var open = _firstOpen;
        (_firstOpen, _lastOpen, _open) = (null, null, 0);
        for (; open is not null; open = open.Following)
        {
            if (!open.IsReleased)
            {
                Write(Open(open.Again(isKnown, NextAlias())));
            }
            else if (isKnown)
            {
                Open(open.Again(isKnown, MqttAlias.None));
                Acknowledge(MqttPacketType.PublishRelease, open.Identifier);
            }
        }

        Pump();
    }

    /// <summary>Publishes what waits, as far as it may.</summary>
    public void Pump()
    {
        while (_waiting.Count > 0 && CanPublish)
        {
            Publish(_waiting.Dequeue());
        }
    }

    /// <summary>Publishes what no relation asked for: a retained message or a will.</summary>
    public void Forward(MqttPacket packet, bool isRetained)
    {
        if (CanPublish)
        {
            Write(Open(packet.Forwarded(options, NextIdentifier(), isRetained)));
        }
    }

    /// <summary>Publishes a request of oneM2M that no relation asked for.</summary>
    public void Request(OneM2mRequest request) => Forward(request, request.Mqtt, primitives!.RequestTopic(IsApplication));

    /// <summary>Publishes the response to a request of the other side.</summary>
    public void Respond(OneM2mRequest request) =>
        Forward(null, new OneM2mResponse(request).Mqtt, primitives!.ResponseTopic(!IsApplication));

    /// <summary>A PUBLISH of the other side.</summary>
    /// <returns>Whether it is new to the application, as far as this side knows.</returns>
    public bool Take(MqttPacket publish, byte reason)
    {
        if (options.Qos == 1)
        {
            Acknowledge(MqttPacketType.PublishAcknowledgement, publish.Identifier, reason);
            return true;
        }

        if (options.Qos == 0)
        {
            return true;
        }

        var isNew = (_received ??= []).Add(publish.Identifier);
        Acknowledge(MqttPacketType.PublishReceived, publish.Identifier, reason);
        return isNew;
    }

    /// <summary>The other side confirms, or goes on with the exchange of QoS 2.</summary>
    public void Confirmed(MqttPacket packet)
    {
        switch (packet.Type)
        {
            case MqttPacketType.PublishReceived:
                if (Find(packet.Identifier) is { } publish)
                {
                    publish.IsReleased = true;
                }

                Acknowledge(MqttPacketType.PublishRelease, packet.Identifier);
                break;
            case MqttPacketType.PublishRelease:
                _received?.Remove(packet.Identifier);
                Acknowledge(MqttPacketType.PublishComplete, packet.Identifier);
                break;
            default:
                Settle(packet.Identifier);
                Pump();
                break;
        }
    }

    /// <summary>Forgets everything; what has not arrived is dropped.</summary>
    public void Drop(DropReason reason)
    {
        for (var open = _firstOpen; open is not null; open = open.Following)
        {
            open.Withdraw(node, reason);
        }

        (_firstOpen, _lastOpen, _open) = (null, null, 0);
        _received?.Clear();
        while (_waiting.Count > 0)
        {
            node.Observers.Dropped(_waiting.Dequeue(), reason, node.Simulation.Now);
        }
    }

    /// <summary>Whether it has written anything since it was last asked.</summary>
    public bool TakeWritten()
    {
        var hasWritten = _hasWritten;
        _hasWritten = false;
        return hasWritten;
    }

    public int NextIdentifier() => _identifier = _identifier % LastIdentifier + 1;

    private void Publish(in Message message)
    {
        var identifier = options.Qos > 0 ? NextIdentifier() : 0;
        var primitive = primitives?.Carry(message, IsApplication);
        Write(
            Open(
                new MqttPacket(MqttPacketType.Publish, options, client, identifier)
                {
                    Message = message,
                    CarriesMessage = true,
                    IsRetained = options.Retain && IsClient,
                    Alias = NextAlias(),
                    Primitive = primitive,
                    Body = primitive?.Mqtt,
                    OtherTopic = primitives?.RequestTopic(IsApplication),
                }
            )
        );
    }

    private bool IsApplication => primitives!.IsApplication(node);

    private void Forward(OneM2mRequest? request, byte[] body, string topic) =>
        Write(
            Open(
                new MqttPacket(MqttPacketType.Publish, options, client, options.Qos > 0 ? NextIdentifier() : 0)
                {
                    Primitive = request,
                    Body = body,
                    OtherTopic = topic,
                }
            )
        );

    private MqttAlias NextAlias()
    {
        if (!options.TopicAlias || options.Version != MqttVersion.V5)
        {
            return MqttAlias.None;
        }

        var alias = _hasAlias ? MqttAlias.Used : MqttAlias.Defined;
        _hasAlias = true;
        return alias;
    }

    private MqttPacket Open(MqttPacket publish)
    {
        if (options.Qos > 0)
        {
            if (_lastOpen is null)
            {
                _firstOpen = publish;
            }
            else
            {
                _lastOpen.Following = publish;
            }

            _lastOpen = publish;
            _open++;
        }

        return publish;
    }

    private MqttPacket? Find(int identifier)
    {
        var open = _firstOpen;
        while (open is not null && open.Identifier != identifier)
        {
            open = open.Following;
        }

        return open;
    }

    private void Settle(int identifier)
    {
        MqttPacket? before = null;
        var open = _firstOpen;
        while (open is not null && open.Identifier != identifier)
        {
            (before, open) = (open, open.Following);
        }

        if (open is null)
        {
            return;
        }

        if (before is null)
        {
            _firstOpen = open.Following;
        }
        else
        {
            before.Following = open.Following;
        }

        if (_lastOpen == open)
        {
            _lastOpen = before;
        }

        _open--;
    }

    private void Acknowledge(MqttPacketType type, int identifier, byte reason = 0) =>
        Write(new MqttPacket(type, options, client, identifier) { Reason = reason });

    private void Write(MqttPacket packet)
    {
        if (End is { IsClosing: false })
        {
            End.Write(packet);
            _hasWritten = true;
        }
    }
}
