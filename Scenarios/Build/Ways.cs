using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>In what the ways of two plans differ, relation by relation: what a plan crosses or speaks somewhere does not tell where.</summary>
/// <remarks>
/// Ways of as many legs are held against each other leg by leg. Where one has more, a mediator stands in the other's way, and what joins it to its neighbours is part of
/// mediation: of paths, it is compared what is crossed outside of sites (or in them, where nothing else is), of protocols and the like the legs of devices.
/// </remarks>
internal static class Ways
{
    /// <summary>The ways of both plans, side by side; null where they serve other relations or consumers.</summary>
    public static IReadOnlyList<(string Relation, RoutePlan A, RoutePlan B)>? Pairs(Plan a, Plan b)
    {
        var (own, others) = (ByKey(a), ByKey(b));
        return own is not null && others is not null && own.Count == others.Count && own.Keys.All(others.ContainsKey)
            ? [.. own.Select(way => (way.Key.Relation, way.Value, others[way.Key]))]
            : null;
    }

    /// <summary>In what the paths differ beyond the access network; null if in nothing.</summary>
    public static (string A, string B)? Paths(IReadOnlyList<(string Relation, RoutePlan A, RoutePlan B)> pairs) =>
        Told(
            pairs,
            pair =>
                pair.A.Steps.Count == pair.B.Steps.Count
                    ? (InLegs(pair.A.Steps, Path), InLegs(pair.B.Steps, Path))
                    : (Outside(pair.A.Steps), Outside(pair.B.Steps))
        );

    /// <summary>In what the legs differ; null if in nothing.</summary>
    /// <param name="pairs">The ways.</param>
    /// <param name="of">What is looked at.</param>
    public static (string A, string B)? Legs(IReadOnlyList<(string Relation, RoutePlan A, RoutePlan B)> pairs, Func<EdgePlan, string> of) =>
        Told(
            pairs,
            pair =>
                pair.A.Steps.Count == pair.B.Steps.Count
                    ? (InLegs(pair.A.Steps, of), InLegs(pair.B.Steps, of))
                    : (InLegs(OfDevices(pair.A), of), InLegs(OfDevices(pair.B), of))
        );

    private static Dictionary<(string Relation, string Consumer), RoutePlan>? ByKey(Plan plan)
    {
        var groups = plan.Routes.GroupBy(route => (route.Relation, route.Consumer.Name)).ToList();
        return groups.TrueForAll(group => group.Count() == 1) ? groups.ToDictionary(group => group.Key, group => group.Single()) : null;
    }

    /// <summary>What differs, with the relations that it concerns where others do not differ or differ otherwise.</summary>
    private static (string A, string B)? Told(
        IReadOnlyList<(string Relation, RoutePlan A, RoutePlan B)> pairs,
        Func<(string Relation, RoutePlan A, RoutePlan B), (string A, string B)> of
    )
    {
        var all = pairs.Select(pair => (pair.Relation, Values: of(pair))).ToList();
        var groups = all.Where(one => one.Values.A != one.Values.B).GroupBy(one => one.Values, one => one.Relation).ToList();
        return groups switch
        {
            [] => null,
            [var only] when only.Count() == all.Count => only.Key,
            _ => (Text(groups, values => values.A), Text(groups, values => values.B)),
        };
    }

    private static string Text(List<IGrouping<(string A, string B), string>> groups, Func<(string A, string B), string> side) =>
        string.Join("; ", groups.Select(group => $"{string.Join(" and ", group.Distinct())}: {side(group.Key)}"));

    private static string InLegs(IEnumerable<RouteStep> steps, Func<EdgePlan, string> of) =>
        string.Join(" then ", steps.Select(step => of(step.Edge)));

    private static IEnumerable<RouteStep> OfDevices(RoutePlan route) => route.Steps.Where(step => IsDevice(step.From) || IsDevice(step.To));

    private static bool IsDevice(TierPlan tier) => tier.Party?.Kind == PartyKind.Device;

    private static string Path(EdgePlan edge) => Footing.Join(edge.Technologies.Where(IsPath).Select(one => one.Name), "nothing more");

    private static string Outside(IReadOnlyList<RouteStep> steps)
    {
        var crossed = steps.SelectMany(step => step.Edge.Technologies).Where(IsPath).ToList();
        var outside = crossed.FindAll(one => one.Traits.Segment != Segment.Local);
        return Footing.Join((outside.Count > 0 ? outside : crossed).Select(one => one.Name).Order(StringComparer.Ordinal), "nothing more");
    }

    private static bool IsPath(Technology technology) => technology.Traits.Segment is Segment.Core or Segment.Wide or Segment.Local;
}
