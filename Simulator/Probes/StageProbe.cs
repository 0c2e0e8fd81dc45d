using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Waterfall: time per stage of the messages that arrived, for each relation and consumer; sums exactly to their latency.</summary>
/// <remarks>Tested in <c>Tests/Probes/StageProbeTests</c>.</remarks>
/// <param name="from">Start of the measurement.</param>
/// <param name="to">End of the measurement.</param>
public sealed class StageProbe(SimTime from, SimTime to) : WindowProbe(from, to)
{
    private readonly Dictionary<(int Relation, int Consumer), Sums> _sums = [];

    /// <summary>Mean time in each stage, in the order of the way; empty if nothing arrived.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="consumer">Index into its consumers.</param>
    public IReadOnlyList<StageTime> Of(Relation relation, int consumer) =>
        _sums.TryGetValue((relation.Index, consumer), out var sums) ? sums.Times() : [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A model left a part of the time unaccounted for.</exception>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        if (!Counts(message))
        {
            return;
        }

        var branch = message.Branch;
        if (message.Since != now)
        {
            throw new InvalidOperationException(
                $"Message {message.Serial} of '{branch.Relation.Name}' arrived at {now}, but its stages end at {message.Since}."
            );
        }

        var key = (branch.Relation.Index, consumer);
        if (!_sums.TryGetValue(key, out var sums))
        {
            _sums.Add(key, sums = new Sums(branch));
        }

        sums.Add(message);
    }

    private sealed class Sums(Branch branch)
    {
        private readonly string[] _names = [.. branch.AllStages];
        private readonly Int128[] _nanoseconds = new Int128[branch.FirstStage + branch.Stages.Count];
        private readonly int[] _edges = [.. EdgesTo(branch)];
        private long _count;

        public void Add(in Message message)
        {
            for (var stage = 0; stage < _nanoseconds.Length; stage++)
            {
                _nanoseconds[stage] += message.TimeIn(stage).Nanoseconds;
            }

            _count++;
        }

        public StageTime[] Times() => [.. _nanoseconds.Select((sum, stage) => new StageTime(_edges[stage], _names[stage], sum, _count))];

        private static IEnumerable<int> EdgesTo(Branch branch)
        {
            var own = Enumerable.Repeat(branch.Edge, branch.Stages.Count);
            return branch.Parent is null ? own : EdgesTo(branch.Parent).Concat(own);
        }
    }
}
