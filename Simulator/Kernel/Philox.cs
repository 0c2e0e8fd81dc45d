using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>Philox4x64-10: a bijection of 256-bit counters under a 128-bit key, whose outputs pass BigCrush.</summary>
/// <remarks>
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, and the known answers distributed with
/// Random123. Stateless: the caller's coordinates are the counter.
/// </remarks>
internal static class Philox
{
    private const ulong Multiplier0 = 0xD2E7470EE14C6C93;
    private const ulong Multiplier1 = 0xCA5A826395121157;
    private const ulong Weyl0 = 0x9E3779B97F4A7C15;
    private const ulong Weyl1 = 0xBB67AE8584CAA73B;

    /// <summary>Replaces a counter by its four outputs.</summary>
    [SkipLocalsInit]
    public static void Scramble(ref ulong c0, ref ulong c1, ref ulong c2, ref ulong c3, ulong key0, ulong key1)
    {
        unchecked
        {
            // In registers: through the references each round would wait for memory.
            var (x0, x1, x2, x3) = (c0, c1, c2, c3);
            for (var round = 0; round < 10; round++)
            {
                var high0 = Math.BigMul(Multiplier0, x0, out var low0);
                var high1 = Math.BigMul(Multiplier1, x2, out var low1);
                (x0, x1, x2, x3) = (high1 ^ x1 ^ key0, low1, high0 ^ x3 ^ key1, low0);
                key0 += Weyl0;
                key1 += Weyl1;
            }

            (c0, c1, c2, c3) = (x0, x1, x2, x3);
        }
    }
}
