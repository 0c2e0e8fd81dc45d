using M2mVsIoTSim.Kernel.Distributions;

namespace M2mVsIoTSim.Kernel;

/// <summary>A sequence of draws of one entity for one purpose; each call of <see cref="Next"/> is the next index.</summary>
public sealed class RandomStream(Randomness random, Entity entity, Purpose purpose)
{
    private long _index;

    /// <summary>The next draw.</summary>
    public Draw Next() => random.Draw(entity, purpose, _index++);

    /// <summary>Uniform on [0, 1) [1].</summary>
    public double Uniform() => Draw.ToUniform(random.FirstBits(entity, purpose, _index++));

    /// <summary>A sample of a distribution, from the next draw.</summary>
    public double Sample(IDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var draw = Next();
        return distribution.Sample(ref draw);
    }

    /// <summary>Exponential with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());
}
