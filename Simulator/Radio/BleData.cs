using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Data PDUs of Bluetooth Low Energy in a connection.</summary>
/// <remarks>
/// Bluetooth Core 5, volume 6, part B, sections 2.1, 2.2, 2.4 and 4.1 (from memory). Uncoded: preamble (1 octet, 2 octets with LE 2M), access address 4, header 2, payload, MIC 4 if encrypted and not empty, CRC 3. Coded: preamble 80 µs,
/// access address, indicator and first termination in S = 8, 296 µs; then header, payload, MIC, CRC and 3 bits of termination in S.
/// </remarks>
public static class BleData
{
    /// <summary>Longest payload without the extension of data length [B].</summary>
    public const int ShortPayload = 27;

    /// <summary>Longest payload with it [B].</summary>
    public const int LongPayload = 251;

    /// <summary>Channels of connections, 0 to 36 [1].</summary>
    public const int Channels = 37;

    private const int Around = 5;
    private const int IntegrityCode = 4;

    /// <summary>T_IFS between two packets of an event.</summary>
    public static Duration InterFrameSpace { get; } = 150.Microseconds;

    /// <summary>Time on air of a data PDU.</summary>
    /// <param name="payload">0 to <see cref="LongPayload"/> [B].</param>
    /// <param name="phy">The physical layer.</param>
    /// <param name="encrypted">Whether the link is encrypted.</param>
    public static Duration Airtime(int payload, BlePhy phy, bool encrypted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload, LongPayload);
        var bits = 8 * (Around + payload + (encrypted && payload > 0 ? IntegrityCode : 0));
        return phy switch
        {
            BlePhy.Le2M => (8 * (2 + 4) + bits).Microseconds / 2,
            BlePhy.LeCodedS2 => (80 + 296 + 2 * (bits + 3)).Microseconds,
            BlePhy.LeCodedS8 => (80 + 296 + 8 * (bits + 3)).Microseconds,
            _ => (8 * (1 + 4) + bits).Microseconds,
        };
    }

    /// <summary>A packet each way and the spaces after both.</summary>
    /// <param name="down">Payload from the central [B].</param>
    /// <param name="up">Payload from the peripheral [B].</param>
    /// <param name="phy">The physical layer.</param>
    /// <param name="encrypted">Whether the link is encrypted.</param>
    public static Duration Exchange(int down, int up, BlePhy phy, bool encrypted) =>
        Airtime(down, phy, encrypted) + Airtime(up, phy, encrypted) + InterFrameSpace * 2L;
}
