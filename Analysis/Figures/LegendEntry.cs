namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A line of the legend.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Index">Number of the series or part, which sets its colour, marker and line style.</param>
/// <param name="Symbol">What stands before the label.</param>
internal sealed record LegendEntry(string Label, int Index, LegendSymbol Symbol)
{
    /// <summary>A legend whose entries all have the same kind of symbol.</summary>
    public static IReadOnlyList<LegendEntry> Of(IEnumerable<string> labels, LegendSymbol symbol) =>
        [.. labels.Select((label, i) => new LegendEntry(label, i, symbol))];
}
