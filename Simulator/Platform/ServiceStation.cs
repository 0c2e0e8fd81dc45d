using System.Numerics;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A queueing station of type M/G/c: servers that work on messages in order of arrival, and room for those that wait.</summary>
/// <remarks>
/// Modelled: servers in parallel, the distribution of the work, a finite queue that drops the newest, work that grows with the
/// number of copies that leave. Left out: memory, garbage collection, batching and the limits of single connections; all copies
/// of a message leave when the last one has been made, which for n copies of time t is (n−1)·t/2 late on average.
/// The work on a message is addressed by the message itself (source, relation, serial) and the station's node, so it is the same
/// under every access network. A station whose queue has grown to its usual length allocates nothing.
/// Validated against M/M/1, M/D/1 and M/M/c (Erlang C) in <c>Tests/Platform/ServiceStationTheoryTests</c>.
/// </remarks>
public sealed class ServiceStation : IProcessor, IEventTarget, ICountsMessages
{
    /// <summary>As many servers, or as much room to wait, as it takes.</summary>
    public const int Unlimited = int.MaxValue;

    private readonly Simulation _simulation;
    private readonly Entity _entity;
    private readonly ServiceTime _service;
    private readonly double _copyShare;
    private readonly int _servers;
    private readonly int _room;
    private readonly Queue<Job> _waiting = new();
    private readonly Stack<int> _idle = new();
    private Job[] _work = [];
    private Purpose[] _purposes = [];
    private int _busy;

    /// <param name="simulation">The clock.</param>
    /// <param name="entity">The node for which it works.</param>
    /// <param name="service">Time of the work on a message that leaves as one copy.</param>
    /// <param name="servers">Number of servers, at least 1, or <see cref="Unlimited"/> [1].</param>
    /// <param name="room">Messages that can wait, not counting those being worked on; at least 0, or <see cref="Unlimited"/> [1].</param>
    /// <param name="copyShare">Share of the work that is done once for each copy that leaves, 0 to 1; the rest is done once [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public ServiceStation(
        Simulation simulation,
        Entity entity,
        ServiceTime service,
        int servers,
        int room = Unlimited,
        double copyShare = 0
    )
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        if (copyShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(copyShare), copyShare, "A share lies between 0 and 1.");
        }

        (_simulation, _entity, _service, _servers, _room, _copyShare) = (simulation, entity, service, servers, room, copyShare);
    }

    /// <summary>Messages being worked on [1].</summary>
    public int Busy => _busy;

    /// <summary>Work begun so far, of all servers together.</summary>
    public Duration Worked { get; private set; }

    /// <inheritdoc/>
    public MessageCounts Messages { get; } = new();

    /// <summary>Messages that wait [1].</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Work on a message that leaves as a number of copies, relative to that for one copy [1].</summary>
    public static double Weight(double copyShare, double copies) => 1 + copyShare * (copies - 1);

    /// <inheritdoc/>
    public void Process(in Message message, Node node)
    {
        if (_busy < _servers)
        {
            Begin(new Job(message, node));
        }
        else if (_waiting.Count < _room)
        {
            _waiting.Enqueue(new Job(message, node));
        }
        else
        {
            node.Observers.Dropped(message, DropReason.QueueFull, _simulation.Now);
        }
    }

    void IEventTarget.Fire(long server)
    {
        var job = _work[server];
        _work[server] = default;
        _idle.Push((int)server);
        _busy--;
        if (_waiting.TryDequeue(out var next))
        {
            Begin(next);
        }

        var message = job.Message;
        message.EndStage(message.Branch.Stages.Count - 1, _simulation.Now);
        if (job.Node.IsUp)
        {
            job.Node.Dispatch(message);
        }
        else
        {
            job.Node.Observers.Dropped(message, DropReason.NodeDown, _simulation.Now);
        }
    }

    private void Begin(in Job job)
    {
        if (!_idle.TryPop(out var server))
        {
            server = _busy;
            if (server == _work.Length)
            {
                Array.Resize(ref _work, (int)Math.Min(_servers, BitOperations.RoundUpToPowerOf2((uint)server + 1)));
            }
        }

        _work[server] = job;
        _busy++;
        var branch = job.Message.Branch;
        var draw = _simulation.Random.Draw(job.Message.Source, PurposeOf(branch.Relation), job.Message.Serial);
        var work = _service.Of(ref draw, Weight(_copyShare, branch.Children.Count));
        Messages.Add(branch.Relation, 1 + branch.Children.Count);
        Worked += work;
        _simulation.After(work, this, server);
    }

    private Purpose PurposeOf(Relation relation)
    {
        if (relation.Index >= _purposes.Length)
        {
            Array.Resize(ref _purposes, relation.Index + 1);
        }

        if (_purposes[relation.Index] == default)
        {
            var work = new Entity(Purpose.Named($"work on {relation.Name}").Code);
            _purposes[relation.Index] = new Purpose(Entity.Link(work, _entity).Code);
        }

        return _purposes[relation.Index];
    }

    private readonly record struct Job(Message Message, Node Node);
}
