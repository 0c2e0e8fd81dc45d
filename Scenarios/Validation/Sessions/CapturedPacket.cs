using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>What a capture tells of a TCP segment.</summary>
/// <param name="IsUp">Whether it goes from client to server.</param>
/// <param name="At">When the server received or sent it.</param>
/// <param name="Length">Total length of the IP packet [B].</param>
/// <param name="Payload">Octets of data [B].</param>
/// <param name="Sequence">Sequence number.</param>
internal readonly record struct CapturedPacket(bool IsUp, SimTime At, int Length, int Payload, uint Sequence)
{
    private const int InternetHeader = 20;

    /// <summary>The data themselves.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Reads a packet by its octets.</summary>
    public static CapturedPacket Of(bool isUp, SimTime at, ReadOnlySpan<byte> octets)
    {
        var segment = octets[InternetHeader..];
        var header = (segment[12] >> 4) * 4;
        var sequence = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(segment[4..]);
        return new CapturedPacket(isUp, at, octets.Length, segment.Length - header, sequence) { Data = segment[header..].ToArray() };
    }
}
