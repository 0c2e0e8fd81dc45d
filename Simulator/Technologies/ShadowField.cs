using System.Runtime.Intrinsics;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A random landscape of mean 0, deviation 1 and correlation exp(−Δd/D) between places, the same for every D but for its scale.</summary>
/// <remarks>
/// A sum of plane waves of random direction, phase and length: S(x) = √(2/N) Σ cos(k_i·x/D + φ_i). Their lengths have the spectrum that belongs to
/// an exponential correlation in the plane, P(k &lt; κ) = 1 − 1/√(1 + κ²). So a place has its value without a grid, a history, or memory per device, and
/// the correlation is exact over the luck of landscapes. A sum of 48 waves is close to normal: its kurtosis is 3 − 1.5/48. Gudmundson 1991 for the
/// correlation; the method is that of Shinozuka and Jan, Journal of Sound and Vibration 25, 1972 (from memory).
/// </remarks>
internal sealed class ShadowField
{
    private const int Waves = 48;
    private static readonly Purpose WavePurpose = Purpose.Named("shadowing wave");

    /// <summary>Of each wave, in turns for a place in units of D.</summary>
    private readonly double[] _x = new double[Waves];
    private readonly double[] _y = new double[Waves];
    private readonly double[] _phase = new double[Waves];

    /// <param name="random">The luck of the site.</param>
    /// <param name="owner">Whose landscape it is: a station, or what all stations have in common.</param>
    public ShadowField(Randomness random, Entity owner)
    {
        for (var i = 0; i < Waves; i++)
        {
            var draw = random.Draw(owner, WavePurpose, i);
            var rest = 1 - draw.Uniform();
            var number = Math.Sqrt(1 / (rest * rest) - 1) / (2 * Math.PI);
            var direction = 2 * Math.PI * draw.Uniform();
            (_x[i], _y[i], _phase[i]) = (number * Math.Cos(direction), number * Math.Sin(direction), draw.Uniform());
        }
    }

    /// <summary>The value at a place.</summary>
    /// <remarks>Eight waves at a time. Products and sums in this order and none fused, so that every processor finds the same landscape.</remarks>
    /// <param name="place">Where.</param>
    /// <param name="correlationDistance">D [m], above 0.</param>
    public double At(Position place, double correlationDistance)
    {
        var (x, y) = (Vector256.Create(place.X / correlationDistance), Vector256.Create(place.Y / correlationDistance));
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < Waves; i += 2 * Vector256<double>.Count)
        {
            sums += Cosine(Vector256.Narrow(Turn(x, y, i), Turn(x, y, i + Vector256<double>.Count)));
        }

        var sum = 0.0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += sums[lane];
        }

        return sum * Math.Sqrt(2.0 / Waves);
    }

    /// <summary>How far four waves have turned, but for whole turns, 0 to 1.</summary>
    private Vector256<double> Turn(Vector256<double> x, Vector256<double> y, int wave)
    {
        var turns =
            Vector256.LoadUnsafe(ref _x[0], (nuint)wave) * x
            + Vector256.LoadUnsafe(ref _y[0], (nuint)wave) * y
            + Vector256.LoadUnsafe(ref _phase[0], (nuint)wave);
        return turns - Vector256.Floor(turns);
    }

    /// <summary>cos 2πt = sin z with z = 2π (|t − ½| − ¼), of which the series to z⁹ is good to 4·10⁻⁶.</summary>
    private static Vector256<float> Cosine(Vector256<float> turns)
    {
        var z = (Vector256.Abs(turns - Vector256.Create(0.5f)) - Vector256.Create(0.25f)) * Vector256.Create(2 * MathF.PI);
        var square = z * z;
        var series = square * Vector256.Create(1 / 362_880f) - Vector256.Create(1 / 5040f);
        series = series * square + Vector256.Create(1 / 120f);
        series = series * square - Vector256.Create(1 / 6f);
        return z + z * square * series;
    }
}
