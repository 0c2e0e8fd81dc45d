using System.Buffers.Binary;
using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>An MQTT 3.1.1 control packet.</summary>
internal sealed class MqttPacket(MqttPacketType type, MqttOptions options, Entity client, int identifier = 0) : StreamUnit
{
    public MqttPacketType Type { get; } = type;

    /// <summary>Packet identifier of PUBLISH, SUBSCRIBE and their acknowledgements.</summary>
    public int Identifier { get; } = identifier;

    public override int Length =>
        Type switch
        {
            MqttPacketType.Connect => MqttSize.Connect(options.ClientIdLength),
            MqttPacketType.Publish => MqttSize.Publish(options.TopicLength, Payload, options.Qos),
            MqttPacketType.Subscribe => MqttSize.Subscribe(options.TopicLength),
            MqttPacketType.SubscribeAcknowledgement => MqttSize.SubscribeAcknowledgement,
            MqttPacketType.ConnectAcknowledgement or MqttPacketType.PublishAcknowledgement => MqttSize.Acknowledgement,
            _ => MqttSize.Bare,
        };

    private int Payload => PayloadEncoding.Size(Message.Branch.Relation.Content, options.Encoding);

    /// <summary>A PUBLISH of a message.</summary>
    public static MqttPacket Publish(in Message message, MqttOptions options, Entity client, int identifier) =>
        new(MqttPacketType.Publish, options, client, identifier) { Message = message, CarriesMessage = true };

    public override void Write(Span<byte> destination)
    {
        destination[0] = (byte)((int)Type << 4 | FixedFlags);
        var at = 1 + WriteLength(destination[1..]);
        switch (Type)
        {
            case MqttPacketType.Connect:
                at += WriteText("MQTT", destination[at..]);
                destination[at++] = 4;
                destination[at++] = 2;
                BinaryPrimitives.WriteUInt16BigEndian(destination[at..], (ushort)options.KeepAlive.TotalSeconds);
                WriteText(ClientId, destination[(at + 2)..]);
                break;
            case MqttPacketType.Publish:
                at += WriteText(Topic, destination[at..]);
                at += options.Qos > 0 ? WriteIdentifier(destination[at..]) : 0;
                PayloadEncoding.Write(Message.Branch.Relation.Content, options.Encoding, PayloadEncoding.Seed(Message), destination[at..]);
                break;
            case MqttPacketType.Subscribe:
                at += WriteIdentifier(destination[at..]);
                at += WriteText(Topic, destination[at..]);
                destination[at] = (byte)options.Qos;
                break;
            case MqttPacketType.SubscribeAcknowledgement:
                at += WriteIdentifier(destination[at..]);
                destination[at] = (byte)options.Qos;
                break;
            case MqttPacketType.PublishAcknowledgement:
                WriteIdentifier(destination[at..]);
                break;
            case MqttPacketType.ConnectAcknowledgement:
                destination.Slice(at, 2).Clear();
                break;
        }
    }

    private int FixedFlags =>
        Type switch
        {
            MqttPacketType.Publish => options.Qos << 1,
            MqttPacketType.Subscribe => 2,
            _ => 0,
        };

    private string ClientId
    {
        get
        {
            var number = client.Number.ToString(CultureInfo.InvariantCulture);
            var text = "dev" + number.PadLeft(Math.Max(1, options.ClientIdLength - 3), '0');
            return text[^Math.Min(text.Length, options.ClientIdLength)..].PadLeft(options.ClientIdLength, '0');
        }
    }

    private string Topic
    {
        get
        {
            var text = $"sensors/{ClientId}/t";
            return text[^Math.Min(text.Length, options.TopicLength)..].PadRight(options.TopicLength, '_');
        }
    }

    private int WriteLength(Span<byte> destination)
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

    private static int WriteText(string text, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)text.Length);
        return 2 + ASCII.GetBytes(text, destination[2..]);
    }
}
