using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>What the curves of a figure are told apart by: the architectures, or the values of a factor such as the access network.</summary>
/// <remarks>Whatever is neither told apart nor on an axis makes the panels. So the same data answer "which architecture" and "which access".</remarks>
internal sealed class Contrast
{
    private const int FewestCurves = 3;

    private readonly string? _factor;

    private readonly string[] _order;

    private Contrast(string? factor, IReadOnlyList<string> order, IReadOnlyList<string> curves) =>
        (_factor, _order, Curves) = (factor, [.. order], curves);

    /// <summary>Whether the curves are values of a factor.</summary>
    public bool IsOfFactor => _factor is not null;

    /// <summary>The curves that have results, in the order of the file.</summary>
    public IReadOnlyList<string> Curves { get; }

    /// <summary>What the names of such figures end with.</summary>
    public string Suffix => _factor is null ? "" : $"-by-{_factor}";

    /// <summary>What the titles of such figures end with.</summary>
    public string Phrase => _factor is null ? "" : $", by {_factor}";

    /// <summary>By architecture.</summary>
    public static Contrast ByArchitecture(ComparisonResults results) => new(null, results.Architectures, results.Architectures);

    /// <summary>
    /// By architecture; by the first factor that has words for values and enough of them to fill a figure, if there is one, and by it alone where there
    /// is one architecture only.
    /// </summary>
    public static IEnumerable<Contrast> Of(ComparisonResults results)
    {
        Contrast? byFactor = ByFactor(results);
        if (byFactor is null || results.Architectures.Count > 1)
            yield return ByArchitecture(results);
        if (byFactor is not null)
            yield return byFactor;
    }

    private static Contrast? ByFactor(ComparisonResults results)
    {
        var numeric = NumericFactor.Of(results.Comparison)?.Name;
        return
            results.Comparison.Factors.FirstOrDefault(one => one.Name != numeric && one.Values.Count >= FewestCurves && !IsNumber(one))
                is { } factor
            ? new(
                factor.Name,
                factor.Values,
                [.. factor.Values.Where(value => results.Points.Any(point => Value(point, factor.Name) == value))]
            )
            : null;
    }

    /// <summary>The curve to which a cell belongs.</summary>
    public string CurveOf(string architecture, string point) => _factor is null ? architecture : Value(point, _factor);

    /// <summary>Where a curve stands in the order of the file.</summary>
    public int PlaceOf(string curve) => Array.IndexOf(_order, curve);

    /// <summary>The panel to which a cell belongs.</summary>
    /// <param name="architecture">Of the cell.</param>
    /// <param name="point">Of the cell.</param>
    /// <param name="axis">A factor that has an axis of its own, or null.</param>
    public PanelKey PanelOf(string architecture, string point, string? axis = null) =>
        new(
            _factor is null ? "" : architecture,
            DesignPoint
                .Of(DesignPoint.Parse(point).Values.Where(pair => pair.Factor != axis && (_factor is null || pair.Factor != _factor)))
                .ToString()
        );

    private static string Value(string point, string factor) => DesignPoint.Parse(point)[factor] ?? "";

    private static bool IsNumber(FactorManifest factor) => NumericFactor.Read(factor) is not null;
}

/// <summary>What all curves of a panel have in common.</summary>
/// <param name="Architecture">The architecture; empty where the curves are architectures.</param>
/// <param name="Point">The factors that are neither curves nor an axis.</param>
internal readonly record struct PanelKey(string Architecture, string Point)
{
    /// <summary>Its heading.</summary>
    public string Title => string.Join(", ", new[] { Architecture, Readable.Point(Point) }.Where(text => text.Length > 0));
}
