using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>Writes which design of each family does each job best.</summary>
public static class DecisionTable
{
    /// <summary>Writes <c>decisions.csv</c> into a result folder, from its runs.</summary>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    public static void Write(string directory)
    {
        var folder = ResultFolder.Read(directory);
        RowFile.WriteTo(
            directory,
            DecisionMatrix.Of(folder.Manifest.Comparisons.Select(comparison => ComparisonResults.Of(folder, comparison.Name))).Rows()
        );
    }
}
