using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A UDP datagram (RFC 768) with content, or with the acknowledgement of content; its object is used again.</summary>
internal sealed class UdpDatagram : InternetPacket
{
    /// <summary>Octets of the UDP header [B].</summary>
    public const int UdpHeaderLength = 8;

    /// <summary>Octets that number a confirmed message, and that acknowledge it [B].</summary>
    public const int NumberLength = 2;

    private const ushort ServerPort = 4000;

    /// <summary>The message that it carries; unset in an acknowledgement.</summary>
    public Message Message;

    /// <summary>The end that sent it.</summary>
    public required UdpEnd Sender { get; init; }

    /// <summary>Number of the message, from 0; −1 if it is not to be confirmed.</summary>
    public int Number { get; set; } = -1;

    /// <summary>Whether it acknowledges a message instead of carrying one.</summary>
    public bool Acknowledges { get; set; }

    public Encoding Encoding { get; init; }

    /// <inheritdoc/>
    public override string Summary =>
        Acknowledges ? $"UDP acknowledgement {Number}"
        : Number < 0 ? $"UDP {Message.Branch.Relation.Name}"
        : $"UDP {Message.Branch.Relation.Name} {Number}";

    /// <inheritdoc/>
    public override bool Carries(in Message message) => !Acknowledges && Message.IsSame(message);

    internal override uint Source => InternetAddress.Of(Sender.Node.Entity);

    internal override uint Destination => InternetAddress.Of(Sender.Peer.Node.Entity);

    protected override byte ProtocolNumber => 17;

    protected override int BodyLength =>
        UdpHeaderLength
        + (Number < 0 ? 0 : NumberLength)
        + (Acknowledges ? 0 : PayloadEncoding.Size(Message.Branch.Relation.Content, Encoding));

    protected override int ChecksumOffset => 6;

    protected override void WriteBody(Span<byte> body)
    {
        var near = Sender.IsNear ? Sender.Node : Sender.Peer.Node;
        var client = InternetAddress.Port(near.Entity, 0);
        BinaryPrimitives.WriteUInt16BigEndian(body, Sender.IsNear ? client : ServerPort);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], Sender.IsNear ? ServerPort : client);
        BinaryPrimitives.WriteUInt16BigEndian(body[4..], (ushort)BodyLength);
        var payload = body[UdpHeaderLength..];
        if (Number >= 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)(Number & 0xFFFF));
            payload = payload[NumberLength..];
        }

        if (!Acknowledges)
        {
            PayloadEncoding.Write(Message.Branch.Relation.Content, Encoding, PayloadEncoding.Seed(Message), payload);
        }
    }
}
