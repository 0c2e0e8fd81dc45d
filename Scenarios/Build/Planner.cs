using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Lays a job out on an architecture, or says what is wrong with the two.</summary>
public static class Planner
{
    /// <summary>The plan; null if there were problems, which are then in <paramref name="problems"/>.</summary>
    /// <param name="job">The job.</param>
    /// <param name="architecture">The architecture.</param>
    /// <param name="options">Reads the options of what it is made of.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="point">What a sweep has set, for messages about it; null for nothing.</param>
    public static Plan? Lay(
        Job job,
        Architecture architecture,
        OptionReader options,
        Complaints problems,
        IReadOnlyList<(string Factor, string Value)>? point = null
    ) => Lay(job, architecture, null, options, problems, point);

    /// <summary>The plan of several jobs that have one of everything each; null if there were problems.</summary>
    internal static Plan? Lay(
        Job job,
        Silos silos,
        OptionReader options,
        Complaints problems,
        IReadOnlyList<(string Factor, string Value)>? point = null
    ) => Lay(job, silos.Architecture, silos, options, problems, point);

    private static Plan? Lay(
        Job job,
        Architecture architecture,
        Silos? silos,
        OptionReader options,
        Complaints problems,
        IReadOnlyList<(string Factor, string Value)>? point
    )
    {
        var tiers = new TierPlanner(job, architecture, silos, options, problems);
        tiers.AddNamed();
        var detections = new DetectionPlanner(job, architecture, tiers, problems);
        job = detections.Expanded();
        var edges = new EdgePlanner(job, architecture, tiers, options, problems);
        edges.AddAll();
        var routes = new RoutePlanner(job, architecture, tiers, edges, problems);
        routes.AddAll();
        CheckTemperatures(job, problems);
        PairChecker.Check(job, point ?? [], problems);
        MovementChecker.Check(job, problems);
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
            {
                Detections = detections.Detections,
                ModelOptions = ModelsOf(tiers.Tiers, edges.Edges)
                    .Select(model => model.Model)
                    .Distinct(ReferenceEqualityComparer.Instance)
                    .ToDictionary(model => model!, model => options.OptionsOf(model!), ReferenceEqualityComparer.Instance),
            }
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
        foreach (var (name, spec) in job.Relations)
        {
            if (spec.Pairing == Pairing.Any && spec.To.Count > 1)
            {
                yield return $"relation '{name}': any member of several parties";
            }
        }
    }

    private static List<ModelUse> OptionsInUse(IReadOnlyList<TierPlan> tiers, IReadOnlyList<EdgePlan> edges, OptionReader options) =>
        [.. ModelsOf(tiers, edges).Select(m => new ModelUse(m.Name, options.OptionsOf(m.Model), options.ModuleOf(m.Model))).Distinct()];

    private static IEnumerable<(string Name, object Model)> ModelsOf(IReadOnlyList<TierPlan> tiers, IReadOnlyList<EdgePlan> edges) =>
        edges
            .SelectMany(edge => edge.Technologies.Select(t => (t.Name, Model: (object)t)))
            .Concat(edges.Where(edge => edge.Protocol is not null).Select(edge => (edge.Protocol!.Name, Model: (object)edge.Protocol)))
            .Concat(tiers.Where(tier => tier.Platform is not null).Select(tier => (tier.Platform!.Name, Model: (object)tier.Platform)));
}
