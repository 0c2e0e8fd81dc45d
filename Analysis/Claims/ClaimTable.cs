using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Writes what became of the claims of a study.</summary>
public static class ClaimTable
{
    /// <summary>Writes <c>claims.csv</c> into a result folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="results">What it holds.</param>
    public static void Write(string directory, FolderResults results) =>
        RowFile.WriteTo(
            directory,
            results
                .Folder.Manifest.Claims.GroupBy(claim => claim.Comparison)
                .SelectMany(comparison => ClaimTest.Of(results.Of(comparison.Key)))
                .SelectMany(test => test.Rows)
        );
}
