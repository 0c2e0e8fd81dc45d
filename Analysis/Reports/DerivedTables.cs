using M2mVsIoTSim.Analysis.Advocates;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Writes all tables that follow from the runs of a result folder.</summary>
public static class DerivedTables
{
    /// <summary>Writes <c>summary.csv</c>, <c>comparisons.csv</c>, <c>claims.csv</c>, <c>shares.csv</c>, <c>advocates.csv</c> and <c>decisions.csv</c>.</summary>
    /// <returns>What they were made of.</returns>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    public static FolderResults Write(string directory)
    {
        var results = FolderResults.Read(directory);
        RowFile.WriteTo(directory, Summary.Means(results.Folder.Runs));
        RowFile.WriteTo(directory, Differences(results));
        ClaimTable.Write(directory, results);
        RowFile.WriteTo(directory, results.All.SelectMany(ShareTable.Rows));
        RowFile.WriteTo(directory, results.All.SelectMany(AdvocateTable.Rows));
        RowFile.WriteTo(directory, DecisionMatrix.Of(results.All).Rows());
        return results;
    }

    /// <summary>In the order of the runs.</summary>
    private static IEnumerable<ComparisonRow> Differences(FolderResults results) =>
        results
            .Folder.Runs.Select(run => run.Comparison)
            .Distinct()
            .Where(name => !DerivedName.IsDerived(name))
            .SelectMany(name => results.Of(name).Differences);
}
