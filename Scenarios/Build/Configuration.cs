namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What somebody has to enter so that the parties of a job find each other.</summary>
/// <remarks>
/// One entry for each session, at the end that begins it: the address of the peer, the keys of an activation, the number of a slave. And for
/// each relation at each tier on its way: where it is decoupled, a topic for each producer and a subscription for each consumer; where it
/// is not, a rule at each member for each hop by which it goes on.
/// </remarks>
public static class Configuration
{
    /// <summary>How many entries there are [1].</summary>
    public static double Entries(Plan plan) =>
        plan.Edges.Sum(edge => (double)edge.Sessions)
        + plan.Routes.GroupBy(route => route.Relation).Sum(relation => Entries(plan, [.. relation]));

    private static double Entries(Plan plan, IReadOnlyList<RoutePlan> routes)
    {
        var steps = routes.SelectMany(route => route.Steps.Skip(1)).Distinct().ToList();
        var rules = steps.Where(step => !step.From.Decouples).Sum(step => (double)step.From.Count);
        var producers = plan.Tier(routes[0].Spec.From).Count;
        var topics = steps
            .Where(step => step.From.Decouples)
            .Select(step => step.From)
            .Distinct()
            .Sum(tier => producers + routes.Where(route => Passes(route, tier)).Sum(route => (double)route.Consumer.Count));
        return rules + topics;
    }

    private static bool Passes(RoutePlan route, TierPlan tier) => route.Steps.Skip(1).Any(step => step.From == tier);
}
