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
        ScaleCurve.Of,
        LatencyCdf.Of,
        Waterfall.Of,
        Breakdown.Energy,
        Breakdown.Losses,
    ];

    /// <summary>The figures that the data of a comparison allow, drawn when asked for.</summary>
    public static IReadOnlyList<Figure> Of(ComparisonResults results) =>
        [.. Kinds.SelectMany(kind => kind(results)).Select(figure => results.Study.Quick ? figure.MarkedQuick() : figure)];

    /// <summary>Draws the figures of one comparison into <c>figures/</c> of a result folder.</summary>
    /// <param name="directory">The result folder.</param>
    /// <param name="comparison">The comparison's name.</param>
    /// <returns>The figures drawn.</returns>
    /// <exception cref="ResultFormatException">A file of the folder is missing or cannot be read.</exception>
    /// <exception cref="ArgumentException">The folder has no such comparison.</exception>
    /// <exception cref="FontMissingException">There is no font for the labels.</exception>
    public static IReadOnlyList<Figure> Draw(string directory, string comparison)
    {
        var figures = Of(ComparisonResults.Of(ResultFolder.Read(directory), comparison));
        var folder = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        foreach (var figure in figures)
            figure.Save(folder);
        return figures;
    }
}
