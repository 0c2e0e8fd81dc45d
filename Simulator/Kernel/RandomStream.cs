using M2mVsIoTSim.Kernel.Distributions;

namespace M2mVsIoTSim.Kernel;

/// <summary>A sequence of draws of one entity for one purpose; each call of <see cref="Next"/> is the next index.</summary>
public sealed class RandomStream(Randomness random, Entity entity, Purpose purpose)
{
    private long _index;
    private long _knownIndex = -1;
    private ulong _known;

    /// <summary>The next draw.</summary>
    public Draw Next() => random.Draw(entity, purpose, _index++);

    /// <summary>Uniform on [0, 1) [1].</summary>
    public double Uniform() => Draw.ToUniform(NextBits());

    /// <summary>A sample of a distribution, from the next draw.</summary>
    public double Sample(IDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var draw = Next();
        return distribution.Sample(ref draw);
    }

    /// <summary>Exponential with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    /// <summary>The first bits of the next draw.</summary>
    /// <remarks>Those of the draw after it are worked out in advance: nothing waits for them, so the processor does other things meanwhile.</remarks>
    private ulong NextBits()
    {
        random.Notice(entity, purpose, _index);
        var bits = _index == _knownIndex ? _known : random.FirstBits(entity, purpose, _index);
        _knownIndex = ++_index;
        _known = random.FirstBits(entity, purpose, _index);
        return bits;
    }
}
