using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>In which factors each two architectures of a comparison differ at the same point.</summary>
public static class Comparability
{
    /// <summary>The differences of each pair, in the order of the file; a factor that differs at several points lists its values there.</summary>
    public static IReadOnlyList<DifferenceManifest> Differences(IReadOnlyList<Cell> cells)
    {
        var architectures = cells
            .GroupBy(cell => cell.Architecture, cell => (Point: $"{cell.Point}", On: new Standing(cell.Plan)))
            .ToList();
        List<DifferenceManifest> all = [];
        for (var a = 0; a < architectures.Count; a++)
        {
            for (var b = a + 1; b < architectures.Count; b++)
            {
                all.Add(new DifferenceManifest(architectures[a].Key, architectures[b].Key, Between(architectures[a], architectures[b])));
            }
        }

        return all;
    }

    /// <summary>What of the results must not be compared, or may surprise, in sentences: radios whose models do not ask alike whether a signal arrives, neighbours of cells that are not equally busy, networks that are not shared, receivers that sleep, runs that see a part of the day only, stations that are built twice.</summary>
    public static IReadOnlyList<string> Cautions(IReadOnlyList<Cell> cells)
    {
        var coverages = cells
            .SelectMany(cell => Footing.Radios(cell.Plan))
            .GroupBy(radio => radio.Traits.Coverage!, radio => radio.Name)
            .Select(group => $"{string.Join(", ", group.Distinct())} ({group.Key})")
            .ToList();
        return
        [
            .. coverages.Count < 2
                ? Array.Empty<string>()
                :
                [
                    $"delivery and infrastructure are not comparable between models of different coverage: {string.Join(" against ", coverages)}",
                ],
            .. Currents(cells),
            .. NeighbourLoads.Of(cells),
            .. cells.SelectMany(cell => Apart(cell.Plan)).Distinct(),
            .. cells.SelectMany(cell => SleepingReceivers.Of(cell.Plan)).Distinct(),
            .. cells.SelectMany(cell => Adapting(cell.Plan)).Distinct(),
            .. cells.SelectMany(PartsOfDays.Of).Distinct(),
            .. cells.SelectMany(cell => Doubled(cell.Plan)).Distinct(),
        ];
    }

    /// <summary>Modems whose currents come from sources of different kinds.</summary>
    private static IEnumerable<string> Currents(IReadOnlyList<Cell> cells)
    {
        var sources = cells
            .SelectMany(cell => Footing.Radios(cell.Plan))
            .OfType<CellTechnology>()
            .GroupBy(radio => radio.CurrentsFrom, radio => radio.Name)
            .Select(group => $"{string.Join(", ", group.Distinct())} ({group.Key})")
            .ToList();
        return sources.Count < 2
            ? []
            : [$"energies and battery lives are not comparable between currents of different sources: {string.Join(" against ", sources)}"];
    }

    /// <summary>Parties whose devices rest in different ways have networks of their own, even where the rest is the same network.</summary>
    private static IEnumerable<string> Apart(Plan plan)
    {
        var loads = new EdgeLoads(plan, Library.Shipped);
        foreach (var technology in plan.Edges.SelectMany(edge => edge.Path).Where(technology => technology is ISavesPower))
        {
            var users = plan.Tiers.Where(tier => EdgeLoads.IsDeviceParty(tier) && loads.EdgesOver(tier, technology).Count > 0).ToList();
            var other = users.Find(user => user.Silo == users[0].Silo && !loads.RestAlike(technology, users[0], user));
            if (other is not null)
            {
                yield return $"{users[0].Name} and {other.Name} have a network of '{technology.Name}' each, because one runs on batteries and its devices rest in another way; a 'power-saving' of the technology makes them share one";
            }
        }
    }

    /// <summary>Adaptive data rate looks back over links that a device which moves has left.</summary>
    private static IEnumerable<string> Adapting(Plan plan) =>
        from edge in plan.Edges
        where edge.From.Party?.Moves is { IsStill: false } && edge.Own is LoRaWan { Options.Adr: true }
        select $"{edge.From.Name} moves, and '{edge.Own!.Name}' adapts its data rate to where it was; LoRaWAN recommends 'adr: false' and a fixed 'spreading-factor' for devices that move";

    /// <summary>A collector among the devices does not stand in for the stations that a radio builds itself.</summary>
    private static IEnumerable<string> Doubled(Plan plan) =>
        from edge in plan.Edges
        where edge.To.IsCollector
        from technology in edge.Technologies.Where(technology => technology.Traits.Stations is not null).Take(1)
        select $"'{technology.Name}' builds {technology.Traits.Stations} of its own, which devices reach; they come in addition to '{edge.To.Name}', stand apart from it and are paid for too; let the hop end at a server if they are what is meant";

    private static IReadOnlyList<FactorDifference> Between(
        IEnumerable<(string Point, Standing On)> a,
        IEnumerable<(string Point, Standing On)> b
    ) =>
        [
            .. a.Join(b, left => left.Point, right => right.Point, (left, right) => Footing.Differences(left.On, right.On))
                .SelectMany(differences => differences)
                .GroupBy(difference => difference.Factor)
                .Select(group => new FactorDifference(group.Key, Values(group.Select(d => d.A)), Values(group.Select(d => d.B)))),
        ];

    /// <summary>Each value once.</summary>
    internal static string Values(IEnumerable<string> values) => string.Join(" / ", values.Distinct());
}
