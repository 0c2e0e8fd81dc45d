using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>Lets the members of a fleet produce the messages of one relation: one object per fleet, 4 octets per member.</summary>
/// <remarks>
/// The token of a wake-up is the number of the member. All draws are addressed by (member, purpose named after the relation,
/// serial), so that the same messages arise at the same times in every architecture. A member that has stopped still has messages
/// to send: they count as sent and lost.
/// </remarks>
public abstract class FleetTraffic : IForewarnedTarget
{
    private readonly Node[] _members;
    private readonly Branch _root;
    private readonly SimTime _until;
    private readonly int _targets;
    private readonly Purpose _target;
    private readonly int[] _serials;
    private readonly BurstRest? _rest;

    /// <param name="simulation">The clock.</param>
    /// <param name="members">The producers.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="until">No message is produced at or after this point.</param>
    /// <param name="targets">Members of the consuming party, at least 1; each message is for one of them, drawn uniformly [1].</param>
    /// <exception cref="ArgumentException">Not the root of a tree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No targets.</exception>
    protected FleetTraffic(Simulation simulation, IReadOnlyList<Node> members, Branch root, SimTime until, int targets)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentOutOfRangeException.ThrowIfLessThan(targets, 1);
        if (root.Parent is not null)
        {
            throw new ArgumentException(
                $"Messages of '{root.Relation.Name}' start at the root of its tree, not at edge {root.Edge}.",
                nameof(root)
            );
        }

        (Simulation, _root, _until, _targets) = (simulation, root, until, targets);
        _members = members as Node[] ?? [.. members];
        _target = PurposeOf("target");
        _serials = new int[members.Count];
    }

    /// <summary>Whether each message is for the member of its producer's number, instead of one that is drawn.</summary>
    public bool IsPaired { get; init; }

    /// <summary>Whether the members produce for each other: none draws itself.</summary>
    public bool IsAmongPeers { get; init; }

    /// <summary>The messages that each event sets off; null for one.</summary>
    /// <remarks>
    /// Bursts may overlap. Message i of event s has the serial s · messages + i, so that its luck depends on neither. A burst that is under way when
    /// the producers stop is cut off.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">No messages, or no time between them.</exception>
    public BurstShape? Burst
    {
        get;
        init
        {
            if (value is { } burst)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(burst.Messages, 1);
                ArgumentOutOfRangeException.ThrowIfLessThan(burst.Every.Nanoseconds, 1);
                _rest = new BurstRest(this, burst);
            }

            field = value;
        }
    }

    /// <summary>The clock.</summary>
    protected Simulation Simulation { get; }

    /// <summary>Schedules the first message of every member; call it once, before the run.</summary>
    public void Start()
    {
        for (var member = 0; member < _members.Length; member++)
        {
            Schedule(member);
        }
    }

    /// <inheritdoc/>
    void IEventTarget.Fire(long token)
    {
        var member = (int)token;
        var serial = checked(_serials[member]++ * (Burst?.Messages ?? 1));
        Originate(member, serial);
        _rest?.Begin(member, serial);
        Schedule(member);
    }

    /// <inheritdoc/>
    void IForewarnedTarget.Forewarn(long token, bool isNear)
    {
        if (isNear)
        {
            _members[token].Forewarn(_root);
        }
        else
        {
            CacheLine.Fetch(_members[token]);
            CacheLine.Fetch(ref _serials[token]);
        }
    }

    /// <summary>When a member produces a message, or the first of a burst; <see cref="SimTime.End"/> for never.</summary>
    /// <param name="member">The member.</param>
    /// <param name="serial">Which of its messages or bursts, from 0; earlier ones were asked for before.</param>
    protected abstract SimTime TimeOf(Entity member, int serial);

    /// <summary>A purpose of draws for this relation.</summary>
    protected Purpose PurposeOf(string what) => Purpose.Named($"{what} of {_root.Relation.Name}");

    private void Originate(int member, int serial)
    {
        var node = _members[member];
        node.Originate(new Message(_root, node.Entity, serial, Simulation.Now, TargetOf(node.Entity, serial)));
    }

    private void Schedule(int member)
    {
        var time = TimeOf(_members[member].Entity, _serials[member]);
        if (time < _until)
        {
            Simulation.AtForewarned(time, this, member);
        }
    }

    private int TargetOf(Entity member, int serial)
    {
        if (_targets == 1)
        {
            return 0;
        }

        if (IsPaired)
        {
            return member.Number;
        }

        var draw = Simulation.Random.Draw(member, _target, serial);
        return IsAmongPeers ? (member.Number + 1 + draw.UniformIndex(_targets - 1)) % _targets : draw.UniformIndex(_targets);
    }

    /// <summary>What follows the first messages of bursts. As all wait equally long, they are due in the order in which they were put off.</summary>
    private sealed class BurstRest(FleetTraffic fleet, BurstShape shape) : IEventTarget
    {
        private readonly Queue<(int Member, int Serial, int Left)> _due = new();

        public void Begin(int member, int serial) => PutOff(member, serial + 1, shape.Messages - 1);

        void IEventTarget.Fire(long token)
        {
            var (member, serial, left) = _due.Dequeue();
            fleet.Originate(member, serial);
            PutOff(member, serial + 1, left - 1);
        }

        private void PutOff(int member, int serial, int left)
        {
            if (left > 0 && fleet.Simulation.Now.PlusOrEnd(shape.Every) is var next && next < fleet._until)
            {
                _due.Enqueue((member, serial, left));
                fleet.Simulation.At(next, this);
            }
        }
    }
}
