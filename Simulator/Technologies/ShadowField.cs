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
    private const int Steps = 1 << 14;
    private static readonly Purpose WavePurpose = Purpose.Named("shadowing wave");
    private static readonly float[] Cosines = [.. Enumerable.Range(0, Steps).Select(i => (float)Math.Cos(2 * Math.PI * i / Steps))];

    /// <summary>Wave numbers and phases in steps of the table of cosines.</summary>
    private readonly (double X, double Y, double Phase)[] _waves = new (double, double, double)[Waves];

    /// <param name="random">The luck of the site.</param>
    /// <param name="owner">Whose landscape it is: a station, or what all stations have in common.</param>
    public ShadowField(Randomness random, Entity owner)
    {
        for (var i = 0; i < Waves; i++)
        {
            var draw = random.Draw(owner, WavePurpose, i);
            var rest = 1 - draw.Uniform();
            var number = Math.Sqrt(1 / (rest * rest) - 1) * Steps / (2 * Math.PI);
            var direction = 2 * Math.PI * draw.Uniform();
            _waves[i] = (number * Math.Cos(direction), number * Math.Sin(direction), Steps * draw.Uniform());
        }
    }

    /// <summary>The value at a place.</summary>
    /// <param name="place">Where.</param>
    /// <param name="correlationDistance">D [m], above 0.</param>
    public double At(Position place, double correlationDistance)
    {
        var (x, y) = (place.X / correlationDistance, place.Y / correlationDistance);
        var sum = 0.0f;
        foreach (var wave in _waves)
        {
            sum += Cosines[(int)((long)Math.Floor(wave.X * x + wave.Y * y + wave.Phase) & (Steps - 1))];
        }

        return sum * Math.Sqrt(2.0 / Waves);
    }
}
