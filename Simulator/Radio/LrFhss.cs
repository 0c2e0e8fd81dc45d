using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Long-range frequency-hopping spread spectrum, DR8 to DR11 in Europe: its time on air. The network model does not use it.</summary>
public static class LrFhss
{
    private static readonly Duration Header = new(233_472_000);
    private static readonly Duration Block = new(102_400_000);

    /// <summary>ToA = N · 233.472 ms + ⌈(PL + 3) / q⌉ · 102.4 ms with N = 3, q = 2 at code rate 1/3 and N = 2, q = 4 at 2/3.</summary>
    /// <remarks>The Things Stack, <c>pkg/toa/toa.go</c>. As there the last block counts whole; the radio cuts it to the bits that it holds.</remarks>
    /// <param name="payload">PL: PHYPayload, 0 to 255 [B].</param>
    /// <param name="isRobust">Code rate 1/3 rather than 2/3.</param>
    public static Duration Airtime(int payload, bool isRobust)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload, 255);
        var (headers, octetsPerBlock) = isRobust ? (3L, 2) : (2L, 4);
        long blocks = (payload + 3 + octetsPerBlock - 1) / octetsPerBlock;
        return Header * headers + Block * blocks;
    }
}
