using System.Numerics;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>What a person does with messages: notices each after a while, if at all, and acts on them one at a time in the order of noticing.</summary>
/// <remarks>
/// All luck is addressed by the message (source, relation, serial) and the person, so that the person is as attentive in every architecture. Off
/// duty nothing is noticed and nothing begun, but what is begun is finished. Tested in <c>Tests/Platform/AttentionTests</c>, the line of
/// what is to be done against M/D/1.
/// </remarks>
internal sealed class Attention : IProcessor, IEventTarget
{
    private const long Free = -1;
    private const long OnDuty = -2;

    private static readonly Purpose Noticing = Purpose.Named("noticing");
    private static readonly Purpose Missing = Purpose.Named("missing");
    private static readonly Purpose Acting = Purpose.Named("acting");

    private readonly Simulation _simulation;
    private readonly Entity _person;
    private readonly ServiceTime _notice;
    private readonly ServiceTime _act;
    private readonly AlarmLoad? _load;
    private readonly Duty _duty;
    private readonly Queue<Job> _toDo = new();
    private readonly Stack<int> _idle = new();
    private Job[] _noticing = [];
    private int _seen;
    private bool _isBusy;
    private Job _current;

    /// <param name="simulation">The clock.</param>
    /// <param name="person">The person.</param>
    /// <param name="notice">Time to notice a message.</param>
    /// <param name="act">Time to decide and act.</param>
    /// <param name="duty">When the person is on duty.</param>
    /// <param name="load">What many alarms do to the person; null for nothing.</param>
    public Attention(Simulation simulation, Entity person, ServiceTime notice, ServiceTime act, Duty duty, AlarmLoad? load)
    {
        (_simulation, _person, _notice, _act, _duty, _load) = (simulation, person, notice, act, duty, load);
    }

    /// <inheritdoc/>
    public void Process(in Message message, Node node)
    {
        var now = _simulation.Now;
        _load?.Add(now.TotalSeconds);
        if (IsMissed(message))
        {
            node.Observers.Dropped(message, DropReason.Unnoticed, now);
            return;
        }

        if (!_idle.TryPop(out var place))
        {
            place = _seen++;
            if (place == _noticing.Length)
            {
                Array.Resize(ref _noticing, (int)BitOperations.RoundUpToPowerOf2((uint)place + 1));
            }
        }

        _noticing[place] = new Job(message, node);
        var draw = DrawOf(message, Noticing);
        _simulation.At(_duty.Next(now).PlusOrEnd(_notice.Of(ref draw, _load?.Slowness ?? 1)), this, place);
    }

    void IEventTarget.Fire(long token)
    {
        if (token >= 0)
        {
            _toDo.Enqueue(_noticing[token]);
            _noticing[token] = default;
            _idle.Push((int)token);
        }
        else
        {
            _isBusy = false;
            if (token == Free)
            {
                Finish();
            }
        }

        if (!_isBusy && _toDo.Count > 0)
        {
            Begin();
        }
    }

    private bool IsMissed(in Message message)
    {
        if (_load is not { MissProbability: > 0 and var probability })
        {
            return false;
        }

        var draw = DrawOf(message, Missing);
        return draw.Bernoulli(probability);
    }

    private void Begin()
    {
        _isBusy = true;
        var duty = _duty.Next(_simulation.Now);
        if (duty > _simulation.Now)
        {
            _simulation.At(duty, this, OnDuty);
            return;
        }

        _current = _toDo.Dequeue();
        var draw = DrawOf(_current.Message, Acting);
        _simulation.After(_act.Of(ref draw, 1), this, Free);
    }

    private void Finish()
    {
        var message = _current.Message;
        message.EndStage(message.Branch.Stages.Count - 1, _simulation.Now);
        if (_current.Node.IsUp)
        {
            _current.Node.Dispatch(message);
        }
        else
        {
            _current.Node.Observers.Dropped(message, DropReason.NodeDown, _simulation.Now);
        }
    }

    private Draw DrawOf(in Message message, Purpose purpose)
    {
        var relation = new Entity(Purpose.Named(message.Branch.Relation.Name).Code);
        var address = new Purpose(Entity.Link(new Entity(purpose.Code), Entity.Link(relation, _person)).Code);
        return _simulation.Random.Draw(message.Source, address, message.Serial);
    }

    private readonly record struct Job(Message Message, Node Node);
}
