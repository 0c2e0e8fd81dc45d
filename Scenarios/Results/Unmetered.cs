using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>What stands where the devices are and draws energy that nobody counts, in words: technologies say it of themselves, and machines on which software runs have no power in this model.</summary>
internal static class Unmetered
{
    /// <summary>All of it, each once, in some of the cells.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Cell> cells)
    {
        var plans = cells.Select(cell => cell.Plan).ToList();
        return [.. plans.SelectMany(Technologies).Distinct().Order(StringComparer.Ordinal), .. plans.SelectMany(Machines).Distinct()];
    }

    private static IEnumerable<string> Technologies(Plan plan)
    {
        var onSite = Premises.Of(plan);
        return plan
            .Edges.Where(edge => onSite.Contains(edge.From.Index))
            .SelectMany(edge => edge.Technologies)
            .Where(technology => technology.Traits.Unmetered is not null)
            .Select(technology => $"{technology.Traits.Unmetered} of {technology.Name}");
    }

    private static IEnumerable<string> Machines(Plan plan)
    {
        var onSite = Premises.Of(plan);
        var machines = Machine.In(plan).Where(machine => machine.IsOnSite).ToList();
        var platforms = plan
            .Tiers.Where(tier =>
                onSite.Contains(tier.Index)
                && tier.Platform is { Power: null }
                && (tier.Party is null || Machine.Acts(tier, plan))
                && !machines.Exists(machine => machine.Tiers.Contains(tier))
            )
            .Select(tier => tier.Platform!)
            .ToLookup(platform =>
                (plan.OptionsOf(platform) as IPriced)?.Charges.Any(charge => charge.Price == Machine.EdgeComputer) == true
            );
        if (machines.Count > 0 || platforms.Contains(true))
        {
            // Orders of magnitude, so that a reader can tell whether they matter.
            yield return plan.Job.Area.Household
                ? "the home hub (of the order of 2 W, from memory)"
                : "the edge computer (of the order of 10 W, from memory)";
        }

        foreach (var platform in platforms[false].Select(platform => platform.Name).Distinct())
        {
            yield return $"the {platform}";
        }
    }
}
