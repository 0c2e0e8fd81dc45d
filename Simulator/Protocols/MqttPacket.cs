using System.Buffers.Binary;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>An MQTT control packet.</summary>
/// <param name="type">Which one.</param>
/// <param name="options">Of the session.</param>
/// <param name="client">The client of the session; of a retained copy or a will, the one whose topic it is.</param>
/// <param name="identifier">Packet identifier of PUBLISH, SUBSCRIBE and their acknowledgements; 0 for none.</param>
internal sealed class MqttPacket(MqttPacketType type, MqttOptions options, Entity client, int identifier = 0) : StreamUnit
{
    /// <summary>Reason code of an acknowledgement: nobody has subscribed to the topic.</summary>
    public const byte NoMatchingSubscribers = 0x10;

    public MqttPacketType Type { get; } = type;

    public int Identifier { get; } = identifier;

    /// <summary>Of CONNACK: whether the broker remembers the client; of PUBLISH: whether it is sent again.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Of PUBLISH: whether it is to be kept, or was.</summary>
    public bool IsRetained { get; init; }

    /// <summary>Of PUBLISH: whether its content is the client's last will.</summary>
    public bool IsWill { get; init; }

    /// <summary>Reason code; 0 for success.</summary>
    public byte Reason { get; init; }

    /// <summary>Of PUBLISH: how it names its topic.</summary>
    public MqttAlias Alias { get; init; }

    /// <summary>Of PUBLISH: the primitive of oneM2M that it is a request for; null for nothing.</summary>
    public OneM2mRequest? Primitive { get; init; }

    /// <summary>Of PUBLISH: its content, where that is a primitive; null for that of its message.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Of PUBLISH: its topic, where that is not the client's own; null for that.</summary>
    public string? OtherTopic { get; init; }

    /// <summary>Of SUBSCRIBE: to what.</summary>
    public string? Filter { get; init; }

    /// <summary>Of a PUBLISH without confirmation yet: the next of them.</summary>
    public MqttPacket? Following { get; set; }

    /// <summary>Of a PUBLISH with QoS 2: whether the receiver has it.</summary>
    public bool IsReleased { get; set; }

    public override int Length =>
        Type switch
        {
            MqttPacketType.Connect => MqttSize.Connect(
                options.ClientIdLength,
                options.Version,
                ConnectProperties,
                options.WillLength > 0 ? options.TopicLength : 0,
                options.WillLength,
                options.UserNameLength,
                options.PasswordLength
            ),
            MqttPacketType.ConnectAcknowledgement => MqttSize.ConnectAcknowledgement(
                options.Version,
                MqttProperty.TopicAliasMaximum + MqttProperty.ReceiveMaximum
            ),
            MqttPacketType.Publish => MqttSize.Publish(
                Alias == MqttAlias.Used ? 0 : OtherTopic?.Length ?? options.TopicLength,
                Payload,
                options.Qos,
                options.Version,
                PublishProperties
            ),
            MqttPacketType.Subscribe => MqttSize.Subscribe(Filter!.Length, options.Version),
            MqttPacketType.SubscribeAcknowledgement => MqttSize.SubscribeAcknowledgementOf(options.Version),
            MqttPacketType.PingRequest or MqttPacketType.PingResponse or MqttPacketType.Disconnect => MqttSize.Bare,
            _ => Reason == 0 ? MqttSize.Acknowledgement : MqttSize.AcknowledgementWithReason,
        };

    /// <summary>The topic of the client.</summary>
    public string Topic => OtherTopic ?? ClientName.Topic(client, options.ClientIdLength, options.TopicLength);

    private int Payload =>
        Body is not null ? Body.Length
        : IsWill ? options.WillLength
        : PayloadEncoding.Size(Message.Branch.Relation.Content, options.Encoding);

    private bool IsV5 => options.Version == MqttVersion.V5;

    private int ConnectProperties => MqttProperty.ReceiveMaximum + (options.HasSession ? MqttProperty.SessionExpiry : 0);

    private int PublishProperties => Alias == MqttAlias.None ? 0 : MqttProperty.TopicAlias;

    private int FixedFlags =>
        Type switch
        {
            MqttPacketType.Publish => (IsFlagged ? 8 : 0) | options.Qos << 1 | (IsRetained ? 1 : 0),
            MqttPacketType.Subscribe or MqttPacketType.PublishRelease => 2,
            _ => 0,
        };

    private int ConnectFlags =>
        (options.UserNameLength > 0 ? 128 : 0)
        | (options.PasswordLength > 0 ? 64 : 0)
        | (options.WillLength > 0 ? 4 | options.Qos << 3 : 0)
        | (options.HasSession ? 0 : 2);

    private string ClientId => ClientName.Of(client, options.ClientIdLength);

    /// <summary>The same PUBLISH for another connection.</summary>
    public MqttPacket Again(bool isRepeated, MqttAlias alias) =>
        new(Type, options, client, Identifier)
        {
            Message = Message,
            CarriesMessage = CarriesMessage,
            Original = Account,
            IsFlagged = isRepeated,
            IsRetained = IsRetained,
            IsWill = IsWill,
            IsReleased = IsReleased,
            Primitive = Primitive,
            Body = Body,
            OtherTopic = OtherTopic,
            Alias = alias,
        };

    /// <summary>A copy of a PUBLISH for a subscriber; it belongs to no relation.</summary>
    public MqttPacket Forwarded(MqttOptions subscriber, int identifier, bool isRetained)
    {
        var mixed = subscriber with
        {
            TopicLength = options.TopicLength,
            ClientIdLength = options.ClientIdLength,
            WillLength = options.WillLength,
            Encoding = options.Encoding,
        };
        return new MqttPacket(Type, mixed, client, identifier)
        {
            Message = Message,
            IsRetained = isRetained,
            IsWill = IsWill,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        "MQTT "
        + Type switch
        {
            MqttPacketType.Connect => "CONNECT",
            MqttPacketType.ConnectAcknowledgement => "CONNACK",
            MqttPacketType.Publish when Primitive is not null =>
                $"PUBLISH {Primitive.Title}{(CarriesMessage ? " " + Message.Branch.Relation.Name : "")}",
            MqttPacketType.Publish when Body is not null => "PUBLISH response",
            MqttPacketType.Publish => CarriesMessage ? $"PUBLISH {Message.Branch.Relation.Name}" : "PUBLISH",
            MqttPacketType.PublishAcknowledgement => "PUBACK",
            MqttPacketType.PublishReceived => "PUBREC",
            MqttPacketType.PublishRelease => "PUBREL",
            MqttPacketType.PublishComplete => "PUBCOMP",
            MqttPacketType.Subscribe => "SUBSCRIBE",
            MqttPacketType.SubscribeAcknowledgement => "SUBACK",
            MqttPacketType.PingRequest => "PINGREQ",
            MqttPacketType.PingResponse => "PINGRESP",
            _ => "DISCONNECT",
        };

    public override void Write(Span<byte> destination)
    {
        destination[0] = (byte)((int)Type << 4 | FixedFlags);
        var body = destination[(1 + WriteRemaining(destination[1..]))..];
        switch (Type)
        {
            case MqttPacketType.Connect:
                WriteConnect(body);
                break;
            case MqttPacketType.ConnectAcknowledgement:
                (body[0], body[1]) = (IsFlagged ? (byte)1 : (byte)0, Reason);
                if (IsV5)
                {
                    // Topic alias maximum 10, receive maximum.
                    ReadOnlySpan<byte> properties = [6, 34, 0, 10, 33, .. Number(options.MaximumInflight)];
                    properties.CopyTo(body[2..]);
                }

                break;
            case MqttPacketType.Publish:
                WritePublish(body);
                break;
            case MqttPacketType.Subscribe:
                body = body[WriteIdentifier(body)..];
                body = body[WriteNoProperties(body)..];
                body[WriteText(Filter!, body)] = (byte)options.Qos;
                break;
            case MqttPacketType.SubscribeAcknowledgement:
                body = body[WriteIdentifier(body)..];
                body[WriteNoProperties(body)] = (byte)options.Qos;
                break;
            case MqttPacketType.PingRequest or MqttPacketType.PingResponse or MqttPacketType.Disconnect:
                break;
            default:
                WriteIdentifier(body);
                if (Reason != 0)
                {
                    body[2] = Reason;
                }

                break;
        }
    }

    private void WriteConnect(Span<byte> body)
    {
        body = body[WriteText("MQTT", body)..];
        (body[0], body[1]) = (IsV5 ? (byte)5 : (byte)4, (byte)ConnectFlags);
        Number((int)options.KeepAlive.TotalSeconds).CopyTo(body[2..]);
        body = body[4..];
        if (IsV5)
        {
            body[0] = (byte)ConnectProperties;
            body[1] = 33;
            Number(options.MaximumInflight).CopyTo(body[2..]);
            body = body[4..];
            if (options.HasSession)
            {
                body[0] = 17;
                BinaryPrimitives.WriteUInt32BigEndian(body[1..], (uint)Math.Min(options.SessionExpiry.TotalSeconds, uint.MaxValue));
                body = body[5..];
            }
        }

        body = body[WriteText(ClientId, body)..];
        if (options.WillLength > 0)
        {
            body = body[WriteNoProperties(body)..];
            body = body[WriteText(Topic, body)..];
            body = body[WriteText(new string('-', options.WillLength), body)..];
        }

        foreach (var length in new[] { options.UserNameLength, options.PasswordLength }.Where(length => length > 0))
        {
            body = body[WriteText(new string('-', length), body)..];
        }
    }

    private void WritePublish(Span<byte> body)
    {
        body = body[WriteText(Alias == MqttAlias.Used ? "" : Topic, body)..];
        body = body[(options.Qos > 0 ? WriteIdentifier(body) : 0)..];
        if (Alias != MqttAlias.None)
        {
            ReadOnlySpan<byte> alias = [MqttProperty.TopicAlias, 35, 0, 1];
            alias.CopyTo(body);
            body = body[alias.Length..];
        }
        else
        {
            body = body[WriteNoProperties(body)..];
        }

        if (Body is not null)
        {
            Body.CopyTo(body);
        }
        else if (IsWill)
        {
            body.Fill((byte)'-');
        }
        else
        {
            PayloadEncoding.Write(Message.Branch.Relation.Content, options.Encoding, PayloadEncoding.Seed(Message), body);
        }
    }

    private int WriteRemaining(Span<byte> destination)
    {
        // Remaining length: seven bits per octet, the lowest first, the top bit set while more follow (section 2.2.3).
        var remaining = Length - 2;
        while (1 + MqttSize.LengthOctets(remaining) + remaining > Length)
        {
            remaining--;
        }

        var at = 0;
        do
        {
            var more = remaining >= 128;
            destination[at++] = (byte)(remaining % 128 | (more ? 128 : 0));
            remaining /= 128;
        } while (remaining > 0);

        return at;
    }

    private int WriteIdentifier(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)Identifier);
        return 2;
    }

    private int WriteNoProperties(Span<byte> destination)
    {
        if (!IsV5)
        {
            return 0;
        }

        destination[0] = 0;
        return 1;
    }

    private static byte[] Number(int value) => [(byte)(value >> 8 & 0xFF), (byte)(value & 0xFF)];

    private static int WriteText(string text, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)text.Length);
        return 2 + ASCII.GetBytes(text, destination[2..]);
    }
}
