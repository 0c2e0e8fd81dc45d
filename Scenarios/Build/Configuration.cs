using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What somebody has to enter so that the parties of a job find each other.</summary>
/// <remarks>
/// <para>Two entries for each session, whoever stands in the middle: at the end that begins it, the address of the peer with its keys, or the number of a slave; at the other end, that this one is served.</para>
/// <para>And for each relation at each node on its way: where it is decoupled, one topic, which a pattern is for all producers, and a subscription for each consumer; where it is not, a rule for each consumer
/// to which it passes the relation on. Consumers of one kind that are devices, and whatever else stands further on the way, are one: a pattern names them, be it of topics or of a rule.</para>
/// </remarks>
public static class Configuration
{
    /// <summary>How many entries there are [1].</summary>
    public static double Entries(Plan plan) =>
        plan.Edges.Sum(edge => 2.0 * edge.Sessions) + plan.Routes.GroupBy(route => route.Relation).Sum(relation => Entries([.. relation]));

    private static double Entries(IReadOnlyList<RoutePlan> routes)
    {
        var steps = routes.SelectMany(route => route.Steps.Skip(1)).Distinct().ToList();
        var rules = steps.Where(step => !step.From.Decouples).Sum(step => (double)step.From.Count * Named(step.To));
        var topics = steps
            .Where(step => step.From.Decouples)
            .Select(step => step.From)
            .Distinct()
            .Sum(tier => 1.0 + routes.Where(route => Passes(route, tier)).Sum(route => (double)Named(route.Consumer)));
        return rules + topics;
    }

    /// <summary>How many have to be named one by one: applications and people, of whom each wants something else.</summary>
    private static int Named(TierPlan tier) => tier.Party is { Kind: not PartyKind.Device } ? tier.Count : 1;

    private static bool Passes(RoutePlan route, TierPlan tier) => route.Steps.Skip(1).Any(step => step.From == tier);
}
