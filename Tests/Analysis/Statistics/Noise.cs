using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

/// <summary>Normal deviates that are the same in each test: the fractional parts of multiples of irrational numbers, mixed.</summary>
/// <param name="deviation">Their standard deviation.</param>
internal sealed class Noise(double deviation)
{
    private ulong _state = 0x9E3779B97F4A7C15;

    /// <summary>The next deviate (xorshift64*, S. Vigna, ACM Trans. Math. Softw. 42 (2016)).</summary>
    public double Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        var uniform = ((unchecked(_state * 2685821657736338717UL) >> 11) + 0.5) / (1UL << 53);
        return Normal.InvCDF(0, deviation, uniform);
    }
}
