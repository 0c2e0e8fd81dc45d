using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>A result folder with what statistics make of it: each comparison is worked out once, however many tables, figures and pages ask for it.</summary>
/// <param name="folder">The folder.</param>
public sealed class FolderResults(ResultFolder folder)
{
    private readonly Dictionary<string, ComparisonResults> _known = new(StringComparer.Ordinal);

    /// <summary>What the runs left behind.</summary>
    public ResultFolder Folder => folder;

    /// <summary>All comparisons, in the order of the file.</summary>
    public IReadOnlyList<ComparisonResults> All => [.. folder.Manifest.Comparisons.Select(comparison => Of(comparison.Name))];

    /// <summary>Reads the folder <paramref name="directory"/>.</summary>
    /// <exception cref="ResultFormatException">A file is missing or cannot be read; the message names it and the line.</exception>
    public static FolderResults Read(string directory) => new(ResultFolder.Read(directory));

    /// <summary>A comparison by its name.</summary>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    public ComparisonResults Of(string name)
    {
        if (!_known.TryGetValue(name, out var results))
            _known[name] = results = ComparisonResults.Of(folder, name);
        return results;
    }
}
