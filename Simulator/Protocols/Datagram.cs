using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A UDP datagram (RFC 768), in the clear or in a record of DTLS.</summary>
internal abstract class Datagram : InternetPacket, ITranslatedPacket
{
    /// <summary>Octets of the UDP header [B].</summary>
    public const int UdpHeaderLength = 8;

    /// <summary>Longest content of a datagram that is not fragmented, records included [B].</summary>
    public const int Longest = MaximumLength - HeaderLength - UdpHeaderLength;

    /// <summary>The end that sent it.</summary>
    public required DatagramEnd Sender { get; init; }

    /// <inheritdoc/>
    public int Binding { get; set; }

    /// <summary>Number of the security association whose keys protect it; 0 for none.</summary>
    public int Association { get; set; }

    /// <summary>Octets that its record adds [B].</summary>
    public int Overhead { get; set; }

    /// <summary>Octets of the application [B].</summary>
    public abstract int ContentLength { get; }

    internal override uint Source => InternetAddress.Of(Sender.Node.Entity);

    internal override uint Destination => InternetAddress.Of(Sender.Peer.Node.Entity);

    protected override byte ProtocolNumber => 17;

    protected override int BodyLength => UdpHeaderLength + ContentLength + Overhead;

    protected override int ChecksumOffset => 6;

    protected override void WriteBody(Span<byte> body)
    {
        var near = Sender.IsNear ? Sender.Node : Sender.Peer.Node;
        var client = InternetAddress.Port(near.Entity, 0);
        BinaryPrimitives.WriteUInt16BigEndian(body, Sender.IsNear ? client : Sender.ServerPort);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], Sender.IsNear ? Sender.ServerPort : client);
        BinaryPrimitives.WriteUInt16BigEndian(body[4..], (ushort)BodyLength);
        if (Overhead > 0)
        {
            Sender.WriteRecord(ContentLength, body[UdpHeaderLength..]);
        }
        else
        {
            WriteContent(body[UdpHeaderLength..]);
        }
    }

    /// <summary>Writes what the application sends.</summary>
    protected abstract void WriteContent(Span<byte> destination);
}
