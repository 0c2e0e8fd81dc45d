using System.Buffers.Binary;
using System.Text;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>Writes a capture that Wireshark opens.</summary>
/// <remarks>pcapng, draft-ietf-opsawg-pcapng: one section, little endian; time stamps in nanoseconds (if_tsresol 9) since the beginning of the run.</remarks>
internal sealed class PcapNg
{
    private const uint SectionHeader = 0x0A0D0D0A;
    private const uint InterfaceDescription = 1;
    private const uint EnhancedPacket = 6;
    private const ushort OptionEnd = 0;
    private const ushort InterfaceName = 2;
    private const ushort TimeResolution = 9;
    private const ushort Application = 4;

    private readonly List<byte> _blocks = [];
    private readonly List<(string Name, LinkType Link)> _interfaces = [];

    /// <param name="application">Who writes it.</param>
    public PcapNg(string application)
    {
        using var body = new MemoryStream();
        Write32(body, 0x1A2B3C4D);
        Write16(body, 1);
        Write16(body, 0);
        Write32(body, uint.MaxValue);
        Write32(body, uint.MaxValue);
        WriteOption(body, Application, Encoding.UTF8.GetBytes(application));
        WriteOption(body, OptionEnd, []);
        WriteBlock(SectionHeader, body);
    }

    /// <summary>Packets so far [1].</summary>
    public int Packets { get; private set; }

    /// <summary>Adds a packet.</summary>
    /// <param name="name">Of the interface on which it was seen.</param>
    /// <param name="link">What its octets are.</param>
    /// <param name="at">When.</param>
    /// <param name="octets">The packet with the header of its link.</param>
    public void Add(string name, LinkType link, SimTime at, ReadOnlySpan<byte> octets)
    {
        using var body = new MemoryStream();
        var nanoseconds = (ulong)at.Nanoseconds;
        Write32(body, (uint)InterfaceOf(name, link));
        Write32(body, (uint)(nanoseconds >> 32));
        Write32(body, (uint)(nanoseconds & uint.MaxValue));
        Write32(body, (uint)octets.Length);
        Write32(body, (uint)octets.Length);
        body.Write(octets);
        Pad(body);
        WriteBlock(EnhancedPacket, body);
        Packets++;
    }

    /// <summary>The whole file.</summary>
    public byte[] ToArray() => [.. _blocks];

    private int InterfaceOf(string name, LinkType link)
    {
        var known = _interfaces.IndexOf((name, link));
        if (known >= 0)
        {
            return known;
        }

        using var body = new MemoryStream();
        Write16(body, (ushort)link);
        Write16(body, 0);
        Write32(body, 0);
        WriteOption(body, InterfaceName, Encoding.UTF8.GetBytes(name));
        WriteOption(body, TimeResolution, [9]);
        WriteOption(body, OptionEnd, []);
        WriteBlock(InterfaceDescription, body);
        _interfaces.Add((name, link));
        return _interfaces.Count - 1;
    }

    private void WriteBlock(uint type, MemoryStream body)
    {
        var length = (uint)body.Length + 12;
        using var block = new MemoryStream();
        Write32(block, type);
        Write32(block, length);
        body.WriteTo(block);
        Write32(block, length);
        _blocks.AddRange(block.ToArray());
    }

    private static void WriteOption(MemoryStream stream, ushort code, ReadOnlySpan<byte> value)
    {
        Write16(stream, code);
        Write16(stream, (ushort)value.Length);
        stream.Write(value);
        Pad(stream);
    }

    private static void Pad(MemoryStream stream) => stream.Write(new byte[(4 - stream.Length % 4) % 4]);

    private static void Write16(MemoryStream stream, ushort value)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(octets, value);
        stream.Write(octets);
    }

    private static void Write32(MemoryStream stream, uint value)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, value);
        stream.Write(octets);
    }
}
