namespace M2mVsIoTSim.Radio.LowPan;

/// <summary>Sizes of 6LoWPAN: compressed headers and fragments.</summary>
/// <remarks>RFC 6282, sections 3 and 4; RFC 4944, section 5.3. Field codes as in Contiki-NG's sicslowpan.h (confirmed).</remarks>
public static class SixLowPan
{
    /// <summary>IPv6 header [B].</summary>
    public const int InternetHeader = 40;

    /// <summary>UDP header [B].</summary>
    public const int UdpHeader = 8;

    /// <summary>Header of a first fragment: dispatch and size 2, tag 2 [B].</summary>
    public const int FirstHeader = 4;

    /// <summary>Header of a following fragment: one more for the offset [B].</summary>
    public const int NextHeader = 5;

    /// <summary>Longest datagram that the eleven bits of datagram_size can tell [B].</summary>
    public const int GreatestDatagram = 2047;

    private const int Base = 2;

    /// <summary>Octets of a compressed IPv6 header: IPHC 2, next header 0 or 1, hop limit 0 or 1, the two addresses.</summary>
    /// <remarks>Traffic class and flow label are zero and elided; a context other than 0 takes one octet.</remarks>
    /// <param name="source">Of the source address inline: 0, 2, 8 or 16 [B].</param>
    /// <param name="destination">Of the destination address inline: 0, 2, 8 or 16 [B].</param>
    /// <param name="nextHeaderIsCompressed">Whether LOWPAN_NHC follows.</param>
    /// <param name="hopLimitIsCompressed">Whether the hop limit is 1, 64 or 255.</param>
    /// <param name="otherContext">Whether a context other than 0 is used.</param>
    public static int Iphc(
        int source,
        int destination,
        bool nextHeaderIsCompressed,
        bool hopLimitIsCompressed,
        bool otherContext = false
    ) =>
        Base
        + (otherContext ? 1 : 0)
        + (nextHeaderIsCompressed ? 0 : 1)
        + (hopLimitIsCompressed ? 0 : 1)
        + Inline(source)
        + Inline(destination);

    /// <summary>Octets of a compressed UDP header: LOWPAN_NHC 1, ports, check sum.</summary>
    /// <param name="ports">Of both ports: 1 for 0xF0Bx, 3 if one of them is 0xF0xx, else 4 [B].</param>
    /// <param name="checksum">Whether the check sum is inline.</param>
    public static int UdpNhc(int ports = 4, bool checksum = true) =>
        ports is 1 or 3 or 4
            ? 1 + ports + (checksum ? 2 : 0)
            : throw new ArgumentOutOfRangeException(nameof(ports), ports, "Two UDP ports take 1, 3 or 4 octets.");

    /// <summary>The frames of a datagram.</summary>
    /// <param name="headers">Of the headers that are compressed, before compression: 40 or 48 [B].</param>
    /// <param name="compressed">The same compressed [B].</param>
    /// <param name="rest">Octets after them [B].</param>
    /// <param name="room">Of a MAC payload [B].</param>
    /// <exception cref="ArgumentException">A first fragment has no room for its headers, or the datagram is too long to be told.</exception>
    public static LowPanFragments Fragments(int headers, int compressed, int rest, int room)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rest);
        if (compressed + rest <= room)
        {
            return LowPanFragments.Whole(compressed + rest);
        }

        if (headers + rest > GreatestDatagram || FirstHeader + compressed > room || room < NextHeader + 8)
        {
            throw new ArgumentException($"A datagram of {headers + rest} octets cannot be carried in frames of {room} octets.");
        }

        // Offsets count the uncompressed datagram in eights.
        var first = Math.Min(rest, (headers + room - FirstHeader - compressed) / 8 * 8 - headers);
        var each = (room - NextHeader) / 8 * 8;
        if (first < 0)
        {
            throw new ArgumentException($"A first fragment of {room} octets cannot end at a multiple of eight.");
        }

        var following = (rest - first + each - 1) / each;
        return new LowPanFragments(
            1 + following,
            FirstHeader + compressed + first,
            NextHeader + each,
            NextHeader + rest - first - (following - 1) * each
        );
    }

    private static int Inline(int octets) =>
        octets is 0 or 2 or 8 or 16
            ? octets
            : throw new ArgumentOutOfRangeException(nameof(octets), octets, "An address takes 0, 2, 8 or 16 octets inline.");
}
