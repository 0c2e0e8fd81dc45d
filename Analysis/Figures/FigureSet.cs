using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>All figures of a comparison.</summary>
public static class FigureSet
{
    /// <summary>Name of the folder for figures inside a result folder.</summary>
    public const string Folder = "figures";

    private static readonly Func<ComparisonResults, IEnumerable<Figure>>[] Kinds =
    [
        DotPlot.Of,
        ShareFigure.Of,
        ScaleCurve.Of,
        LatencyCdf.Of,
        Waterfall.Of,
        Breakdown.Energy,
        Breakdown.Losses,
        Breakdown.Costs,
    ];

    /// <summary>The figures that the data of a comparison allow, drawn when asked for.</summary>
    public static IReadOnlyList<Figure> Of(ComparisonResults results) =>
        [.. Kinds.SelectMany(kind => kind(results)).Select(figure => results.Study.Quick ? figure.MarkedQuick() : figure)];

    /// <summary>Draws the figures of one comparison into <c>figures/</c> of a result folder; figures of it that are not drawn any more are removed.</summary>
    /// <param name="directory">The result folder.</param>
    /// <param name="comparison">The comparison's name.</param>
    /// <returns>The figures drawn.</returns>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    /// <exception cref="FontMissingException">There is no font for the labels.</exception>
    public static IReadOnlyList<Figure> Draw(string directory, string comparison)
    {
        var results = ResultFolder.Read(directory);
        var figures = Of(ComparisonResults.Of(results, comparison));
        var folder = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        var names = results.Manifest.Comparisons.Select(one => one.Name).ToList();
        foreach (var file in Directory.GetFiles(folder))
        {
            var isDrawn = figures.Any(figure => figure.Name == Path.GetFileNameWithoutExtension(file));
            if (!isDrawn && ComparisonOf(file, names) == comparison)
                File.Delete(file);
        }

        foreach (var figure in figures)
            figure.Save(folder);
        return figures;
    }

    /// <summary>The comparison that a file of the folder shows; null if it shows none of those named.</summary>
    internal static string? ComparisonOf(string file, IEnumerable<string> comparisons)
    {
        var name = Path.GetFileName(file);
        // The name of a comparison may begin with that of another.
        return comparisons
            .Where(comparison => name.StartsWith($"{comparison}-", StringComparison.Ordinal))
            .MaxBy(comparison => comparison.Length);
    }
}
