using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Platform;

/// <summary>What a platform needs to be set up at one node.</summary>
/// <param name="Simulation">The clock.</param>
/// <param name="Entity">The node for which it is.</param>
/// <param name="Demand">What the node has to carry.</param>
/// <param name="CopiesPerMessage">Copies that leave for a message that arrives, on average [1].</param>
public sealed record PlatformPlan(Simulation Simulation, Entity Entity, Demand Demand, double CopiesPerMessage = 1);
