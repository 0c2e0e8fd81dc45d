using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram with content, or with the acknowledgement of content; its object is used again.</summary>
internal sealed class UdpDatagram : Datagram
{
    /// <summary>Octets that number a confirmed message, and that acknowledge it [B].</summary>
    public const int NumberLength = 2;

    /// <summary>The message that it carries; unset in an acknowledgement.</summary>
    public Message Message;

    /// <summary>The application that sent it.</summary>
    public required UdpEnd End { get; init; }

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

    public override int ContentLength =>
        (Number < 0 ? 0 : NumberLength) + (Acknowledges ? 0 : PayloadEncoding.Size(Message.Branch.Relation.Content, Encoding));

    protected override void WriteContent(Span<byte> destination)
    {
        if (Number >= 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(Number & 0xFFFF));
            destination = destination[NumberLength..];
        }

        if (!Acknowledges)
        {
            PayloadEncoding.Write(Message.Branch.Relation.Content, Encoding, PayloadEncoding.Seed(Message), destination);
        }
    }
}
