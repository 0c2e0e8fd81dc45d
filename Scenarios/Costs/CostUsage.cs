using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>What a run tells that decides costs.</summary>
/// <param name="MessagesPerYear">Messages that equipment took in or handed out, extrapolated to a year [1/a].</param>
/// <param name="Lives">After how many years batteries are empty, and in how many devices, for each party that runs on them [a].</param>
public sealed record CostUsage(
    IReadOnlyDictionary<Equipment, double> MessagesPerYear,
    IReadOnlyDictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> Lives
);
