using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Colours, markers and line styles that stay apart for colour-blind readers and on grey paper.</summary>
/// <remarks>Colours: M. Okabe and K. Ito, Color Universal Design, 2008.</remarks>
internal static class Palette
{
    /// <summary>More parts than this are put together as "other".</summary>
    public const int MaxParts = 7;

    private static readonly Color[] Lines =
    [
        Color.FromHex("#0072B2"),
        Color.FromHex("#D55E00"),
        Color.FromHex("#009E73"),
        Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"),
        Color.FromHex("#56B4E9"),
        Color.FromHex("#000000"),
    ];

    private static readonly Color[] Fills =
    [
        Color.FromHex("#56B4E9"),
        Color.FromHex("#E69F00"),
        Color.FromHex("#009E73"),
        Color.FromHex("#CC79A7"),
        Color.FromHex("#0072B2"),
        Color.FromHex("#D55E00"),
        Color.FromHex("#F0E442"),
        Color.FromHex("#999999"),
    ];

    private static readonly MarkerShape[] Markers =
    [
        MarkerShape.FilledCircle,
        MarkerShape.FilledSquare,
        MarkerShape.FilledTriangleUp,
        MarkerShape.FilledDiamond,
        MarkerShape.FilledTriangleDown,
        MarkerShape.OpenCircle,
        MarkerShape.OpenSquare,
    ];

    /// <summary>Lengths of dashes and gaps in turn [px]; null is a solid line.</summary>
    private static readonly float[]?[] Patterns = [null, [9, 5], [2, 4], [5, 3]];

    /// <summary>Number of the style of what the job demands, which is no series.</summary>
    public const int Demand = -1;

    private static readonly Color DemandColor = Color.FromHex("#555555");

    private static readonly float[] DemandDashes = [6, 4];

    public static Color Line(int index) =>
        index == Demand ? DemandColor
        : index < 0 ? Color.FromHex("#000000")
        : Lines[index % Lines.Length];

    public static Color Fill(int index) =>
        index switch
        {
            -10 => Color.FromHex("#7FB2D4"),
            -11 => Color.FromHex("#D9E6EF"),
            -12 => Color.FromHex("#FFFFFF"),
            -13 => Color.FromHex("#555555"),
            _ => Fills[index % Fills.Length],
        };

    public static MarkerShape Marker(int index) =>
        index switch
        {
            VerdictField.Held => MarkerShape.FilledCircle,
            VerdictField.NotHeld => MarkerShape.OpenCircle,
            VerdictField.Nominal => MarkerShape.FilledDiamond,
            VerdictField.Turn => MarkerShape.Cross,
            _ => Markers[index % Markers.Length],
        };

    public static float[]? Dashes(int index) => index == Demand ? DemandDashes : Patterns[index % Patterns.Length];
}
