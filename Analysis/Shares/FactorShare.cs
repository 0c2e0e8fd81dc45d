using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>What a factor, or several that cannot be told apart, contributes to a gap.</summary>
/// <param name="Factors">The factors; more than one where not every cell in between was measured.</param>
/// <param name="Share">Its part of the gap with its 95 % interval over replications, in the metric's unit.</param>
public sealed record FactorShare(IReadOnlyList<ChangedFactor> Factors, Estimate Share)
{
    /// <summary>The factors' names.</summary>
    public string Name => string.Join(" + ", Factors.Select(factor => factor.Name));
}
