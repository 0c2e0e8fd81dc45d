using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Writes what became of the claims of a study.</summary>
public static class ClaimTable
{
    /// <summary>Writes <c>claims.csv</c> into a result folder, from its runs.</summary>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    public static void Write(string directory)
    {
        var folder = ResultFolder.Read(directory);
        RowFile.WriteTo(
            directory,
            folder
                .Manifest.Claims.GroupBy(claim => claim.Comparison)
                .SelectMany(comparison => ClaimTest.Of(ComparisonResults.Of(folder, comparison.Key)))
                .SelectMany(test => test.Rows)
        );
    }
}
