using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>Writes why architectures of a study differ.</summary>
public static class ShareTable
{
    /// <summary>Writes <c>shares.csv</c> into a result folder, from its runs.</summary>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    public static void Write(string directory)
    {
        var folder = ResultFolder.Read(directory);
        RowFile.WriteTo(
            directory,
            folder.Manifest.Comparisons.SelectMany(comparison => Rows(ComparisonResults.Of(folder, comparison.Name)))
        );
    }

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
