using System.Collections.Concurrent;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A job laid out on an architecture: tiers, edges and the way of every relation. Nothing is simulated yet.</summary>
/// <param name="Job">What is needed.</param>
/// <param name="Tiers">The places, in the order of the file.</param>
/// <param name="Edges">The sessions, in the order of the file.</param>
/// <param name="Routes">The way of every relation to every consuming party.</param>
/// <param name="Infeasible">Why the job cannot be done this way, in sentences; empty if it can.</param>
/// <param name="NotModelled">What the scenario says but the models cannot yet simulate, in sentences; empty if they can.</param>
/// <param name="Options">The options of every technology, protocol and platform in use.</param>
public sealed record Plan(
    Job Job,
    IReadOnlyList<TierPlan> Tiers,
    IReadOnlyList<EdgePlan> Edges,
    IReadOnlyList<RoutePlan> Routes,
    IReadOnlyList<string> Infeasible,
    IReadOnlyList<string> NotModelled,
    IReadOnlyList<ModelUse> Options
)
{
    private readonly ConcurrentDictionary<(Technology, string, ulong), Decision> _decisions = new();

    /// <summary>
    /// <c>m2m</c> when no datum passes a shared platform, <c>iot</c> when every datum does and no direct collector stands on the
    /// way, <c>hybrid</c> when some do and some do not, or a direct collector feeds the platform.
    /// </summary>
    public string Family =>
        !Routes.Any(route => route.IsDecoupled) ? "m2m"
        : Routes.All(route => route.IsDecoupled && !route.IsCollected) ? "iot"
        : "hybrid";

    /// <summary>What the modems of each tier do between connections, which follows from their supply where it is not written.</summary>
    public IReadOnlyList<SleepingModem> Modems =>
        [
            .. from edge in Edges
            from technology in edge.Technologies
            where technology is ISavesPower
            let battery = edge.From.Party?.Device is { } device ? Library.Shipped.Devices[device].Supply.Battery : null
            select new SleepingModem(
                technology.Name,
                edge.From.Name,
                battery,
                Names.Kebab(((ISavesPower)technology).PowerSavingOf(battery is not null).ToString())
            ),
        ];

    /// <summary>What the modems of each tier tell of their further traffic, which follows from what comes back where it is not written.</summary>
    public IReadOnlyList<ReleasingModem> Releases
    {
        get
        {
            var loads = new EdgeLoads(this, Library.Shipped);
            return
            [
                .. from edge in Edges
                from technology in edge.Path
                where technology is IReleasesConnections
                let load = loads.Of(loads.Sharing(edge.From, technology).SelectMany(tier => loads.EdgesOver(tier, technology)))
                select new ReleasingModem(
                    technology.Name,
                    edge.From.Name,
                    load.DownPacketsPerSecond > 0,
                    Names.Kebab(((IReleasesConnections)technology).ReleaseOf(load).ToString())
                ),
            ];
        }
    }

    /// <summary>What is detected, and where; <see cref="Job"/> has the relations that follow from it.</summary>
    public IReadOnlyList<DetectionPlan> Detections { get; init; } = [];

    /// <summary>Makes the detectors; plans of one study share them.</summary>
    internal Detectors Detectors { get; init; } = new();

    /// <summary>The options of each technology and platform, by the model itself.</summary>
    internal IReadOnlyDictionary<object, object> ModelOptions { get; init; } = new Dictionary<object, object>();

    /// <summary>The options with which a technology or platform of this plan was made.</summary>
    internal object OptionsOf(object model) => ModelOptions[model];

    /// <summary>What is decided once for all replications of an installation.</summary>
    /// <param name="technology">Of the installation.</param>
    /// <param name="tiers">That share it.</param>
    /// <param name="seed">Of the study.</param>
    internal Decision DecisionOn(Technology technology, IReadOnlyList<TierPlan> tiers, ulong seed) =>
        _decisions.GetOrAdd((technology, tiers[0].Name, seed), _ => new Decision());

    /// <summary>The tier of a name.</summary>
    public TierPlan Tier(string name) => Tiers.First(tier => tier.Name == name);
}
