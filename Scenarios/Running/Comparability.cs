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

    /// <summary>What of the results must not be compared, in sentences: radios whose models do not ask alike whether a signal arrives.</summary>
    public static IReadOnlyList<string> Cautions(IReadOnlyList<Cell> cells)
    {
        var coverages = cells
            .SelectMany(cell => Footing.Radios(cell.Plan))
            .GroupBy(radio => radio.Traits.Coverage!, radio => radio.Name)
            .Select(group => $"{string.Join(", ", group.Distinct())} ({group.Key})")
            .ToList();
        return coverages.Count < 2
            ? []
            :
            [
                $"delivery and infrastructure are not comparable between models of different coverage: {string.Join(" against ", coverages)}",
            ];
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
