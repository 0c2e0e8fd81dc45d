using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>The gaps of a comparison that are shared among factors.</summary>
public static class GapQuestions
{
    /// <summary>The gap between the ends of its cross.</summary>
    public static IReadOnlyList<GapQuestion> Of(ComparisonResults results) => CrossGap.Of(results) is { } cross ? [cross] : [];
}
