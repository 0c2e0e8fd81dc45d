using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What crosses the edges of a plan: relations, their copies, and what protocols make of them.</summary>
/// <param name="plan">The plan.</param>
/// <param name="library">Devices and batteries.</param>
internal sealed class EdgeLoads(Plan plan, Library library)
{
    /// <summary>Bounds of what a duration holds and a rehearsal can tell apart [s].</summary>
    private const double ShortestInterval = 1e-6;
    private const double LongestInterval = 1e9;

    private readonly Lazy<IReadOnlySet<int>> _onSite = new(() => Premises.Of(plan));
    private readonly Lazy<IReadOnlyList<int>> _places = new(() => Premises.Places(plan));

    /// <summary>The relations whose messages cross an edge, with the copies of each.</summary>
    public IEnumerable<(RoutePlan Route, int Copies)> Crossings(EdgePlan edge) =>
        plan
            .Routes.Where(route => route.Steps.Any(step => step.Edge == edge))
            .GroupBy(route => route.Relation)
            .Select(relation => (relation.First(), relation.Max(route => CopiesOn(edge, route))));

    /// <summary>What the protocols of several edges make of their messages in the busiest hour, for which capacity is planned.</summary>
    public WireLoad Of(IEnumerable<EdgePlan> edges) => new([.. edges.SelectMany(edge => Flows(edge, BusiestRateOf))]);

    /// <summary>Octets that the protocols of several edges make of their messages, both ways, on the mean of years: what is billed [B/s].</summary>
    public double OctetsPerSecond(IEnumerable<EdgePlan> edges)
    {
        var load = new WireLoad([.. edges.SelectMany(edge => Flows(edge, LongRunRateOf))]);
        return load.UpOctetsPerSecond + load.DownOctetsPerSecond;
    }

    /// <summary>Rate of a relation with its copies in the busiest hour of the day [1/s].</summary>
    public double BusiestRateOf((RoutePlan Route, int Copies) crossing) =>
        Copied(Generators.BusiestRate(plan.Job, crossing.Route.Spec), crossing);

    /// <summary>Mean rate of a relation with its copies over years [1/s].</summary>
    private double LongRunRateOf((RoutePlan Route, int Copies) crossing) =>
        Copied(Generators.LongRunRate(plan.Job, crossing.Route.Spec), crossing);

    private double Copied(double rate, (RoutePlan Route, int Copies) crossing) =>
        rate * plan.Tier(crossing.Route.Spec.From).Count * crossing.Copies;

    /// <summary>Whether a relation needs messages from the end that listens to the end that connects.</summary>
    public bool ServerSends(EdgePlan edge) =>
        edge.IsAmongPeers
        || plan.Routes.SelectMany(route => route.Steps).Any(step => step.Edge == edge && step.IsBack != edge.ServerIsNear);

    /// <summary>
    /// The tiers that share what a technology builds for one of them: parties of devices that rest alike; of what leads away, such as an access line,
    /// whatever stands where the devices are; of a local network, whatever stands at one place, whoever talks to whom there; anything else with nobody.
    /// </summary>
    public List<TierPlan> Sharing(TierPlan tier, PathTechnology technology) =>
        technology.Traits.LeadsAway && _onSite.Value.Contains(tier.Index)
            ?
            [
                .. plan.Tiers.Where(other =>
                    _onSite.Value.Contains(other.Index) && other.Silo == tier.Silo && EdgesOver(other, technology).Count > 0
                ),
            ]
        : technology.Traits.Segment == Segment.Local
            ?
            [
                .. plan.Tiers.Where(other =>
                    _places.Value[other.Index] == _places.Value[tier.Index]
                    && other.Silo == tier.Silo
                    && EdgesOver(other, technology).Count > 0
                ),
            ]
        : IsDeviceParty(tier)
            ?
            [
                .. plan.Tiers.Where(other =>
                    IsDeviceParty(other)
                    && other.Silo == tier.Silo
                    && EdgesOver(other, technology).Count > 0
                    && RestAlike(technology, other, tier)
                ),
            ]
        : [tier];

    /// <summary>Whether a tier is no party of devices but stands where they are.</summary>
    public bool IsHub(TierPlan tier) => !IsDeviceParty(tier) && _onSite.Value.Contains(tier.Index);

    /// <summary>The edges of a tier over what is built for a technology.</summary>
    public List<EdgePlan> EdgesOver(TierPlan tier, PathTechnology technology) =>
        [.. plan.Edges.Where(edge => edge.From == tier && edge.Path.Any(one => one.Plant.Equals(technology.Plant)))];

    /// <summary>Whether a tier is a party of devices.</summary>
    public static bool IsDeviceParty(TierPlan tier) => tier.Party?.Kind == PartyKind.Device;

    /// <summary>Whether what is built for one serves the other: where a technology's rest follows from the supply, all of its devices have one kind.</summary>
    public bool RestAlike(PathTechnology technology, TierPlan one, TierPlan other) =>
        technology is not ISavesPower saves || saves.PowerSavingOf(IsOnBattery(one)).Equals(saves.PowerSavingOf(IsOnBattery(other)));

    private bool IsOnBattery(TierPlan tier) => library.BatteryOf(tier.Party!.Device) is not null;

    /// <summary>What the protocol of an edge makes of its messages. Those of all relations follow each other in its sessions.</summary>
    private IEnumerable<WireFlow> Flows(EdgePlan edge, Func<(RoutePlan Route, int Copies), double> rateOf)
    {
        var flows = Crossings(edge).Select(crossing => (crossing.Route, Rate: rateOf(crossing))).Where(flow => flow.Rate > 0).ToList();
        var perSession = flows.Sum(flow => flow.Rate) / edge.Sessions;
        return flows.Select(flow => new WireFlow(
            flow.Rate,
            edge.Protocol!.CostOf(
                new Content(flow.Route.Spec.Carries.Values, flow.Route.Spec.Carries.BitsEach),
                Duration.FromSeconds(Math.Clamp(1 / perSession, ShortestInterval, LongestInterval)),
                flow.Route.Steps.First(step => step.Edge == edge).IsBack,
                edge.ServerIsNear,
                ServerSends(edge)
            )
        ));
    }

    /// <summary>Copies of a message that cross an edge: one for every consumer where it ends at them, one otherwise [1].</summary>
    private static int CopiesOn(EdgePlan edge, RoutePlan route) =>
        edge.To == route.Consumer && route.Spec.Pairing == Pairing.All ? edge.To.Count : 1;
}
