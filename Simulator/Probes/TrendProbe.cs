using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>How the latency develops over the measured time: its sum in equal slices of the time of production, for each relation.</summary>
/// <remarks>Tells whether the warm-up was long enough. Tested in <c>Tests/Probes/TrendProbeTests</c>.</remarks>
public sealed class TrendProbe : WindowProbe
{
    /// <summary>Slices of the measured time [1]: enough for forty batches of five.</summary>
    public const int Slices = 200;

    private readonly long _slice;
    private readonly TrendSlice[][] _slices;

    /// <param name="relations">All relations of the run, in the order of their index.</param>
    /// <param name="from">Start of the measurement.</param>
    /// <param name="to">End of the measurement.</param>
    public TrendProbe(IReadOnlyList<Relation> relations, SimTime from, SimTime to)
        : base(from, to)
    {
        // Rounded up, so that the end never falls into a slice of its own.
        _slice = Math.Max(1, ((to - from).Nanoseconds + Slices - 1) / Slices);
        _slices = [.. relations.Select(_ => new TrendSlice[Slices])];
    }

    /// <summary>The slices of a relation, all consumers together, in order of time.</summary>
    public IReadOnlyList<TrendSlice> Of(Relation relation) => _slices[relation.Index];

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        if (Counts(message))
        {
            ref var slice = ref _slices[message.Branch.Relation.Index][(message.Began - From).Nanoseconds / _slice];
            slice = new TrendSlice(slice.Count + 1, slice.Seconds + (now - message.Created).TotalSeconds);
        }
    }
}
