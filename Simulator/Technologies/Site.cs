using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Where a technology is built, and for what.</summary>
/// <param name="Simulation">The clock.</param>
/// <param name="Observers">Who is told.</param>
/// <param name="Near">The nodes on the near side, in the order of their numbers.</param>
/// <param name="Radius">Radius of the area around the origin [m].</param>
/// <param name="Demand">What it has to carry.</param>
public sealed record Site(Simulation Simulation, Observers Observers, IReadOnlyList<Node> Near, double Radius, Demand Demand)
{
    /// <summary>How radio waves travel there.</summary>
    public PropagationOptions Propagation { get; init; } = new();

    /// <summary>Places for which it is planned; null to plan for the near nodes where they happen to stand.</summary>
    public Survey? Survey { get; init; }

    /// <summary>Near nodes that are no devices but stand among them, such as a hub or an edge computer.</summary>
    public IReadOnlyList<Node> Hubs { get; init; } = [];

    /// <summary>The kinds of near nodes, in their order, each with its own demand; one of all of them unless it is said.</summary>
    public IReadOnlyList<Fleet> Fleets { get; init; } = [new Fleet("", Near.Count, Demand)];

    /// <summary>
    /// Which of several networks beside each other it belongs to, each of which fails for itself; null for the only or the first one, which has the luck of a
    /// network that all share.
    /// </summary>
    public string? Silo { get; init; }

    /// <summary>Whether messages travel to the near nodes as well, so that they have to listen for them.</summary>
    public bool IsTwoWay { get; init; }

    /// <summary>What travels to the near nodes; null if it was not said.</summary>
    public Demand? Back { get; init; }

    /// <summary>What the packets of the protocols that cross it come to; the bare content unless it is said.</summary>
    public WireLoad Load { get; init; } = new([new WireFlow(Demand.MessagesPerSecond, WireCost.OfContent(Demand.BytesPerMessage))]);
}

/// <summary>What an installation has to carry, and how well: the same target for every side of a comparison.</summary>
/// <param name="MessagesPerSecond">Rate of all near nodes together, in the busiest hour of the day [1/s].</param>
/// <param name="BytesPerMessage">Packed content of a mean message [B].</param>
/// <param name="Delivery">Share of messages that have to arrive [1].</param>
/// <param name="Utilisation">Greatest planned share of a shared capacity in use [1].</param>
public sealed record Demand(double MessagesPerSecond, double BytesPerMessage, double Delivery = 0.98, double Utilisation = 0.7);
