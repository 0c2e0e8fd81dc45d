using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Frequency-shift keying of LoRaWAN, as of DR7 in Europe.</summary>
/// <param name="BitRate">50 kbit/s in LoRaWAN.</param>
public readonly record struct GfskModulation(BitRate BitRate)
{
    /// <summary>Preamble 5 B, sync word 3 B, length 1 B, CRC 2 B [B].</summary>
    private const int Framing = 11;

    /// <summary>Time on air: ToA = 8 (PL + 11) / R; LoRaMac-node <c>sx1276.c</c>, The Things Stack <c>pkg/toa</c>.</summary>
    /// <param name="payload">PL: PHYPayload, 0 to 255 [B].</param>
    public Duration Airtime(int payload)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload, 255);
        return Duration.FromSeconds(8 * (payload + Framing) / BitRate.BitsPerSecond);
    }
}
