using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>What an application sends: one datum of one relation, on its way to its consumers. Passed by <c>in</c>, copied where it branches.</summary>
public struct Message
{
    private StageTimes _times;

    /// <summary>A new message at the root of its tree.</summary>
    /// <param name="root">The tree of its relation.</param>
    /// <param name="source">Who produced it.</param>
    /// <param name="serial">Which message of this source and relation, from 0.</param>
    /// <param name="created">When.</param>
    /// <param name="target">Number of the member of the consuming party, where it is for one member only.</param>
    public Message(Branch root, Entity source, int serial, SimTime created, int target = 0)
    {
        Branch = root;
        Source = source;
        Serial = serial;
        Created = created;
        Since = created;
        Began = created;
        Target = target;
    }

    /// <summary>A new message that the arrival of another one causes.</summary>
    /// <param name="root">The tree of its relation.</param>
    /// <param name="source">Who produces it.</param>
    /// <param name="serial">Which message of this source and relation.</param>
    /// <param name="created">When.</param>
    /// <param name="target">Number of the member of the consuming party, where it is for one member only.</param>
    /// <param name="began">When the first message of the chain of causes was produced.</param>
    public Message(Branch root, Entity source, int serial, SimTime created, int target, SimTime began)
        : this(root, source, serial, created, target)
    {
        Began = began;
    }

    /// <summary>Where in the tree of its relation it is or is heading.</summary>
    public Branch Branch { get; private set; }

    /// <summary>Who produced it.</summary>
    public Entity Source { get; }

    /// <summary>When it was produced.</summary>
    public SimTime Created { get; }

    /// <summary>When the first message of its chain of causes was produced; when it was produced itself, if no other caused it.</summary>
    public SimTime Began { get; }

    /// <summary>When the current stage began.</summary>
    public SimTime Since { get; private set; }

    /// <summary>Which message of its source and relation, from 0.</summary>
    public int Serial { get; }

    /// <summary>Number of the member of the consuming party for which it is.</summary>
    public int Target { get; }

    /// <summary>Time spent so far in a stage, counted from the root of the tree.</summary>
    public readonly Duration TimeIn(int stage) => _times.In(stage);

    /// <summary>Whether it is the same datum, wherever on its way.</summary>
    public readonly bool IsSame(in Message other) =>
        Serial == other.Serial && Source == other.Source && Branch?.Relation == other.Branch?.Relation;

    /// <summary>A copy that heads for a branch further on.</summary>
    public readonly Message Towards(Branch branch)
    {
        var copy = this;
        copy.Branch = branch;
        return copy;
    }

    /// <summary>Ends a stage of the edge by which it came: all time since the last stage belongs to it.</summary>
    /// <param name="stage">Number of the stage within <see cref="Branch.Stages"/>.</param>
    /// <param name="now">The present.</param>
    public void EndStage(int stage, SimTime now)
    {
        _times.Add(Branch.FirstStage + stage, now - Since);
        Since = now;
    }

    /// <summary>
    /// Ends the crossing of an edge by the frame that brought the message: each technology gets the time that this frame spent in
    /// it, the rest (connecting, queueing at the session, earlier attempts) is the waiting stage.
    /// </summary>
    public void EndCrossing(in Frame frame, SimTime now)
    {
        var waiting = now - Since;
        for (var leg = 0; leg < frame.Route.Legs.Count; leg++)
        {
            var time = frame.TimeIn(leg);
            _times.Add(Branch.FirstStage + 1 + leg, time);
            waiting -= time;
        }

        _times.Add(Branch.FirstStage, waiting);
        Since = now;
    }
}
