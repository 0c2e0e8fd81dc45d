using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>An option of a CoAP message.</summary>
/// <param name="Number">As registered: 11 for Uri-Path.</param>
/// <param name="Value">Its octets.</param>
public readonly record struct CoapOption(int Number, ReadOnlyMemory<byte> Value)
{
    /// <summary>Uri-Host, RFC 7252.</summary>
    public const int UriHost = 3;

    /// <summary>Observe, RFC 7641.</summary>
    public const int Observe = 6;

    /// <summary>Location-Path, RFC 7252.</summary>
    public const int LocationPath = 8;

    /// <summary>OSCORE, RFC 8613.</summary>
    public const int Oscore = 9;

    /// <summary>Uri-Path, RFC 7252.</summary>
    public const int UriPath = 11;

    /// <summary>Content-Format, RFC 7252.</summary>
    public const int ContentFormat = 12;

    /// <summary>Max-Age, RFC 7252.</summary>
    public const int MaxAge = 14;

    /// <summary>Uri-Query, RFC 7252.</summary>
    public const int UriQuery = 15;

    /// <summary>Block2, RFC 7959: blocks of a response.</summary>
    public const int Block2 = 23;

    /// <summary>Block1, RFC 7959: blocks of a request.</summary>
    public const int Block1 = 27;

    /// <summary>No-Response, RFC 7967.</summary>
    public const int NoResponse = 258;

    /// <summary>Octets of its value [B].</summary>
    public int Length => Value.Length;

    /// <summary>An option that is a string in UTF-8.</summary>
    public static CoapOption Text(int number, string value) => new(number, UTF8.GetBytes(value));

    /// <summary>An option that is a whole number: as few octets as possible, none for 0 (RFC 7252, section 3.2).</summary>
    public static CoapOption Whole(int number, uint value)
    {
        var length = (32 - int.CreateChecked(uint.LeadingZeroCount(value)) + 7) / 8;
        var octets = new byte[length];
        for (var i = 0; i < length; i++)
        {
            octets[i] = (byte)(value >> 8 * (length - 1 - i) & 0xFF);
        }

        return new(number, octets);
    }

    /// <summary>Block1 or Block2: number, whether more follow, and the exponent of the size (RFC 7959, section 2.2).</summary>
    /// <param name="option"><see cref="Block1"/> or <see cref="Block2"/>.</param>
    /// <param name="number">From 0 [1].</param>
    /// <param name="hasMore">Whether more follow.</param>
    /// <param name="size">16 to 1024 [B].</param>
    public static CoapOption Block(int option, int number, bool hasMore, int size) =>
        Whole(option, (uint)(number << 4 | (hasMore ? 8 : 0) | int.Log2(size) - 4));

    /// <summary>A path as options of its segments.</summary>
    /// <param name="number"><see cref="UriPath"/> or <see cref="LocationPath"/>.</param>
    /// <param name="path">Such as <c>sensors/t</c>.</param>
    public static IEnumerable<CoapOption> Path(int number, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Text(number, segment));
}
