using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>Which mixtures of two architectures are run, and which cannot be.</summary>
/// <param name="From">The one architecture.</param>
/// <param name="To">The other one.</param>
/// <param name="Point">Where they are mixed.</param>
/// <param name="Factors">What is taken from the one or from the other.</param>
/// <param name="Labels">The name of each mixture: bit i of the index says whether factor i is that of the other.</param>
/// <param name="Missing">Mixtures that cannot be laid out, with the reasons.</param>
internal sealed record SwapPlan(
    string From,
    string To,
    DesignPoint Point,
    IReadOnlyList<FactorDifference> Factors,
    IReadOnlyList<string> Labels,
    IReadOnlyList<InfeasibleCell> Missing
);
