using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Senders of one code.</summary>
/// <param name="Rate">Frames per second of all together [1/s].</param>
/// <param name="Airtime">Of a frame.</param>
internal sealed record Population(double Rate, Duration Airtime)
{
    /// <summary>By replication, the power of each sender at the receiver [mW]; every frame comes from a sender at random.</summary>
    public Func<int, IEnumerable<float>> Powers { get; init; } = _ => [1f];
}
