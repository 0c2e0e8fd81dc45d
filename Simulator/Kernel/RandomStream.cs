namespace M2mVsIoTSim.Kernel;

/// <summary>A sequence of draws of one entity for one purpose; each call of <see cref="Next"/> is the next index.</summary>
public sealed class RandomStream(Randomness random, Entity entity, Purpose purpose)
{
    private long _index;

    /// <summary>The next draw.</summary>
    public Draw Next() => random.Draw(entity, purpose, _index++);

    /// <summary>Uniform on [0, 1) [1].</summary>
    public double Uniform() => Draw.ToUniform(random.FirstBits(entity, purpose, _index++));

    /// <summary>Exponential with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());
}
