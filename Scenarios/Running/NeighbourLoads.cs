using System.Globalization;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Cells that are compared although their neighbours are not equally busy: the interference of others is no merit of a radio.</summary>
internal static class NeighbourLoads
{
    /// <summary>One sentence if there are such cells, and none otherwise.</summary>
    /// <remarks>A load that is swept for every radio alike makes no difference between them; a radio that cannot count the interference of other cells has neighbours that are silent.</remarks>
    public static IEnumerable<string> Of(IReadOnlyList<Cell> cells)
    {
        var radios = cells
            .SelectMany(cell =>
                Footing.Radios(cell.Plan).OfType<CellTechnology>().Select(radio => (cell.Architecture, radio.Name, radio.NeighbourLoad))
            )
            .GroupBy(radio => (radio.Architecture, radio.Name), radio => radio.NeighbourLoad)
            .Select(radio => (radio.Key.Name, Loads: string.Join(", ", radio.Distinct().Order().Select(Percent))))
            .GroupBy(radio => radio.Loads, radio => radio.Name)
            .Select(group => $"{string.Join(", ", group.Distinct())} ({group.Key})")
            .ToList();
        return radios.Count < 2
            ? []
            :
            [
                $"cells are compared whose neighbours are not equally busy, and interference is no merit of a radio ('neighbour-load'): {string.Join(" against ", radios)}",
            ];
    }

    private static string Percent(double load) => string.Create(CultureInfo.InvariantCulture, $"{100 * load:0.###} %");
}
