using System.Buffers.Binary;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>A described list of AMQP 1.0, field by field, in the shortest encoding of each (OASIS AMQP 1.0, part 1, sections 1.2 and 1.6).</summary>
/// <param name="descriptor">Number of what it describes, such as 0x10 for open.</param>
internal sealed class AmqpList(byte descriptor)
{
    private readonly List<byte> _fields = [];
    private int _count;

    /// <summary>A field without value.</summary>
    public AmqpList Null() => Add([0x40]);

    public AmqpList Boolean(bool value) => Add([value ? (byte)0x41 : (byte)0x42]);

    public AmqpList Octet(byte value) => Add([0x50, value]);

    public AmqpList Short(ushort value) => Add([0x60, (byte)(value >> 8), (byte)(value & 0xFF)]);

    /// <summary>Of 32 bits: one octet for 0, two up to 255, else five.</summary>
    public AmqpList Whole(uint value)
    {
        if (value <= byte.MaxValue)
        {
            return Add(value == 0 ? [0x43] : [0x52, (byte)value]);
        }

        var octets = new byte[5];
        octets[0] = 0x70;
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(1), value);
        return Add(octets);
    }

    /// <summary>A string, or nothing.</summary>
    public AmqpList Text(string? value) => value is null ? Null() : Add(Variable(0xA1, 0xB1, UTF8.GetBytes(value)));

    public AmqpList Symbol(string value) => Add(Variable(0xA3, 0xB3, ASCII.GetBytes(value)));

    /// <summary>An array of one symbol.</summary>
    public AmqpList Symbols(string value) => Add([0xE0, (byte)(3 + value.Length), 1, 0xA3, (byte)value.Length, .. ASCII.GetBytes(value)]);

    public AmqpList Binary(ReadOnlySpan<byte> value) => Add(Variable(0xA0, 0xB0, value));

    /// <summary>A list within the list.</summary>
    public AmqpList List(AmqpList value) => Add(value.ToArray());

    /// <summary>Its octets: descriptor, size, number of fields, fields.</summary>
    public byte[] ToArray()
    {
        byte[] head = [0x00, 0x53, descriptor];
        if (_count == 0)
        {
            return [.. head, 0x45];
        }

        if (_fields.Count < byte.MaxValue)
        {
            return [.. head, 0xC0, (byte)(1 + _fields.Count), (byte)_count, .. _fields];
        }

        var sizes = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(sizes, 4 + _fields.Count);
        BinaryPrimitives.WriteInt32BigEndian(sizes.AsSpan(4), _count);
        return [.. head, 0xD0, .. sizes, .. _fields];
    }

    /// <summary>A value of variable length, with one octet of length or four.</summary>
    internal static byte[] Variable(byte small, byte large, ReadOnlySpan<byte> value)
    {
        if (value.Length <= byte.MaxValue)
        {
            return [small, (byte)value.Length, .. value];
        }

        var octets = new byte[5 + value.Length];
        octets[0] = large;
        BinaryPrimitives.WriteInt32BigEndian(octets.AsSpan(1), value.Length);
        value.CopyTo(octets.AsSpan(5));
        return octets;
    }

    private AmqpList Add(ReadOnlySpan<byte> field)
    {
        _fields.AddRange(field);
        _count++;
        return this;
    }
}
