using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A panel of bars.</summary>
/// <param name="Title">What its bars have in common.</param>
/// <param name="Bars">The cell of each bar and its name, from top to bottom.</param>
internal sealed record BarPanel(string Title, IReadOnlyList<BarPanel.Bar> Bars)
{
    /// <summary>More panels than this are unreadable.</summary>
    public const int Most = 6;

    /// <summary>The panels of a contrast for which there is room, and what to say of the rest.</summary>
    public static (IReadOnlyList<BarPanel> Panels, string Note) Of(ComparisonResults results, Contrast contrast)
    {
        var cells = results
            .Points.Concat(results.Comparison.Infeasible.Select(cell => cell.Point))
            .Distinct()
            .SelectMany(point =>
                results.Architectures.Select(name => (Panel: contrast.PanelOf(name, point), Architecture: name, Point: point))
            )
            .ToArray();
        string[] points = [.. cells.Select(cell => cell.Panel.Point).Distinct()];
        var sides = cells.Select(cell => cell.Panel.Architecture).Distinct().Count();
        var chosen = FacetPoints.Choose(results, points, Most / Math.Max(1, sides));
        return (
            [
                .. cells
                    .Where(cell => chosen.Contains(cell.Panel.Point))
                    .GroupBy(cell => cell.Panel)
                    .Select(panel => new BarPanel(
                        panel.Key.Title,
                        [
                            .. panel
                                .Select(cell => new Bar(contrast.CurveOf(cell.Architecture, cell.Point), cell.Architecture, cell.Point))
                                .OrderBy(bar => contrast.PlaceOf(bar.Name)),
                        ]
                    )),
            ],
            FacetPoints.Note(chosen.Count, points.Length)
        );
    }

    /// <summary>A bar.</summary>
    /// <param name="Name">What it is called beside its neighbours.</param>
    /// <param name="Architecture">Of its cell.</param>
    /// <param name="Point">Of its cell.</param>
    internal sealed record Bar(string Name, string Architecture, string Point);
}
