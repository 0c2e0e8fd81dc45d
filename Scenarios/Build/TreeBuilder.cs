using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Grows the trees along which messages travel, one for each relation, from the routes of a plan.</summary>
public static class TreeBuilder
{
    /// <summary>The tree of every relation that has a way, in the order of the job.</summary>
    public static IReadOnlyList<RelationTree> Grow(Plan plan)
    {
        List<RelationTree> trees = [];
        var relations = plan.Routes.GroupBy(route => route.Relation).ToList();
        var indices = relations.Select((routes, index) => (routes.Key, index)).ToDictionary(one => one.Key, one => one.index);
        foreach (var routes in relations)
        {
            var spec = routes.First().Spec;
            var relation = new Relation(
                trees.Count,
                routes.Key,
                [.. routes.SelectMany(route => Members(route).Select(member => ConsumerName(route, member)))],
                new Content(spec.Carries.Values, spec.Carries.BitsEach),
                spec.Require.Within
            )
            {
                Chain = spec.After is null ? null : ChainOf(plan.Job, routes.Key, spec, indices),
            };
            var root = new Branch(relation, -1, null, []);
            List<(string Party, Branch End)> ends = [];
            foreach (var route in routes)
            {
                foreach (var member in Members(route))
                {
                    var end = Extend(root, route, member);
                    end.Seat(ends.Count);
                    ends.Add((route.Consumer.Name, end));
                }
            }

            trees.Add(new RelationTree(spec, root, ends.ToLookup(end => end.Party, end => end.End)));
        }

        return trees;
    }

    /// <summary>What is due at the end of the chain that a relation ends, for each message of the last of its causes that is sent in any case.</summary>
    private static Chain ChainOf(Job job, string name, RelationSpec spec, Dictionary<string, int> indices)
    {
        var chain = Causes.Chain(job, spec);
        var due = Causes.Consumers(job, spec);
        var at = 0;
        for (; chain[at].Unless is null && at < chain.Count - 1; at++)
        {
            due *= Causes.Reached(job, chain[at + 1], chain[at]);
        }

        return new Chain(indices[at == 0 ? name : chain[at - 1].After!], due, spec.Require.Reaction);
    }

    /// <summary>Members that need every message; a single unnamed one if each message has one target.</summary>
    private static IEnumerable<int?> Members(RoutePlan route) =>
        route.Consumer.Count > 1 && route.Spec.Pairing == Pairing.All
            ? Enumerable
                .Range(route.IsAmongPeers ? 1 : 0, route.Consumer.Count - (route.IsAmongPeers ? 1 : 0))
                .Select(member => (int?)member)
            : [null];

    private static string ConsumerName(RoutePlan route, int? member) =>
        route.IsAmongPeers ? $"{route.Consumer.Name}, the next but {member - 1}"
        : member is null ? route.Consumer.Name
        : $"{route.Consumer.Name}/{member}";

    private static Branch Extend(Branch root, RoutePlan route, int? member)
    {
        var branch = root;
        foreach (var step in route.Steps)
        {
            var peer = member / Fan.MembersBehind(step.To, route.Consumer);
            branch =
                branch.Children.FirstOrDefault(child => child.Edge == step.Edge.Index && Same(child, peer, step, route))
                ?? branch.Grow(step.Edge.Index, step.Edge.Stages(step.IsBack), step.To.Count > 1 ? member : null, RingOf(step, route));
        }

        return branch;
    }

    /// <summary>A message that a party has for itself goes to the members that come after its producer.</summary>
    private static int RingOf(RouteStep step, RoutePlan route) =>
        route.IsAmongPeers && step.To == route.Consumer ? route.Consumer.Count : 0;

    private static bool Same(Branch child, int? peer, RouteStep step, RoutePlan route) =>
        step.To.Count == 1 || child.Member / Fan.MembersBehind(step.To, route.Consumer) == peer;
}
