namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Mixtures of two architectures that were run to see which factor makes the difference.</summary>
/// <param name="From">The one architecture.</param>
/// <param name="To">The other one.</param>
/// <param name="Point">Where they are mixed; empty when nothing is swept.</param>
/// <param name="Factors">What is taken from the one or from the other, with its values on both sides.</param>
/// <param name="Mixtures">The name of each mixture, two to the power of the number of factors: bit i of the index says whether factor i is that of the other. The first and the last are the two themselves.</param>
/// <param name="Missing">Mixtures that cannot be laid out, with the reasons.</param>
public sealed record SwapManifest(
    string From,
    string To,
    string Point,
    IReadOnlyList<FactorDifference> Factors,
    IReadOnlyList<string> Mixtures,
    IReadOnlyList<InfeasibleCell> Missing
)
{
    /// <summary>The kind of the derived comparison that holds the mixtures, see <see cref="DerivedName"/>.</summary>
    public const string Kind = "swaps";
}
