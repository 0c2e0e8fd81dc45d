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

    /// <summary>The figures of a comparison that are shown, drawn when asked for.</summary>
    public static IReadOnlyList<Figure> Of(ComparisonResults results) => FigureChoice.Of(results).Drawn;

    /// <summary>All that its data allow, kind by kind.</summary>
    internal static IEnumerable<IReadOnlyList<Figure>> ByKind(ComparisonResults results) =>
        Kinds.Select(kind => kind(results).Select(figure => results.Study.Quick ? figure.MarkedQuick() : figure).ToArray());

    /// <summary>Draws the figures of one comparison into <c>figures/</c> of a result folder; figures of it that are not drawn any more are removed.</summary>
    /// <param name="directory">The result folder.</param>
    /// <param name="results">The folder's comparison.</param>
    /// <param name="most">The greatest number of figures [1].</param>
    /// <returns>What was drawn.</returns>
    /// <exception cref="FontMissingException">There is no font for the labels.</exception>
    public static FigureChoice Draw(string directory, ComparisonResults results, int most = FigureChoice.Most)
    {
        ArgumentNullException.ThrowIfNull(results);
        var choice = FigureChoice.Of(results, most);
        var folder = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        var names = results.Study.Comparisons.Select(one => one.Name).ToList();
        foreach (var file in Directory.GetFiles(folder))
        {
            var isDrawn = choice.Drawn.Any(figure => figure.Name == Path.GetFileNameWithoutExtension(file));
            if (!isDrawn && ComparisonOf(file, names) == results.Comparison.Name)
                File.Delete(file);
        }

        // The first one finds the font, and says if there is none.
        foreach (var figure in choice.Drawn.Take(1))
            figure.Save(folder);
        Parallel.ForEach(choice.Drawn.Skip(1), figure => figure.Save(folder));
        return choice;
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
