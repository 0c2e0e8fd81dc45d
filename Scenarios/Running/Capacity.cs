using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>The largest fleet for which an architecture at a point meets what its relations require.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Point">Values of the other factors; empty where there are none.</param>
/// <param name="Limits">What was found in each replication; empty where no fleet that the file names is feasible.</param>
public sealed record Capacity(string Architecture, string Point, IReadOnlyList<LargestSize> Limits)
{
    /// <summary>Why fleets, if any, cannot be served at all; each of them fails.</summary>
    public IReadOnlyList<string> Infeasible { get; init; } = [];

    /// <summary>Replications whose limit lies beyond the largest fleet that was tried [1].</summary>
    public int Beyond => Limits.Count(limit => limit.Fails is null);

    /// <summary>Replications in which even the smallest fleet failed [1].</summary>
    public int Below => Limits.Count(limit => limit.Passes is null);

    /// <summary>The largest fleets that passed, over the replications; null unless every one found a limit.</summary>
    /// <param name="confidence">Of the interval [1].</param>
    public Estimate? Largest(double confidence) =>
        Limits.Count > 0 && Beyond + Below == 0 ? Estimate.Of(Limits.Select(limit => (double)limit.Passes!.Value), confidence) : null;
}
