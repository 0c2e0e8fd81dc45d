using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What changes within the architectures of a comparison between the values of what is swept.</summary>
/// <remarks>
/// A word such as 5g stands for more than its name: for another access, other options, currents of another source. Each value of a factor is held
/// against the first, everything else equal.
/// </remarks>
public static class Sweeps
{
    private const string Access = "access";

    /// <summary>What has to be equal for two radios to be compared, and is told where it is.</summary>
    private static readonly string[] Footings = ["licensed spectrum", Footing.CoreFactor];

    /// <summary>The changes, factor by factor and value by value; what a value of the job changes in the job itself is left out.</summary>
    public static IReadOnlyList<SweepManifest> Of(IReadOnlyList<Cell> cells)
    {
        List<(Cell Cell, Standing On)> stood = [.. cells.Select(cell => (cell, new Standing(cell.Plan)))];
        return
        [
            .. from factor in cells.SelectMany(cell => cell.Point.Values.Select(value => value.Factor)).Distinct()
            let values = cells.Select(cell => cell.Point[factor]).OfType<string>().Distinct().ToList()
            from value in values.Skip(1)
            let sweep = Between(stood, factor, values[0], value)
            where sweep.Changes.Count > 0
            select sweep,
        ];
    }

    private static SweepManifest Between(List<(Cell Cell, Standing On)> cells, string factor, string from, string to)
    {
        var pairs = At(from).Join(At(to), Others, Others, (left, right) => (A: left.On, B: right.On)).ToList();
        var changes = pairs
            .SelectMany(pair => Footing.Differences(pair.A, pair.B).Concat(Footing.Counterparts(pair.A, pair.B)))
            .Where(change => !IsSaid(factor, change.Factor))
            .GroupBy(change => change.Factor)
            .Select(group => new FactorDifference(
                group.Key,
                Comparability.Values(group.Select(d => d.A)),
                Comparability.Values(group.Select(d => d.B))
            ))
            .ToList();
        return new SweepManifest(factor, from, to, changes, changes.Exists(change => change.Factor == Access) ? [.. Equal(pairs)] : []);

        IEnumerable<(Cell Cell, Standing On)> At(string value) => cells.Where(one => one.Cell.Point[factor] == value);

        string Others((Cell Cell, Standing On) one) =>
            $"{one.Cell.Architecture} {string.Join(',', one.Cell.Point.Values.Where(value => value.Factor != factor))}";
    }

    /// <summary>That there are more meters where more meters are asked for.</summary>
    private static bool IsSaid(string factor, string change) =>
        factor.EndsWith(".count", StringComparison.Ordinal) && change == $"number of {factor[..^".count".Length]}";

    private static IEnumerable<string> Equal(List<(Standing A, Standing B)> pairs) =>
        from footing in Footings
        let values = pairs.Select(pair => (A: Value(pair.A, footing), B: Value(pair.B, footing))).ToList()
        where values.TrueForAll(value => value.A == value.B && value.A != "none")
        select $"{footing} ({Comparability.Values(values.Select(value => value.A))})";

    private static string Value(Standing on, string factor) => on.Factors.First(one => one.Factor == factor).Value;
}
