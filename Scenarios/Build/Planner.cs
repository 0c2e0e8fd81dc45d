using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Lays a job out on an architecture, or says what is wrong with the two.</summary>
public static class Planner
{
    /// <summary>The plan; null if there were problems, which are then in <paramref name="problems"/>.</summary>
    public static Plan? Lay(Job job, Architecture architecture, OptionReader options, Complaints problems)
    {
        var tiers = new TierPlanner(job, architecture, options, problems);
        tiers.AddNamed();
        var edges = new EdgePlanner(architecture, tiers, options, problems);
        edges.AddAll();
        var routes = new RoutePlanner(job, architecture, tiers, edges, problems);
        routes.AddAll();
        CheckTemperatures(job, problems);
        return !problems.Any
            ? new Plan(
                job,
                tiers.Tiers,
                edges.Edges,
                routes.Routes,
                routes.Infeasible,
                [.. edges.NotModelled, .. routes.NotModelled, .. NotModelled(job)],
                OptionsInUse(tiers.Tiers, edges.Edges, options)
            )
            : null;
    }

    /// <summary>A battery is not taken to be as good in the cold as its figures do not say.</summary>
    private static void CheckTemperatures(Job job, Complaints problems)
    {
        foreach (var (name, party) in job.Parties)
        {
            if (Library.Shipped.ColdestOf(party.Device) is var (battery, coldest) && job.TemperatureOf(party) < coldest)
            {
                var problem =
                    $"party '{name}' works at {Celsius(job.TemperatureOf(party))}; its battery {battery} has figures down to {Celsius(coldest)}";
                problems.Add(party.Temperature is null ? job.Area : party, nameof(Party.Temperature), problem);
            }
        }
    }

    private static string Celsius(double temperature) => UnitTable.Format(temperature, UnitTable.Find("°C"));

    private static IEnumerable<string> NotModelled(Job job)
    {
        foreach (var (name, party) in job.Parties)
        {
            if (party.Moves is not null)
            {
                yield return $"party '{name}': movement";
            }

            if (party.Churn is not null)
            {
                yield return $"party '{name}': churn";
            }
        }

        foreach (var (name, spec) in job.Relations)
        {
            if (spec.Pairing == Pairing.OneToOne)
            {
                yield return $"relation '{name}': pairs of members ('pairing: one-to-one')";
            }

            if (spec.Pairing == Pairing.Any && spec.To.Count > 1)
            {
                yield return $"relation '{name}': any member of several parties";
            }

            if (spec.After is not null)
            {
                yield return $"relation '{name}': messages caused by the arrival of others ('after')";
            }
        }
    }

    private static List<ModelUse> OptionsInUse(IReadOnlyList<TierPlan> tiers, IReadOnlyList<EdgePlan> edges, OptionReader options)
    {
        var models = edges
            .SelectMany(edge => edge.Technologies.Select(t => (t.Name, Model: (object)t)))
            .Concat(edges.Where(edge => edge.Protocol is not null).Select(edge => (edge.Protocol!.Name, Model: (object)edge.Protocol)))
            .Concat(tiers.Where(tier => tier.Platform is not null).Select(tier => (tier.Platform!.Name, Model: (object)tier.Platform)));
        return [.. models.Select(m => new ModelUse(m.Name, options.OptionsOf(m.Model), options.ModuleOf(m.Model))).Distinct()];
    }
}
