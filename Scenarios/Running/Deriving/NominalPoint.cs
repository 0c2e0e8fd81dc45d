namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>The one point of a cross around which uncertain inputs are varied.</summary>
internal static class NominalPoint
{
    /// <summary>The values that <c>uncertain-at</c> names, of other factors the first; in a quick run that leaves a value out, the first that it has.</summary>
    public static IReadOnlyList<(string Factor, string Value)> Of(DerivedFrom from) =>
        [
            .. from.Cells[0]
                .Point.Values.Select(first =>
                    from.Comparison.UncertainAt.TryGetValue(first.Factor, out var chosen)
                    && from.Cells.Any(cell => cell.Point[first.Factor] == chosen)
                        ? (first.Factor, chosen)
                        : first
                ),
        ];
}
