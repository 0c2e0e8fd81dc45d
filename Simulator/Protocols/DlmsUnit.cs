using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A DLMS data notification in its TCP wrapper.</summary>
/// <remarks>
/// IEC 62056-47 wrapper: version, source and destination port, length. IEC 62056-5-3 notification: tag, invoke identifier,
/// empty date, and a structure of numbers in A-XDR: the shortest of unsigned (8 bit), long-unsigned (16), double-long-unsigned (32)
/// and long64-unsigned (64), octet strings beyond. Suite 0 adds tag, length, security control, invocation counter and an
/// authentication tag; a capture shows the plain text in place of the ciphered one, and a tag of zeros.
/// </remarks>
internal sealed class DlmsUnit : StreamUnit
{
    private const int Wrapper = 8;
    private const int NotificationHead = 1 + 4 + 1;
    private const int AuthenticationTag = 12;
    private const int CipheringHead = 1 + 4;
    private const byte StructureTag = 2;
    private const byte OctetStringTag = 9;
    private readonly bool _isCiphered;

    public DlmsUnit(in Message message, bool isCiphered, StreamUnit? original) =>
        (Message, CarriesMessage, Original, _isCiphered) = (message, true, original, isCiphered);

    public override int Length => Size(Message.Branch.Relation.Content, _isCiphered);

    /// <summary>Octets of a notification of content [B].</summary>
    public static int Size(Content content, bool isCiphered)
    {
        var notification = NotificationSize(content);
        return Wrapper + (isCiphered ? 1 + LengthOctets(CipheredSize(notification)) + CipheredSize(notification) : notification);
    }

    /// <inheritdoc/>
    public override string ToString() => $"DLMS {Message.Branch.Relation.Name}";

    public override void Write(Span<byte> destination)
    {
        var content = Message.Branch.Relation.Content;
        destination[..Length].Clear();
        destination[1] = 1;
        destination[3] = 1;
        destination[5] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(destination[6..], (ushort)(Length - Wrapper));
        var at = Wrapper;
        if (_isCiphered)
        {
            destination[at++] = 0xDB;
            at += WriteLength(CipheredSize(NotificationSize(content)), destination[at..]);
            destination[at++] = 0x30;
            BinaryPrimitives.WriteInt32BigEndian(destination[at..], Message.Serial);
            at += 4;
        }

        destination[at++] = 0x0F;
        BinaryPrimitives.WriteInt32BigEndian(destination[at..], Message.Serial & 0xFFFFFF);
        at += 4;
        destination[at++] = 0;
        WriteStructure(content, destination[at..]);
    }

    private static int CipheredSize(int notification) => CipheringHead + notification + AuthenticationTag;

    private static int NotificationSize(Content content) =>
        NotificationHead + 1 + LengthOctets(content.Values) + content.Values * ValueSize(content.BitsEach);

    private static int ValueSize(int bits) => bits <= 64 ? 1 + NumberOctets(bits) : 1 + LengthOctets((bits + 7) / 8) + (bits + 7) / 8;

    private static int NumberOctets(int bits) =>
        bits switch
        {
            <= 8 => 1,
            <= 16 => 2,
            <= 32 => 4,
            _ => 8,
        };

    private static int LengthOctets(int length) =>
        length switch
        {
            < 128 => 1,
            < 256 => 2,
            _ => 3,
        };

    private static int WriteLength(int length, Span<byte> destination)
    {
        var octets = LengthOctets(length);
        if (octets == 1)
        {
            destination[0] = (byte)length;
            return 1;
        }

        destination[0] = (byte)(0x80 + octets - 1);
        for (var i = 1; i < octets; i++)
        {
            destination[i] = (byte)(length >> 8 * (octets - 1 - i) & 0xFF);
        }

        return octets;
    }

    private void WriteStructure(Content content, Span<byte> destination)
    {
        destination[0] = StructureTag;
        var at = 1 + WriteLength(content.Values, destination[1..]);
        var seed = PayloadEncoding.Seed(Message);
        for (var i = 0; i < content.Values; i++)
        {
            if (content.BitsEach > 64)
            {
                var octets = (content.BitsEach + 7) / 8;
                destination[at++] = OctetStringTag;
                at += WriteLength(octets, destination[at..]);
                at += PayloadEncoding.Write(new Content(1, octets * 8), Encoding.Packed, seed, destination[at..]);
                continue;
            }

            var size = NumberOctets(content.BitsEach);
            destination[at++] = size switch
            {
                1 => 17,
                2 => 18,
                4 => 6,
                _ => 21,
            };
            var value = PayloadEncoding.Value(seed, i, content.BitsEach);
            for (var octet = size - 1; octet >= 0; octet--)
            {
                destination[at++] = (byte)(value >> 8 * octet & 0xFF);
            }
        }
    }
}
