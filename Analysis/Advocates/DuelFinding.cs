using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>How two champions differ in a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Relation">A relation, a party, or empty for the whole architecture.</param>
/// <param name="Difference">Second champion less first, replication by replication.</param>
/// <param name="HolmP">p value of no difference, adjusted after Holm for all metrics of the duel [1]; null with one pair.</param>
public sealed record DuelFinding(Metric Metric, string Relation, PairedDifference Difference, double? HolmP)
{
    /// <summary>Mean of the first champion.</summary>
    public double A { get; init; }

    /// <summary>Mean of the second.</summary>
    public double B { get; init; }

    /// <summary>Whether a side is larger than readers are told, so that the difference says little.</summary>
    public bool IsCut => Math.Max(A, B) > Metric.ToldUpTo;

    /// <summary>Whether the replications tell the two apart.</summary>
    public bool IsClear => !Difference.Identical && HolmP < 1 - Summary.Confidence;
}
