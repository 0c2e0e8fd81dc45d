using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Time that a message has spent in each stage of its way [ns].</summary>
[InlineArray(Capacity)]
public struct StageTimes
{
    /// <summary>Greatest number of stages of a way [1].</summary>
    public const int Capacity = 16;

    private long _nanoseconds;

    /// <summary>Adds to a stage.</summary>
    public void Add(int stage, Duration duration) => this[stage] += duration.Nanoseconds;

    /// <summary>Time spent in a stage.</summary>
    public readonly Duration In(int stage) => new(this[stage]);
}
