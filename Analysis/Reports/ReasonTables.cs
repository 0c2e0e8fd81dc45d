using M2mVsIoTSim.Analysis.Advocates;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Writes why architectures of a study differ, and the champions of its families.</summary>
public static class ReasonTables
{
    /// <summary>Writes <c>shares.csv</c> and <c>advocates.csv</c> into a result folder, from its runs.</summary>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    public static void Write(string directory)
    {
        var folder = ResultFolder.Read(directory);
        ComparisonResults[] all =
        [
            .. folder.Manifest.Comparisons.Select(comparison => ComparisonResults.WithoutDifferences(folder, comparison.Name)),
        ];
        RowFile.WriteTo(directory, all.SelectMany(ShareTable.Rows));
        RowFile.WriteTo(directory, all.SelectMany(AdvocateTable.Rows));
    }
}
