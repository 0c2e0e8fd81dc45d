using M2mVsIoTSim.Analysis.Data;
using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Fields of a map in which a claim holds, does not, or in which that is undecided: dark, white and between, so that they stay apart on grey paper.</summary>
internal static class VerdictField
{
    /// <summary>Style of a point at which the claim held.</summary>
    public const int Held = -2;

    /// <summary>Style of a point at which it did not.</summary>
    public const int NotHeld = -3;

    /// <summary>Style of the nominal point.</summary>
    public const int Nominal = -4;

    /// <summary>Style of the nearest turn.</summary>
    public const int Turn = -5;

    private const int Holds = -10;
    private const int Undecided = -11;
    private const int Fails = -12;
    private const int Unknown = -13;

    /// <summary>The kinds of fields that every map has.</summary>
    public static IReadOnlyList<LegendEntry> Legend { get; } =
    [
        new("holds", Holds, LegendSymbol.Swatch),
        new("undecided", Undecided, LegendSymbol.Swatch),
        new("does not hold", Fails, LegendSymbol.Swatch),
    ];

    /// <summary>What stands for cells of which nothing can be said.</summary>
    public static LegendEntry NotMeasured { get; } = new("infeasible or not measured", Unknown, LegendSymbol.Swatch);

    /// <summary>The kinds of points of a map of plausible ranges.</summary>
    public static IReadOnlyList<LegendEntry> Points(bool hasTurn) =>
        [
            new("run, held", Held, LegendSymbol.Marker),
            new("run, did not hold", NotHeld, LegendSymbol.Marker),
            new("nominal", Nominal, LegendSymbol.Marker),
            .. hasTurn ? [new LegendEntry("nearest turn of one input", Turn, LegendSymbol.Marker)] : (IEnumerable<LegendEntry>)[],
        ];

    /// <summary>Draws a field.</summary>
    public static void Add(Plot plot, double left, double right, double bottom, double top, ClaimVerdict verdict, bool outlined = false)
    {
        var field = plot.Add.Rectangle(left, right, bottom, top);
        field.FillColor = Palette.Fill(Style(verdict));
        field.LineColor = outlined ? Color.FromHex("#555555") : field.FillColor;
        field.LineWidth = outlined ? 1 : 0.5f;
    }

    private static int Style(ClaimVerdict verdict) =>
        verdict switch
        {
            ClaimVerdict.Supported => Holds,
            ClaimVerdict.Refuted => Fails,
            ClaimVerdict.Undecided or ClaimVerdict.Depends => Undecided,
            _ => Unknown,
        };
}
