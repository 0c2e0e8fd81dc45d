using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>Messages of one relation that arrivals of another one cause: an answer, the output of a controller, a call for help.</summary>
/// <remarks>
/// Modelled: a message for each cause, at once or after a fixed wait, unless an answer has come by then. What a node takes to decide is the
/// affair of its processor. Messages are numbered by their causes (<see cref="CauseNumbers"/>). Left out: several causes of one message. Without
/// a condition nothing is allocated per message once the queue has its usual length. Tested in <c>Tests/Traffic/FollowUpTests</c>.
/// </remarks>
public sealed class FollowUp : IArrivalListener, IEventTarget
{
    private readonly Simulation _simulation;
    private readonly Branch _root;
    private readonly CauseNumbers _numbers;
    private readonly Duration _wait;
    private readonly FollowUpTarget _target;
    private readonly Purpose _drawn;
    private readonly Queue<Pending> _pending = new();
    private readonly Dictionary<(int Member, int Start), bool>? _answered;

    /// <param name="simulation">The clock.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="numbers">Numbers its messages.</param>
    /// <param name="target">For whom a message is.</param>
    /// <param name="wait">From the arrival of the cause to the message, not negative.</param>
    /// <param name="isConditional">Whether an answer within that time makes the message superfluous, see <see cref="Answers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative wait.</exception>
    public FollowUp(
        Simulation simulation,
        Branch root,
        CauseNumbers numbers,
        FollowUpTarget target,
        Duration wait,
        bool isConditional = false
    )
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfNegative(wait.Nanoseconds, nameof(wait));
        (_simulation, _root, _numbers, _target, _wait) = (simulation, root, numbers, target, wait);
        _drawn = Purpose.Named($"target of {root.Relation.Name}");
        _answered = isConditional ? [] : null;
    }

    /// <inheritdoc/>
    public void Arrived(in Message message, Node node)
    {
        var start = _answered is null ? 0 : _numbers.Start(message);
        _answered?.Add((node.Entity.Number, start), false);
        _pending.Enqueue(new Pending(node, _numbers.Next(message), start, TargetOf(message, node), message.Began));
        _simulation.After(_wait, this);
    }

    /// <summary>What makes messages superfluous: arrivals of a relation that the same first messages cause.</summary>
    /// <param name="numbers">Numbers what follows that relation's messages.</param>
    public IArrivalListener Answers(CauseNumbers numbers) =>
        new Answer(_answered ?? throw new InvalidOperationException($"'{_root.Relation.Name}' is sent whatever is answered."), numbers);

    void IEventTarget.Fire(long token)
    {
        var next = _pending.Dequeue();
        if (_answered is null || (_answered.Remove((next.Node.Entity.Number, next.Start), out var answered) && !answered))
        {
            next.Node.Originate(new Message(_root, next.Node.Entity, next.Serial, _simulation.Now, next.Target, next.Began));
        }
    }

    private int TargetOf(in Message cause, Node node)
    {
        if (_target.Members == 1)
        {
            return 0;
        }

        if (_target.PairedWith is { } back)
        {
            return back == 0 ? node.Entity.Number : _numbers.Member(cause, back - 1);
        }

        var draw = _simulation.Random.Draw(node.Entity, _drawn, _numbers.Next(cause));
        return _target.IsAmongPeers
            ? (node.Entity.Number + 1 + draw.UniformIndex(_target.Members - 1)) % _target.Members
            : draw.UniformIndex(_target.Members);
    }

    private readonly record struct Pending(Node Node, int Serial, int Start, int Target, SimTime Began);

    private sealed class Answer(Dictionary<(int Member, int Start), bool> answered, CauseNumbers numbers) : IArrivalListener
    {
        public void Arrived(in Message message, Node node)
        {
            var key = (node.Entity.Number, numbers.Start(message));
            if (answered.ContainsKey(key))
            {
                answered[key] = true;
            }
        }
    }
}
