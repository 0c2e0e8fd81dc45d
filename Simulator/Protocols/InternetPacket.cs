using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>An IPv4 packet without options (RFC 791), with its checksums.</summary>
public abstract class InternetPacket : Packet
{
    /// <summary>Octets of the header [B].</summary>
    public const int HeaderLength = 20;

    /// <summary>Longest packet that an Ethernet carries [B]; longer ones are not fragmented.</summary>
    public const int MaximumLength = 1500;

    /// <inheritdoc/>
    public sealed override int Length => HeaderLength + BodyLength;

    /// <inheritdoc/>
    public sealed override int? InternetProtocol => ProtocolNumber;

    /// <summary>Address of the sender.</summary>
    internal abstract uint Source { get; }

    /// <summary>Address of the receiver.</summary>
    internal abstract uint Destination { get; }

    /// <summary>Protocol number: 6 TCP, 17 UDP.</summary>
    protected abstract byte ProtocolNumber { get; }

    /// <summary>Octets after the header [B].</summary>
    protected abstract int BodyLength { get; }

    /// <summary>Where in the body its checksum stands [B].</summary>
    protected abstract int ChecksumOffset { get; }

    /// <inheritdoc/>
    public sealed override void Write(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException($"A packet of {Length} B does not fit into {destination.Length} B.", nameof(destination));
        }

        var packet = destination[..Length];
        packet.Clear();
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)Length);
        packet[6] = 0x40;
        packet[8] = 64;
        packet[9] = ProtocolNumber;
        BinaryPrimitives.WriteUInt32BigEndian(packet[12..], Source);
        BinaryPrimitives.WriteUInt32BigEndian(packet[16..], Destination);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], Fold(Sum(packet[..HeaderLength])));
        var body = packet[HeaderLength..];
        WriteBody(body);
        var pseudoHeader = Sum(packet[12..20]) + ProtocolNumber + (uint)BodyLength;
        var checksum = Fold(pseudoHeader + Sum(body));
        BinaryPrimitives.WriteUInt16BigEndian(body[ChecksumOffset..], checksum == 0 ? (ushort)0xFFFF : checksum);
    }

    /// <summary>Writes what follows the header, with a checksum of zero.</summary>
    protected abstract void WriteBody(Span<byte> body);

    /// <summary>Sum of 16-bit words, an odd last octet padded with zero (RFC 1071).</summary>
    private static uint Sum(ReadOnlySpan<byte> octets)
    {
        var sum = 0u;
        for (var i = 0; i + 1 < octets.Length; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(octets[i..]);
        }

        return octets.Length % 2 == 0 ? sum : sum + ((uint)octets[^1] << 8);
    }

    private static ushort Fold(uint sum)
    {
        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)(~sum & 0xFFFF);
    }
}
