using System.Buffers.Binary;
using System.Globalization;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>Values as LwM2M resources: the first under the number given, the others under those that follow.</summary>
/// <remarks>A value takes as many octets as the greatest of its resolution, as <see cref="PayloadEncoding"/> has it; one of more than 64 bits is opaque.
/// Sources: OMA LwM2M 1.1 Core, section 7.4.3 (TLV), RFC 8428 (SenML), from memory.</remarks>
/// <param name="format">How.</param>
/// <param name="instance">Object and instance, such as <c>3303/0</c>.</param>
/// <param name="resource">Number of the first resource.</param>
internal sealed class Lwm2mContent(Lwm2mFormat format, string instance, int resource) : ICoapContent
{
    private const int WidestNumber = 64;
    private const byte BaseName = 0x21;
    private const byte Name = 0x00;
    private const byte Number = 0x02;
    private const byte Data = 0x08;

    public int? Format =>
        format switch
        {
            Lwm2mFormat.SenmlCbor => 112,
            Lwm2mFormat.Tlv => 11_542,
            _ => 42,
        };

    private byte[] Base => ASCII.GetBytes($"/{instance}/");

    public int Size(Content content) =>
        format switch
        {
            Lwm2mFormat.SenmlCbor => Head(content.Values)
                + 1
                + Text(Base.Length)
                + Enumerable.Range(0, content.Values).Sum(i => Record(content, i)),
            Lwm2mFormat.Tlv => Enumerable.Range(0, content.Values).Sum(i => Entry(i) + TlvValue(content.BitsEach)),
            _ => content.PackedBytes,
        };

    public void Write(in Message message, Span<byte> destination)
    {
        var (content, seed) = (message.Branch.Relation.Content, PayloadEncoding.Seed(message));
        switch (format)
        {
            case Lwm2mFormat.SenmlCbor:
                WriteSenml(content, seed, destination);
                break;
            case Lwm2mFormat.Tlv:
                WriteTlv(content, seed, destination);
                break;
            default:
                PayloadEncoding.Write(content, Encoding.Packed, seed, destination);
                break;
        }
    }

    private static int Head(int count) =>
        PayloadEncoding.Size(new Content(1, 1), Encoding.Cbor)
        - 1
        + (
            count < 24 ? 0
            : count < 256 ? 1
            : 2
        );

    private static int Text(int length) => Head(length) + length;

    private static int CborValue(int bits) => PayloadEncoding.Size(new Content(1, bits), Encoding.Cbor) - 1;

    private int NameLength(int i) => (resource + i).ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>A map with name and value.</summary>
    private int Record(Content content, int i) => 1 + 1 + Text(NameLength(i)) + 1 + CborValue(content.BitsEach);

    private void WriteSenml(Content content, ulong seed, Span<byte> destination)
    {
        var at = WriteHead(4, content.Values, destination);
        for (var i = 0; i < content.Values; i++)
        {
            at += WriteHead(5, i == 0 ? 3 : 2, destination[at..]);
            if (i == 0)
            {
                destination[at++] = BaseName;
                at += WriteText(Base, destination[at..]);
            }

            destination[at++] = Name;
            at += WriteText(ASCII.GetBytes((resource + i).ToString(CultureInfo.InvariantCulture)), destination[at..]);
            destination[at++] = content.BitsEach <= WidestNumber ? Number : Data;

            // The value of an array of one, without the head of the array.
            var one = new byte[1 + CborValue(content.BitsEach)];
            PayloadEncoding.Write(new Content(1, content.BitsEach), Encoding.Cbor, unchecked(seed + (ulong)i), one);
            one.AsSpan(1).CopyTo(destination[at..]);
            at += one.Length - 1;
        }
    }

    private static int WriteText(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var at = WriteHead(3, text.Length, destination);
        text.CopyTo(destination[at..]);
        return at + text.Length;
    }

    private static int WriteHead(int major, int count, Span<byte> destination)
    {
        switch (Head(count))
        {
            case 1:
                destination[0] = (byte)(major << 5 | count);
                return 1;
            case 2:
                destination[0] = (byte)(major << 5 | 24);
                destination[1] = (byte)count;
                return 2;
            default:
                destination[0] = (byte)(major << 5 | 25);
                BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)count);
                return 3;
        }
    }

    /// <summary>An integer takes 1, 2, 4 or 8 octets.</summary>
    private static int ValueLength(int bits) =>
        bits switch
        {
            <= 8 => 1,
            <= 16 => 2,
            <= 32 => 4,
            <= WidestNumber => 8,
            _ => (bits + 7) / 8,
        };

    /// <summary>A value with its length, which stands in the type where it is below 8.</summary>
    private static int TlvValue(int bits)
    {
        var length = ValueLength(bits);
        return length
            + (
                length < 8 ? 0
                : length < 256 ? 1
                : 2
            );
    }

    /// <summary>Type and identifier of one or two octets.</summary>
    private int Entry(int i) => 1 + (resource + i < 256 ? 1 : 2);

    private void WriteTlv(Content content, ulong seed, Span<byte> destination)
    {
        const byte ResourceWithValue = 0b11 << 6;
        var (at, length) = (0, ValueLength(content.BitsEach));
        for (var i = 0; i < content.Values; i++)
        {
            var (isWide, lengthOctets) = (resource + i >= 256, TlvValue(content.BitsEach) - length);
            destination[at++] = (byte)(ResourceWithValue | (isWide ? 1 << 5 : 0) | lengthOctets << 3 | (lengthOctets == 0 ? length : 0));
            if (isWide)
            {
                destination[at++] = (byte)(resource + i >> 8);
            }

            destination[at++] = (byte)(resource + i & 0xFF);
            for (var octet = lengthOctets - 1; octet >= 0; octet--)
            {
                destination[at++] = (byte)(length >> 8 * octet & 0xFF);
            }

            PayloadEncoding.Write(
                new Content(1, Math.Min(8 * length, WidestNumber)),
                Encoding.Packed,
                unchecked(seed + (ulong)i),
                destination[at..]
            );
            at += length;
        }
    }
}
