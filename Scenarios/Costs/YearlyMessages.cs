using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>Messages at a piece of equipment in a year, from those of a run.</summary>
/// <remarks>
/// A year is taken to be like the measured time, storms apart: a run has one of each, a year as many as the job says. How many of the counted messages were a
/// storm's follows from the ways of its relations, as if none of them were lost.
/// </remarks>
internal static class YearlyMessages
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>The number in a year [1/a].</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="one">The equipment.</param>
    /// <param name="counted">Messages that it took in or handed out in the measured time [1].</param>
    /// <param name="measured">That time.</param>
    public static double Of(Plan plan, Equipment one, double counted, Duration measured)
    {
        var storms = plan
            .Job.Relations.Select(relation =>
                (Number: InStorm(plan, one, relation.Key), Rate: Generators.StormRate(Causes.First(plan.Job, relation.Value)))
            )
            .Where(storm => storm.Number > 0)
            .ToList();
        var expected = storms.Sum(storm => storm.Number);
        // What was lost on the way to it was lost in the storm: there cannot be more of it than came.
        var arrived = expected > counted ? counted / expected : 1;
        return (counted - arrived * expected) * SecondsPerYear / measured.TotalSeconds
            + arrived * storms.Sum(storm => storm.Number * storm.Rate) * SecondsPerYear;
    }

    /// <summary>Messages of a relation that it takes in and hands out in one storm [1].</summary>
    private static double InStorm(Plan plan, Equipment one, string relation)
    {
        var routes = plan.Routes.Where(route => route.Relation == relation).ToList();
        if (routes.Count == 0 || Generators.NumberInStorm(plan.Job, routes[0].Spec) is not (> 0 and var each))
        {
            return 0;
        }

        var steps = routes.SelectMany(route => route.Steps.Select(step => (Step: step, Copies: CopiesOn(step, route)))).ToList();
        var messages = one.IsPlatform
            ? (steps.Exists(step => step.Step.To == one.Tier) ? 1 : 0) + Copies(steps.Where(step => step.Step.From == one.Tier))
            : Copies(steps.Where(step => one.Edges.Contains(step.Step.Edge)));
        return each * plan.Tier(routes[0].Spec.From).Count * messages / (one.IsPlatform ? one.Tier.Count : 1);
    }

    /// <summary>Copies on each edge once, whatever number of ways share it [1].</summary>
    private static int Copies(IEnumerable<(RouteStep Step, int Copies)> steps) =>
        steps.GroupBy(step => step.Step).Sum(step => step.Max(one => one.Copies));

    private static int CopiesOn(RouteStep step, RoutePlan route) =>
        step.To == route.Consumer && route.Spec.Pairing == Pairing.All ? route.Consumer.Count : 1;
}
