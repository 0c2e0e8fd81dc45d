using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Decides: produces, processes, consumes and passes on messages along the trees of their relations.</summary>
/// <param name="simulation">The clock.</param>
/// <param name="entity">Role and number, the address of its luck.</param>
/// <param name="observers">Who is told.</param>
public class Node(Simulation simulation, Entity entity, Observers observers)
{
    private EdgeSessions[] _edges = [];
    private EnergyMeter[] _meters = [];
    private bool _hasStopped;

    /// <summary>The clock.</summary>
    public Simulation Simulation { get; } = simulation;

    /// <summary>Role and number, the address of its luck.</summary>
    public Entity Entity { get; } = entity;

    /// <summary>Who is told.</summary>
    public Observers Observers { get; } = observers;

    /// <summary>Where it stands; of a node that moves, where it is at the start of the run.</summary>
    public Position Position { get; init; }

    /// <summary>How it moves; null if it stays at <see cref="Position"/>.</summary>
    public Itinerary? Moves { get; init; }

    /// <summary>Where it is at a time.</summary>
    public Position PositionAt(SimTime time) => Moves?.At(time) ?? Position;

    /// <summary>Whether it stands inside a building.</summary>
    public bool Indoor { get; init; }

    /// <summary>Whether the energy of this node is accounted for: devices yes, relays and servers no.</summary>
    public bool IsMetered { get; init; }

    /// <summary>Where the charge comes from; null for mains.</summary>
    public IEnergySource? Supply { get; init; }

    /// <summary>The meters of its ports.</summary>
    public IReadOnlyList<EnergyMeter> Meters => _meters;

    /// <summary>Processes what arrives before it is passed on; null if that takes no time.</summary>
    public IProcessor? Processor { get; init; }

    /// <summary>Whether it works; a stopped node neither sends nor receives.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Fails: is silent until it recovers. What it was working on at its end is lost.</summary>
    public void Fail() => IsUp = false;

    /// <summary>Works again, unless it has stopped for good.</summary>
    public void Recover() => IsUp = !_hasStopped;

    /// <summary>Stops for good, e.g. with an empty battery.</summary>
    public void Stop()
    {
        _hasStopped = true;
        IsUp = false;
        foreach (var meter in _meters)
        {
            meter.Stop(Simulation.Now);
        }
    }

    /// <summary>Meters a port of this node from now on.</summary>
    /// <returns>The meter; null if the energy of this node is not accounted for.</returns>
    public EnergyMeter? AddMeter(PowerProfile profile)
    {
        if (!IsMetered)
        {
            return null;
        }

        var meter = new EnergyMeter(profile, Simulation.Now, Supply);
        _meters = [.. _meters, meter];
        return meter;
    }

    /// <summary>Connects it to the edges of the architecture: for each edge its sessions there.</summary>
    public void Connect(EdgeSessions[] edges) => _edges = edges;

    /// <summary>Fetches what it will need to send a message; see <see cref="IForewarnedTarget"/>.</summary>
    internal void Forewarn(Branch root)
    {
        for (var i = 0; i < root.Children.Count; i++)
        {
            _edges[root.Children[i].Edge].First.Forewarn();
        }
    }

    /// <summary>Produces a message, whose branch is the root of its relation.</summary>
    public void Originate(in Message message)
    {
        Observers.Sent(message, Simulation.Now);
        if (IsUp)
        {
            Dispatch(message);
        }
        else
        {
            Observers.Dropped(message, DropReason.NodeDown, Simulation.Now);
        }
    }

    /// <summary>Takes a message that a session brought here.</summary>
    public void Receive(in Message message)
    {
        if (!IsUp)
        {
            Observers.Dropped(message, DropReason.NodeDown, Simulation.Now);
        }
        else if (Processor is null)
        {
            Dispatch(message);
        }
        else
        {
            Processor.Process(message, this);
        }
    }

    /// <summary>Delivers a processed message to the consumers that sit here and passes it on along the tree.</summary>
    public void Dispatch(in Message message)
    {
        var branch = message.Branch;
        for (var i = 0; i < branch.Local.Count; i++)
        {
            Observers.Delivered(message, branch.Local[i], Simulation.Now);
        }

        foreach (var listener in branch.Listeners)
        {
            listener.Arrived(message, this);
        }

        for (var i = 0; i < branch.Children.Count; i++)
        {
            var child = branch.Children[i];
            _edges[child.Edge].For(child.MemberFor(message)).Send(message.Towards(child), this);
        }
    }
}
