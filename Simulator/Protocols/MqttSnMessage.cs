using System.Buffers.Binary;

namespace M2mVsIoTSim.Protocols;

/// <summary>A message of MQTT-SN; a repetition is the same message again.</summary>
/// <param name="type">Which.</param>
/// <param name="options">Of the session.</param>
/// <param name="identifier">That its answer repeats; 0 for none.</param>
internal sealed class MqttSnMessage(MqttSnType type, MqttSnOptions options, int identifier = 0)
{
    private const byte Filler = (byte)'d';
    private const byte WillFlag = 1 << 3;

    public MqttSnType Type { get; } = type;

    public int Identifier { get; } = identifier;

    /// <summary>Of PUBLISH: what it carries.</summary>
    public MessageAccount? Account { get; init; }

    /// <summary>Of PUBLISH: its quality of service.</summary>
    public int Qos { get; init; }

    /// <summary>Of CONNECT: whether the gateway is to ask for a last will.</summary>
    public bool HasWill { get; init; }

    /// <summary>Of DISCONNECT: how long the client sleeps [s]; 0 without.</summary>
    public int Sleep { get; init; }

    /// <summary>Of PINGREQ: whether it names a client that has slept.</summary>
    public bool NamesClient { get; init; }

    /// <summary>Whether it has been sent before.</summary>
    public bool IsRepeated { get; set; }

    public int Length =>
        Type switch
        {
            MqttSnType.Connect => MqttSnSize.Connect(options.ClientIdLength),
            MqttSnType.ConnectAcknowledgement => MqttSnSize.ConnectAcknowledgement,
            MqttSnType.WillTopic => MqttSnSize.WillTopic(options.TopicLength),
            MqttSnType.WillMessage => MqttSnSize.WillMessage(options.WillLength),
            MqttSnType.Register => MqttSnSize.Register(options.TopicLength),
            MqttSnType.RegisterAcknowledgement or MqttSnType.PublishAcknowledgement => MqttSnSize.Acknowledgement,
            MqttSnType.Publish => MqttSnSize.Publish(Payload),
            MqttSnType.PublishReceived or MqttSnType.PublishRelease or MqttSnType.PublishComplete => MqttSnSize.Numbered,
            MqttSnType.Subscribe => MqttSnSize.Subscribe(options.Topic == MqttSnTopic.Registered ? options.TopicLength : 2),
            MqttSnType.SubscribeAcknowledgement => MqttSnSize.SubscribeAcknowledgement,
            MqttSnType.PingRequest => MqttSnSize.PingRequest(NamesClient ? options.ClientIdLength : 0),
            MqttSnType.Disconnect => Sleep > 0 ? MqttSnSize.Sleep : MqttSnSize.Bare,
            _ => MqttSnSize.Bare,
        };

    private int Payload => PayloadEncoding.Size(Account!.Message.Branch.Relation.Content, options.Encoding);

    private byte Flags => (byte)((IsRepeated ? 1 << 7 : 0) | (Qos & 3) << 5 | (int)options.Topic);

    public void Write(Span<byte> destination)
    {
        var at = 1;
        if (Length < 256)
        {
            destination[0] = (byte)Length;
        }
        else
        {
            destination[0] = 1;
            BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)Length);
            at = 3;
        }

        destination[at++] = (byte)Type;
        var rest = destination[at..Length];
        rest.Fill(Filler);
        switch (Type)
        {
            case MqttSnType.Connect:
                rest[0] = HasWill ? WillFlag : (byte)0;
                rest[1] = 1;
                BinaryPrimitives.WriteUInt16BigEndian(rest[2..], (ushort)options.KeepAlive.TotalSeconds);
                break;
            case MqttSnType.ConnectAcknowledgement:
                rest[0] = 0;
                break;
            case MqttSnType.WillTopic:
                rest[0] = (byte)(options.Qos << 5);
                break;
            case MqttSnType.PublishReceived or MqttSnType.PublishRelease or MqttSnType.PublishComplete:
                BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)Identifier);
                break;
            case MqttSnType.Register:
                WriteNumbers(rest, topic: 0);
                break;
            case MqttSnType.RegisterAcknowledgement or MqttSnType.PublishAcknowledgement:
                WriteNumbers(rest, topic: 1);
                rest[4] = 0;
                break;
            case MqttSnType.Publish:
                rest[0] = Flags;
                WriteNumbers(rest[1..], topic: 1);
                var message = Account!.Message;
                PayloadEncoding.Write(message.Branch.Relation.Content, options.Encoding, PayloadEncoding.Seed(message), rest[5..]);
                break;
            case MqttSnType.Subscribe:
                rest[0] = Flags;
                BinaryPrimitives.WriteUInt16BigEndian(rest[1..], (ushort)Identifier);
                break;
            case MqttSnType.SubscribeAcknowledgement:
                rest[0] = Flags;
                WriteNumbers(rest[1..], topic: 1);
                rest[5] = 0;
                break;
            case MqttSnType.Disconnect when Sleep > 0:
                BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)Sleep);
                break;
        }
    }

    private void WriteNumbers(Span<byte> destination, ushort topic)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, topic);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)Identifier);
    }
}
