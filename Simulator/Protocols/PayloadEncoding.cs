using System.Globalization;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of content in each encoding.</summary>
/// <remarks>
/// The simulator does not simulate what sensors measure. Values are derived from the message; a JSON number has as many digits as
/// the greatest value of its resolution and a CBOR integer the length of the greatest, so sizes are exact and do not vary. A value of more than 64 bits is a string of octets, base64 in JSON.
/// </remarks>
public static class PayloadEncoding
{
    private const int WidestNumber = 64;

    /// <summary>Octets of content [B].</summary>
    public static int Size(Content content, Encoding encoding) =>
        encoding switch
        {
            Encoding.Cbor => CborHead(content.Values) + content.Values * CborValue(content.BitsEach),
            Encoding.Json => "{\"v\":[]}".Length + content.Values - 1 + content.Values * JsonValue(content.BitsEach),
            _ => content.PackedBytes,
        };

    /// <summary>Writes content with values derived from a seed.</summary>
    /// <returns>Octets written [B], equal to <see cref="Size"/>.</returns>
    public static int Write(Content content, Encoding encoding, ulong seed, Span<byte> destination) =>
        encoding switch
        {
            Encoding.Cbor => WriteCbor(content, seed, destination),
            Encoding.Json => WriteJson(content, seed, destination),
            _ => WritePacked(content, seed, destination),
        };

    /// <summary>The encoding in words, for lists of differences.</summary>
    internal static string Describe(Encoding encoding) =>
        encoding switch
        {
            Encoding.Cbor => "CBOR array",
            Encoding.Json => "JSON array",
            _ => "packed",
        };

    /// <summary>The seed of a message's values.</summary>
    public static ulong Seed(in Message message) =>
        unchecked(Mix(message.Source.Code + 0x9E3779B97F4A7C15UL * (ulong)(message.Serial + 1)) + (ulong)message.Branch.Relation.Index);

    /// <summary>Value <paramref name="index"/> of a message, with as many decimal digits as the greatest of its resolution.</summary>
    internal static ulong Value(ulong seed, int index, int bits)
    {
        var greatest = Greatest(bits);
        var least = 1UL;
        for (var digits = Digits(greatest); digits > 1; digits--)
        {
            least *= 10;
        }

        return least + Mix(unchecked(seed + (ulong)index * 0xD1B54A32D192ED03UL)) % (greatest - least + 1);
    }

    private static ulong Greatest(int bits) => bits == WidestNumber ? ulong.MaxValue : (1UL << bits) - 1;

    private static int Digits(ulong value) => value.ToString(CultureInfo.InvariantCulture).Length;

    private static int CborHead(int count) =>
        count switch
        {
            < 24 => 1,
            < 256 => 2,
            < 65536 => 3,
            _ => 5,
        };

    private static int CborValue(int bits) =>
        bits switch
        {
            <= 4 => 1,
            <= 8 => 2,
            <= 16 => 3,
            <= 32 => 5,
            <= WidestNumber => 9,
            _ => CborHead((bits + 7) / 8) + (bits + 7) / 8,
        };

    private static int JsonValue(int bits) => bits <= WidestNumber ? Digits(Greatest(bits)) : 2 + ((bits + 7) / 8 + 2) / 3 * 4;

    private static int WritePacked(Content content, ulong seed, Span<byte> destination)
    {
        var size = content.PackedBytes;
        destination[..size].Clear();
        var bit = 0;
        for (var i = 0; i < content.Values; i++)
        {
            for (var b = content.BitsEach - 1; b >= 0; b--, bit++)
            {
                var word =
                    content.BitsEach <= WidestNumber
                        ? Value(seed, i, content.BitsEach)
                        : Mix(unchecked(seed + (ulong)(i + b / WidestNumber)));
                destination[bit >> 3] |= (byte)((word >> (b % WidestNumber) & 1) << (7 - (bit & 7)));
            }
        }

        return size;
    }

    private static int WriteCbor(Content content, ulong seed, Span<byte> destination)
    {
        var at = WriteCborHead(4, (ulong)content.Values, CborHead(content.Values), destination);
        for (var i = 0; i < content.Values; i++)
        {
            if (content.BitsEach <= WidestNumber)
            {
                var length = CborValue(content.BitsEach);
                at += WriteCborHead(0, Value(seed, i, content.BitsEach), length, destination[at..]);
            }
            else
            {
                var octets = (content.BitsEach + 7) / 8;
                at += WriteCborHead(2, (ulong)octets, CborHead(octets), destination[at..]);
                at += WriteOctets(octets, unchecked(seed + (ulong)i), destination[at..]);
            }
        }

        return at;
    }

    private static int WriteCborHead(int major, ulong value, int length, Span<byte> destination)
    {
        if (length == 1)
        {
            destination[0] = (byte)(major << 5 | (int)value);
            return 1;
        }

        var octets = length - 1;
        destination[0] = (byte)(major << 5 | 24 + int.Log2(octets));
        for (var i = 0; i < octets; i++)
        {
            destination[1 + i] = (byte)(value >> 8 * (octets - 1 - i) & 0xFF);
        }

        return length;
    }

    private static int WriteJson(Content content, ulong seed, Span<byte> destination)
    {
        var at = ASCII.GetBytes("{\"v\":[", destination);
        for (var i = 0; i < content.Values; i++)
        {
            if (i > 0)
            {
                destination[at++] = (byte)',';
            }

            if (content.BitsEach <= WidestNumber)
            {
                var text = Value(seed, i, content.BitsEach).ToString(CultureInfo.InvariantCulture);
                at += ASCII.GetBytes(text, destination[at..]);
            }
            else
            {
                var octets = new byte[(content.BitsEach + 7) / 8];
                WriteOctets(octets.Length, unchecked(seed + (ulong)i), octets);
                at += ASCII.GetBytes($"\"{System.Convert.ToBase64String(octets)}\"", destination[at..]);
            }
        }

        return at + ASCII.GetBytes("]}", destination[at..]);
    }

    private static int WriteOctets(int count, ulong seed, Span<byte> destination)
    {
        for (var i = 0; i < count; i++)
        {
            destination[i] = (byte)(Mix(unchecked(seed + (ulong)i)) & 0xFF);
        }

        return count;
    }

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
