using System.Buffers.Binary;
using System.Security.Cryptography;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>The PHYPayload of a data uplink.</summary>
/// <remarks>
/// LoRaWAN 1.0.4: MHDR, DevAddr, FCtrl, FCnt, FOpts, FPort, FRMPayload encrypted with AES in counter mode (section 4.3.3), MIC the first four
/// octets of an AES-CMAC (section 4.4, RFC 4493).
/// </remarks>
/// <param name="deviceAddress">DevAddr.</param>
/// <param name="frameCounter">FCnt, of which the frame carries the lower 16 bits.</param>
/// <param name="port">FPort, 1 to 223.</param>
/// <param name="payload">FRMPayload in the clear, 0 to 242 octets.</param>
/// <param name="keys">Session keys.</param>
public sealed class LoRaWanUplink(uint deviceAddress, uint frameCounter, byte port, ReadOnlyMemory<byte> payload, LoRaWanKeys keys) : Packet
{
    private const byte UnconfirmedDataUp = 0x40;
    private const byte ConfirmedDataUp = 0x80;
    private const byte AsksForAnswerBit = 0x40;
    private const byte EncryptionBlock = 0x01;
    private const byte IntegrityBlock = 0x49;
    private const int HeaderLength = 9;
    private const int MicLength = 4;
    private const int BlockLength = 16;

    /// <summary>Whether the device wants to hear that it has arrived.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>ADRACKReq: whether the device wants to hear anything.</summary>
    public bool AsksForAnswer { get; init; }

    /// <summary>FOpts: MAC commands, 0 to 15 octets.</summary>
    public ReadOnlyMemory<byte> Options { get; init; }

    /// <inheritdoc/>
    public override int Length => payload.Length + Options.Length + LoRaWanFrame.Overhead;

    /// <inheritdoc/>
    public override string Summary => $"LoRaWAN {(IsConfirmed ? "confirmed " : "")}uplink {frameCounter}";

    /// <inheritdoc/>
    public override void Write(Span<byte> destination)
    {
        var frame = destination[..Length];
        frame[0] = IsConfirmed ? ConfirmedDataUp : UnconfirmedDataUp;
        BinaryPrimitives.WriteUInt32LittleEndian(frame[1..], deviceAddress);
        frame[5] = (byte)((AsksForAnswer ? AsksForAnswerBit : 0) | Options.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(frame[6..], (ushort)(frameCounter & 0xFFFF));
        Options.Span.CopyTo(frame[8..]);
        frame[8 + Options.Length] = port;
        Encrypt(frame.Slice(HeaderLength + Options.Length, payload.Length));
        var signed = frame[..^MicLength];
        var authenticated = new byte[BlockLength + signed.Length];
        Block(authenticated, IntegrityBlock, (byte)signed.Length);
        signed.CopyTo(authenticated.AsSpan(BlockLength));
        AesCmac.Compute(keys.Network.Span, authenticated).AsSpan(0, MicLength).CopyTo(frame[^MicLength..]);
    }

    private void Encrypt(Span<byte> destination)
    {
        using var aes = Aes.Create();
        aes.Key = keys.Application.ToArray();
        var clear = payload.Span;
        var block = new byte[BlockLength];
        for (var offset = 0; offset < clear.Length; offset += BlockLength)
        {
            Block(block, EncryptionBlock, (byte)(offset / BlockLength + 1));
            var stream = aes.EncryptEcb(block, PaddingMode.None);
            for (var i = offset; i < Math.Min(offset + BlockLength, clear.Length); i++)
            {
                destination[i] = (byte)(clear[i] ^ stream[i - offset]);
            }
        }
    }

    /// <summary>The blocks A_i and B_0 differ in their first and last octet only; direction 0 is up.</summary>
    private void Block(Span<byte> block, byte first, byte last)
    {
        block[..BlockLength].Clear();
        block[0] = first;
        BinaryPrimitives.WriteUInt32LittleEndian(block[6..], deviceAddress);
        BinaryPrimitives.WriteUInt32LittleEndian(block[10..], frameCounter);
        block[15] = last;
    }
}
