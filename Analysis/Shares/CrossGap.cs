using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>The gap between the two ends of the choices of a cross: the first architecture with the first value of every parameter, and the last with the last.</summary>
/// <remarks>
/// What is given (values of the job, conditions) stays at its first value: who has more meters, or lamps that never dim, needs something else, and that no design has "won".
/// </remarks>
public static class CrossGap
{
    /// <summary>The two ends of a comparison and everything between them; null where nothing is chosen, or more factors than can be shared among.</summary>
    public static GapQuestion? Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        string[] architectures = [.. results.Comparison.Architectures.Select(one => one.Name)];
        FactorManifest[] swept = [.. results.Comparison.Factors.Where(factor => factor.Values.Count > 1 && !factor.IsGiven)];
        List<ChangedFactor> factors = [];
        if (architectures.Length > 1)
            factors.Add(StepBetween(results.Comparison, architectures[0], architectures[^1]));
        factors.AddRange(swept.Select(factor => new ChangedFactor(factor.Name, factor.Values[0], factor.Values[^1])));
        if (factors.Count is 0 or > Shapley.MostFactors)
            return null;
        var first = architectures.Length > 1 ? 1 : 0;
        DesignCell Cell(int set) =>
            new(
                architectures.Length > 0 && (first == 0 || (set & 1) == 0) ? architectures[0] : architectures[^1],
                DesignPoint
                    .Of(
                        results.Comparison.Factors.Select(factor =>
                            (
                                factor.Name,
                                Array.IndexOf(swept, factor) is >= 0 and var i && (set & (1 << (first + i))) != 0
                                    ? factor.Values[^1]
                                    : factor.Values[0]
                            )
                        )
                    )
                    .ToString()
            );
        return new(factors, [.. Enumerable.Range(0, 1 << factors.Count).Select(Cell)]);
    }

    /// <summary>The step from one architecture to another, called by the one factor in which they differ, or by how many there are.</summary>
    private static ChangedFactor StepBetween(ComparisonManifest comparison, string from, string to)
    {
        var difference = comparison.Differences.FirstOrDefault(one => (one.A == from && one.B == to) || (one.A == to && one.B == from));
        return difference?.Factors switch
        {
            [var only] when comparison.Factors.All(factor => factor.Name != only.Factor) => new(only.Factor, from, to),
            { Count: > 1 } several => new($"package ({several.Count} factors)", from, to) { IsPackage = true },
            _ => new("architecture", from, to),
        };
    }
}
