using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A table of exponential delays of mean 1 s, walked round and round: the same on both sides, and nearly free.</summary>
internal sealed class Delays
{
    private const int Size = 8192;
    private readonly Duration[] _table = new Duration[Size];
    private int _index;

    public Delays()
    {
        var stream = new Randomness(seed: 1, replication: 0).Stream(Entity.Of("hold"), Purpose.Named("delay"));
        for (var i = 0; i < Size; i++)
        {
            _table[i] = stream.Exponential(1).Seconds;
        }
    }

    public Duration Next()
    {
        _index = (_index + 1) & (Size - 1);
        return _table[_index];
    }
}
