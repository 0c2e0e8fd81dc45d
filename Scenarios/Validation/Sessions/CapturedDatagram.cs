using System.Buffers.Binary;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>A datagram as a capture sees it.</summary>
/// <param name="IsUp">Whether it goes from device to server.</param>
/// <param name="At">When it passed the device.</param>
/// <param name="Octets">Of the IP packet.</param>
internal sealed record CapturedDatagram(bool IsUp, SimTime At, byte[] Octets)
{
    private const int Headers = 28;

    /// <summary>Total length of the IP packet [B].</summary>
    public int Length => Octets.Length;

    /// <summary>Octets of the application [B].</summary>
    public int Payload => Octets.Length - Headers;

    /// <summary>Code of the CoAP message that it holds.</summary>
    public byte Code => Octets[Headers + 1];

    /// <summary>Identifier of the CoAP message that it holds.</summary>
    public ushort Identifier => BinaryPrimitives.ReadUInt16BigEndian(Octets.AsSpan(Headers + 2));
}
