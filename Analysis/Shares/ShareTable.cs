using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>The rows of <c>shares.csv</c>: why cells of a comparison differ.</summary>
public static class ShareTable
{
    /// <summary>The rows of a comparison.</summary>
    public static IReadOnlyList<ShareRow> Rows(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. GapQuestions
                .Of(results)
                .SelectMany(one => GapShares.Of(one.Results, one.Question))
                .SelectMany(gap =>
                    gap.Shares.Select(share => new ShareRow(
                        results.Comparison.Name,
                        $"{gap.Question.From}",
                        $"{gap.Question.To}",
                        gap.Metric.Name,
                        gap.Relation,
                        share.Name,
                        share.Share.Count,
                        share.Share.Mean,
                        share.Share.Low,
                        share.Share.High,
                        gap.Gap.Mean,
                        gap.Metric.Unit
                    ))
                ),
        ];
    }
}
