using System.Buffers.Binary;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>The PHYPayload of a join-request.</summary>
/// <remarks>LoRaWAN 1.0.4, section 6.2.5: MHDR, JoinEUI, DevEUI, DevNonce, MIC the first four octets of an AES-CMAC with the AppKey.</remarks>
/// <param name="joinServer">JoinEUI.</param>
/// <param name="device">DevEUI.</param>
/// <param name="nonce">DevNonce.</param>
/// <param name="key">AppKey, 16 octets.</param>
public sealed class LoRaWanJoinRequest(ulong joinServer, ulong device, ushort nonce, ReadOnlyMemory<byte> key) : Packet
{
    private const int MicLength = 4;

    /// <inheritdoc/>
    public override int Length => LoRaWanFrame.JoinRequest;

    /// <inheritdoc/>
    public override string Summary => $"LoRaWAN join-request {nonce}";

    /// <inheritdoc/>
    public override void Write(Span<byte> destination)
    {
        var frame = destination[..Length];
        frame[0] = 0;
        BinaryPrimitives.WriteUInt64LittleEndian(frame[1..], joinServer);
        BinaryPrimitives.WriteUInt64LittleEndian(frame[9..], device);
        BinaryPrimitives.WriteUInt16LittleEndian(frame[17..], nonce);
        AesCmac.Compute(key.Span, frame[..^MicLength]).AsSpan(0, MicLength).CopyTo(frame[^MicLength..]);
    }
}
