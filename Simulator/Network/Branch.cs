namespace M2mVsIoTSim.Network;

/// <summary>A node of the tree along which the messages of one relation travel; the root is the producer.</summary>
/// <param name="relation">The relation.</param>
/// <param name="edge">Number of the edge of the architecture that leads here; −1 for the root.</param>
/// <param name="parent">Where the edge comes from; null for the root.</param>
/// <param name="stages">Names of the stages of the edge: waiting at the session, each technology crossed, processing at its end.</param>
/// <param name="member">The member of the consuming party to which it leads; null if that is the message's target.</param>
/// <exception cref="ArgumentException">The way from the root has more than <see cref="StageTimes.Capacity"/> stages.</exception>
public sealed class Branch(Relation relation, int edge, Branch? parent, IReadOnlyList<string> stages, int? member = null)
{
    private readonly List<Branch> _children = [];
    private readonly List<int> _local = [];
    private readonly List<int> _consumers = [];
    private IArrivalListener[] _listeners = [];

    /// <summary>
    /// Members of a party that talks among itself, where the branch leads to one of them: its <see cref="Member"/> then counts from the producer
    /// on, in a ring; 0 elsewhere [1].
    /// </summary>
    public int Ring { get; init; }

    /// <summary>The relation whose messages travel here.</summary>
    public Relation Relation { get; } = relation;

    /// <summary>Number of the edge that leads here; −1 for the root.</summary>
    public int Edge { get; } = edge;

    /// <summary>The member of the consuming party to which it leads; null if that is the message's target.</summary>
    public int? Member { get; } = member;

    /// <summary>Where the edge comes from; null for the root.</summary>
    public Branch? Parent { get; } = parent;

    /// <summary>Names of the stages of the edge that leads here.</summary>
    public IReadOnlyList<string> Stages { get; } = stages;

    /// <summary>Number of the first stage of this edge on the way from the root.</summary>
    public int FirstStage { get; } = FirstStageAfter(parent, stages);

    /// <summary>Where messages go on from here.</summary>
    public IReadOnlyList<Branch> Children => _children;

    /// <summary>Consumers that sit here, as indices into <see cref="Relation.Consumers"/>.</summary>
    public IReadOnlyList<int> Local => _local;

    /// <summary>Those who act when a message has reached the consumer that sits here.</summary>
    internal IArrivalListener[] Listeners => _listeners;

    /// <summary>Consumers here and further on, as indices into <see cref="Relation.Consumers"/>.</summary>
    public IReadOnlyList<int> Consumers => _consumers;

    /// <summary>Stage names from the root to here, in the order of <see cref="StageTimes"/>.</summary>
    public IEnumerable<string> AllStages => Parent is null ? Stages : Parent.AllStages.Concat(Stages);

    /// <summary>Adds a branch further on.</summary>
    /// <param name="edge">Number of the edge of the architecture that leads there.</param>
    /// <param name="stages">Names of its stages.</param>
    /// <param name="member">The member of the consuming party to which it leads; null if that is the message's target.</param>
    /// <param name="ring">See <see cref="Ring"/>.</param>
    public Branch Grow(int edge, IReadOnlyList<string> stages, int? member = null, int ring = 0)
    {
        var child = new Branch(Relation, edge, this, stages, member) { Ring = ring };
        _children.Add(child);
        return child;
    }

    /// <summary>Number of the member of the consuming party to which a message goes by this branch.</summary>
    public int MemberFor(in Message message) =>
        Ring == 0 || Member is not { } step ? Member ?? message.Target : (message.Source.Number + step) % Ring;

    /// <summary>Seats a consumer here.</summary>
    public void Seat(int consumer)
    {
        _local.Add(consumer);
        for (var branch = this; branch is not null; branch = branch.Parent)
        {
            branch._consumers.Add(consumer);
        }
    }

    /// <summary>Tells somebody of every message that reaches the consumer that sits here.</summary>
    /// <exception cref="InvalidOperationException">Nobody sits here.</exception>
    public void Listen(IArrivalListener listener)
    {
        if (_local.Count == 0)
        {
            throw new InvalidOperationException($"No consumer of '{Relation.Name}' sits at the end of edge {Edge}.");
        }

        _listeners = [.. _listeners, listener];
    }

    private static int FirstStageAfter(Branch? parent, IReadOnlyList<string> stages)
    {
        var first = parent is null ? 0 : parent.FirstStage + parent.Stages.Count;
        if (first + stages.Count > StageTimes.Capacity)
        {
            throw new ArgumentException(
                $"A way of {first + stages.Count} stages is longer than the {StageTimes.Capacity} that are measured.",
                nameof(stages)
            );
        }

        return first;
    }
}
