namespace M2mVsIoTSim.Technologies;

/// <summary>Near nodes of one kind, the members of a tier: they are served if their own share arrives, whatever becomes of others'.</summary>
/// <param name="Name">Name of the tier; empty where all near nodes are of one.</param>
/// <param name="Count">Number of members [1].</param>
/// <param name="Demand">What they ask for.</param>
public sealed record Fleet(string Name, int Count, Demand Demand);
