using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>What devices, their loads and equipment in the field draw.</summary>
internal sealed class EnergyMeasures(CaseFindings run, CaseSheet sheet)
{
    private const double SecondsPerDay = 86400;
    private const double JoulesPerKilowattHour = 3.6e6;

    /// <summary>What a fleet draws in each state.</summary>
    public void Add(TierPlan tier, FleetEnergy fleet)
    {
        var days = fleet.Measured.TotalSeconds / SecondsPerDay;
        var perDeviceDay = 1 / (days * tier.Count);
        sheet.Add(tier.Name, "energy-per-day", fleet.Joules * perDeviceDay);
        if (run.UsefulBytes > 0)
        {
            sheet.Add(tier.Name, "energy-per-byte", fleet.Joules / run.UsefulBytes);
        }

        foreach (var state in fleet.States)
        {
            sheet.Add(tier.Name, $"energy:{state.Profile}, {state.State}", state.Joules * perDeviceDay);
        }
    }

    /// <summary>What is switched on and off in a fleet.</summary>
    public void Add(TierPlan tier, SwitchedLoad load)
    {
        sheet.Add(tier.Name, "load-energy", load.JoulesPerMember / JoulesPerKilowattHour / run.Days);
        sheet.Add(tier.Name, "load-peak", load.PeakWatts / 1000);
    }

    /// <summary>
    /// Where an architecture of the comparison has equipment besides its devices where they are, what that draws belongs to the devices that it serves:
    /// the terminal of an access line as well, be it the devices or a hub among them that go on the line.
    /// </summary>
    public void AddField()
    {
        if (!run.Study.Cells.Any(other => other.Comparison == DerivedName.Origin(run.Cell.Comparison) && HasFieldEquipment(other.Plan)))
        {
            return;
        }

        var days = run.Days;
        var onSite = Premises.Of(run.Network.Plan);
        var draws = run
            .Network.Equipment.Where(equipment => !equipment.IsPlatform && equipment.Tiers.Any(tier => onSite.Contains(tier.Index)))
            .SelectMany(equipment => equipment.Installation.Draws)
            .ToList();
        var infrastructure = draws.Sum(draw => draw.Count * draw.Watts) * SecondsPerDay;
        sheet.Add("", "energy-per-day", (run.Energy.Sum(fleet => fleet.Energy.Joules) / days + infrastructure) / run.Devices);
        foreach (var kind in draws.GroupBy(draw => draw.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            sheet.Add("", $"infrastructure-energy:{kind.Key}", kind.Sum(draw => draw.Count * draw.Watts) * SecondsPerDay / run.Devices);
        }
    }

    private static bool HasFieldEquipment(Plan plan)
    {
        var onSite = Premises.Of(plan);
        return plan.Tiers.Any(tier => tier.Platform?.Power is not null)
            || plan.Edges.Any(edge =>
                onSite.Contains(edge.From.Index) && edge.Technologies.Any(technology => technology.Traits.HasFieldEquipment)
            );
    }
}
