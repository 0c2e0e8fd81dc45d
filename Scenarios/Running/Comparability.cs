using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>In which factors each two architectures of a comparison differ at the same point.</summary>
public static class Comparability
{
    /// <summary>The differences of each pair, in the order of the file; a factor that differs at several points lists its values there.</summary>
    public static IReadOnlyList<DifferenceManifest> Differences(IReadOnlyList<Cell> cells)
    {
        var architectures = cells.Select(cell => cell.Architecture).Distinct().ToList();
        List<DifferenceManifest> all = [];
        for (var a = 0; a < architectures.Count; a++)
        {
            for (var b = a + 1; b < architectures.Count; b++)
            {
                all.Add(new DifferenceManifest(architectures[a], architectures[b], Between(cells, architectures[a], architectures[b])));
            }
        }

        return all;
    }

    private static IReadOnlyList<FactorDifference> Between(IReadOnlyList<Cell> cells, string a, string b) =>
        [
            .. cells
                .Where(cell => cell.Architecture == a)
                .Join(
                    cells.Where(cell => cell.Architecture == b),
                    left => $"{left.Point}",
                    right => $"{right.Point}",
                    (left, right) => Footing.Differences(left.Plan, right.Plan)
                )
                .SelectMany(differences => differences)
                .GroupBy(difference => difference.Factor)
                .Select(group => new FactorDifference(group.Key, Values(group.Select(d => d.A)), Values(group.Select(d => d.B)))),
        ];

    private static string Values(IEnumerable<string> values) => string.Join(" / ", values.Distinct());
}
