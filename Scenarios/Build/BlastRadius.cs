namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What one failing component cuts off: the share of all expected arrivals that do not happen while it is down.</summary>
/// <remarks>
/// Asked of the single points of failure (<see cref="SinglePoints"/>), from the job's rates and the ways of its relations alone: no luck but that of which
/// gateways hear a device. A member of a tier cuts off what passes it, its share of the tier where each serves members of its own. A component cuts
/// off the share of near nodes that depend on it, where its technology knows it (<see cref="Technologies.Component.Shares"/>), otherwise all if
/// there is one of it and equal shares if there are several. A storm counts with its peak.
/// </remarks>
/// <param name="Worst">The largest share [1].</param>
/// <param name="Mean">The mean over all single points of failure [1].</param>
public sealed record BlastRadius(double Worst, double Mean)
{
    /// <summary>The shares of a network.</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="equipment">What was built.</param>
    public static BlastRadius Of(Plan plan, IReadOnlyList<Equipment> equipment)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(equipment);
        var routes = plan.Routes.Select(route => (Route: route, Rate: ArrivalsOf(plan, route))).ToList();
        var all = routes.Sum(route => route.Rate);
        var shares = Tiers(routes)
            .Concat(equipment.Where(one => one.IsOnWay && !one.IsPlatform).SelectMany(one => Components(one, routes)))
            .ToList();
        return all <= 0 || shares.Count == 0 ? new BlastRadius(0, 0) : new BlastRadius(shares.Max() / all, shares.Average() / all);
    }

    /// <summary>Expected arrivals of a relation at a consuming party [1/s].</summary>
    private static double ArrivalsOf(Plan plan, RoutePlan route) =>
        Generators.MeanRate(plan.Job, route.Spec)
        * plan.Tier(route.Spec.From).Count
        * (route.Spec.Pairing == Model.Pairing.All ? route.Consumer.Count : 1);

    private static IEnumerable<double> Tiers(IReadOnlyList<(RoutePlan Route, double Rate)> routes) =>
        routes
            .SelectMany(one => one.Route.Steps.Skip(1).Select(step => step.From).Distinct().Select(tier => (tier, one.Rate)))
            .GroupBy(one => one.tier, one => one.Rate)
            .SelectMany(tier => Enumerable.Repeat(tier.Sum() / tier.Key.Count, tier.Key.Count));

    private static IEnumerable<double> Components(Equipment one, IReadOnlyList<(RoutePlan Route, double Rate)> routes)
    {
        var passing = routes.Where(route => route.Route.Steps.Any(step => one.Edges.Contains(step.Edge))).Sum(route => route.Rate);
        // Where each far node has an installation of its own, only its near nodes' part passes this one.
        passing *= Math.Min(1, (double)one.Near / one.Tiers.Sum(tier => tier.Count));
        return one
            .Installation.Components.Where(component => !component.IsPerNode || one.Tier.Party is null)
            .SelectMany(component =>
                component.Shares is { } shares
                    ? shares.Where(share => share > 0).Select(share => share * passing)
                    : Enumerable.Repeat(passing / Math.Max(1, component.Count), component.Indispensable)
            );
    }
}
