using System.Buffers.Binary;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What a LoRa gateway captures: the header LoRaTap, version 0, and the PHYPayload.</summary>
/// <remarks>
/// LoRaTap: github.com/eriknl/LoRaTap: version, padding, length, frequency [Hz], bandwidth in steps of 125 kHz, spreading factor, three signal strengths
/// (dBm + 139) and a ratio (in quarters of a decibel), sync word 0x34 of public LoRaWAN networks. The simulator keeps no addresses and keys: a device's follow from its number.
/// </remarks>
internal static class LoRaTap
{
    private const int HeaderLength = 15;
    private const int StrengthOffset = 139;
    private const byte PublicNetwork = 0x34;
    private const byte Port = 1;
    private const byte LinkAdrAnswer = 3;
    private const byte AllAccepted = 7;

    /// <summary>The PHYPayload of a frame that was received.</summary>
    public static Packet PayloadOf(in LoRaWanReception reception)
    {
        var keys = KeysOf(reception.Device.Entity);
        if (reception.Message is not { } message)
        {
            return new LoRaWanJoinRequest(0, reception.Device.Entity.Code, (ushort)(reception.Counter & 0xFFFF), keys.Network);
        }

        var content = message.Branch.Relation.Content;
        var payload = new byte[content.PackedBytes];
        PayloadEncoding.Write(content, Encoding.Packed, PayloadEncoding.Seed(message), payload);
        return new LoRaWanUplink((uint)reception.Device.Entity.Number + 1, (uint)reception.Counter, Port, payload, keys)
        {
            IsConfirmed = reception.IsConfirmed,
            AsksForAnswer = reception.AsksForAnswer,
            Options = reception.AnswersAdr ? new byte[] { LinkAdrAnswer, AllAccepted } : default,
        };
    }

    /// <summary>The packet with its header.</summary>
    public static byte[] Write(in LoRaWanReception reception, Packet payload)
    {
        var octets = new byte[HeaderLength + payload.Length];
        octets[3] = HeaderLength;
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(4), (uint)reception.Frequency.Hertz);
        octets[8] = (byte)(reception.DataRate.Bandwidth.Hertz / 125_000);
        octets[9] = (byte)reception.DataRate.SpreadingFactor;
        var strength = (byte)Math.Clamp(Math.Round(reception.Power) + StrengthOffset, 0, 255);
        (octets[10], octets[11], octets[12]) = (strength, strength, strength);
        var noise = ThermalNoise.Power(reception.DataRate.Bandwidth, 0);
        octets[13] = unchecked((byte)(sbyte)Math.Clamp(Math.Round(4 * (reception.Power - noise)), -128, 127));
        octets[14] = PublicNetwork;
        payload.Write(octets.AsSpan(HeaderLength));
        return octets;
    }

    private static LoRaWanKeys KeysOf(Entity device)
    {
        var (network, application) = (new byte[16], new byte[16]);
        BinaryPrimitives.WriteUInt64BigEndian(network, device.Code);
        BinaryPrimitives.WriteUInt64BigEndian(application.AsSpan(8), device.Code);
        return new LoRaWanKeys(network, application);
    }
}
