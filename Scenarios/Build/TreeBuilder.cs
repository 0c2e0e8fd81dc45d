using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Grows the trees along which messages travel, one for each relation, from the routes of a plan.</summary>
public static class TreeBuilder
{
    /// <summary>The tree of every relation that has a way, in the order of the job.</summary>
    public static IReadOnlyList<(RelationSpec Spec, Branch Root)> Grow(Plan plan)
    {
        List<(RelationSpec, Branch)> trees = [];
        foreach (var routes in plan.Routes.GroupBy(route => route.Relation))
        {
            var spec = routes.First().Spec;
            var relation = new Relation(
                trees.Count,
                routes.Key,
                [.. routes.SelectMany(route => Members(route).Select(member => ConsumerName(route, member)))],
                new Content(spec.Carries.Values, spec.Carries.BitsEach),
                spec.Require.Within
            );
            var root = new Branch(relation, -1, null, []);
            var consumer = 0;
            foreach (var route in routes)
            {
                foreach (var member in Members(route))
                {
                    Extend(root, route, member).Seat(consumer++);
                }
            }

            trees.Add((spec, root));
        }

        return trees;
    }

    /// <summary>Members that need every message; a single unnamed one if each message has one target.</summary>
    private static IEnumerable<int?> Members(RoutePlan route) =>
        route.Consumer.Count > 1 && route.Spec.Pairing == Pairing.All
            ? Enumerable.Range(0, route.Consumer.Count).Select(member => (int?)member)
            : [null];

    private static string ConsumerName(RoutePlan route, int? member) =>
        member is null ? route.Consumer.Name : $"{route.Consumer.Name}/{member}";

    private static Branch Extend(Branch root, RoutePlan route, int? member)
    {
        var branch = root;
        foreach (var step in route.Steps)
        {
            var peer = member / Fan.MembersBehind(step.To, route.Consumer);
            branch =
                branch.Children.FirstOrDefault(child => child.Edge == step.Edge.Index && Same(child, peer, step, route))
                ?? branch.Grow(step.Edge.Index, step.Edge.Stages(step.IsBack), step.To.Count > 1 ? member : null);
        }

        return branch;
    }

    private static bool Same(Branch child, int? peer, RouteStep step, RoutePlan route) =>
        step.To.Count == 1 || child.Member / Fan.MembersBehind(step.To, route.Consumer) == peer;
}
