using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>How a LoRa frame is modulated and framed by the physical layer.</summary>
/// <param name="SpreadingFactor">SF, 6 to 12 [1].</param>
/// <param name="Bandwidth">BW; 125, 250 or 500 kHz in LoRaWAN.</param>
/// <param name="CodingRate">CR, 1 to 4 for code rates 4/5 to 4/8 [1].</param>
/// <param name="PreambleSymbols">N_pre without the 4.25 symbols that the radio adds [1].</param>
/// <param name="HasHeader">Explicit header: IH = 0.</param>
/// <param name="HasCrc">CRC over the payload; LoRaWAN uplinks have it, downlinks do not.</param>
public readonly record struct LoRaModulation(
    int SpreadingFactor,
    Frequency Bandwidth,
    int CodingRate = 1,
    int PreambleSymbols = 8,
    bool HasHeader = true,
    bool HasCrc = true
)
{
    private const decimal NanosecondsPerSecond = 1_000_000_000m;

    /// <summary>T_sym = 2^SF / BW, rounded half to even to the nanosecond.</summary>
    public Duration SymbolTime => Times(4);

    /// <summary>T_pre = (N_pre + 4.25) T_sym.</summary>
    public Duration Preamble => Times(4 * PreambleSymbols + 17);

    /// <summary>DE: low-data-rate optimisation, on when a symbol takes 16 ms or more.</summary>
    public bool IsLowDataRateOptimised => (1 << SpreadingFactor) >= 0.016 * Bandwidth.Hertz;

    /// <summary>Symbols of header, payload and CRC, n_pay [1].</summary>
    /// <param name="payload">PL: octets between the physical header and the payload CRC, 0 to 255 [B].</param>
    public int PayloadSymbols(int payload)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload, 255);
        var bits = 8 * payload - 4 * SpreadingFactor + 28 + (HasCrc ? 16 : 0) - (HasHeader ? 0 : 20);
        var perBlock = 4 * (SpreadingFactor - (IsLowDataRateOptimised ? 2 : 0));
        var blocks = bits <= 0 ? 0 : (bits + perBlock - 1) / perBlock;
        return 8 + blocks * (CodingRate + 4);
    }

    /// <summary>Time on air, exact to the nanosecond for the bandwidths of LoRaWAN.</summary>
    /// <remarks>
    /// ToA = (N_pre + 4.25 + n_pay) T_sym, n_pay = 8 + max(⌈(8 PL − 4 SF + 28 + 16 CRC − 20 IH) / (4 (SF − 2 DE))⌉ (CR + 4), 0):
    /// Semtech SX1276/77/78/79 data sheet §4.1.1.6 and §4.1.1.7, AN1200.13. The longer preamble of SF5 and SF6 on SX126x is not modelled.
    /// </remarks>
    /// <param name="payload">PL: octets between the physical header and the payload CRC, 0 to 255 [B].</param>
    public Duration Airtime(int payload) => Times(4 * (PreambleSymbols + PayloadSymbols(payload)) + 17);

    private Duration Times(int quarterSymbols)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SpreadingFactor, 6, nameof(SpreadingFactor));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SpreadingFactor, 12, nameof(SpreadingFactor));
        var nanoseconds = quarterSymbols * (1 << SpreadingFactor) * NanosecondsPerSecond / (4 * (decimal)Bandwidth.Hertz);
        return new Duration((long)Math.Round(nanoseconds, MidpointRounding.ToEven));
    }
}
