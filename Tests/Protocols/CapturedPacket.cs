using System.Buffers.Binary;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>The octets of a packet, read back by hand.</summary>
internal sealed record CapturedPacket(bool IsUp, SimTime At, byte[] Octets)
{
    public bool IsTcp => Octets[9] == 6;

    public ReadOnlySpan<byte> Body => Octets.AsSpan(20);

    public byte Flags => Body[13];

    public int Payload => IsTcp ? Body.Length - (Body[12] >> 4) * 4 : Body.Length - 8;

    public ReadOnlySpan<byte> Content => Body[^Payload..];

    /// <summary>Whether the sums of header and of body with pseudo header come out as RFC 1071 asks.</summary>
    public bool HasGoodChecksums
    {
        get
        {
            var header = Sum(Octets.AsSpan(0, 20));
            var body = Sum(Octets.AsSpan(12, 8)) + Octets[9] + (uint)Body.Length + Sum(Body);
            return Fold(header) == 0xFFFF && Fold(body) == 0xFFFF;
        }
    }

    private static uint Sum(ReadOnlySpan<byte> octets)
    {
        var sum = 0u;
        for (var i = 0; i < octets.Length; i += 2)
        {
            sum += i + 1 < octets.Length ? BinaryPrimitives.ReadUInt16BigEndian(octets[i..]) : (uint)octets[i] << 8;
        }

        return sum;
    }

    private static uint Fold(uint sum) => sum > 0xFFFF ? Fold((sum & 0xFFFF) + (sum >> 16)) : sum;
}
