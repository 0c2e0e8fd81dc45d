using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A network that can run.</summary>
/// <param name="Plan">What it was built from.</param>
/// <param name="Simulation">Its clock.</param>
/// <param name="Observers">Its probes; add more before running.</param>
/// <param name="Nodes">Its nodes, by tier and number.</param>
/// <param name="Sessions">Its sessions, by edge.</param>
/// <param name="Trees">The tree of every relation.</param>
/// <param name="Equipment">The technologies and platforms as built.</param>
public sealed record BuiltNetwork(
    Plan Plan,
    Simulation Simulation,
    Observers Observers,
    IReadOnlyList<IReadOnlyList<Node>> Nodes,
    IReadOnlyList<IReadOnlyList<Session>> Sessions,
    IReadOnlyList<Branch> Trees,
    IReadOnlyList<Equipment> Equipment
)
{
    /// <summary>What became of the alarms of each relation that detects.</summary>
    public IReadOnlyList<AlarmLog> Alarms { get; init; } = [];

    /// <summary>What commands switch, by party.</summary>
    public IReadOnlyList<(TierPlan Tier, SwitchedLoad Load)> Loads { get; init; } = [];

    /// <summary>Opens all sessions, through the agenda's present; call once before running.</summary>
    public void Open()
    {
        foreach (var session in Sessions.SelectMany(edge => edge))
        {
            session.Open();
        }
    }
}
