using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>A machine on which software of an architecture runs.</summary>
/// <remarks>
/// One rule for all sides: whatever mediates or acts is billed, be it a broker, a head-end or a party of the job that passes messages on or answers them; who only
/// receives is not. Software that stands at one place, joined by nothing but what stays on a site, shares a machine. Where the devices are, the machine is an edge
/// computer; elsewhere it is as many cores of a rented server as the work of all of them takes in the busiest hour, one at least.
/// </remarks>
/// <param name="Tiers">Whose software runs on it.</param>
/// <param name="IsOnSite">Whether it stands where the devices are.</param>
internal sealed record Machine(IReadOnlyList<TierPlan> Tiers, bool IsOnSite)
{
    /// <summary>Name of the price of a core of a server.</summary>
    public const string Server = "server";

    /// <summary>Name of the price of an edge computer.</summary>
    public const string EdgeComputer = "edge-computer";

    /// <summary>Name of the price of its maintenance.</summary>
    public const string Maintenance = "gateway-maintenance";

    /// <summary>Whose it is, in words.</summary>
    public string Of => string.Join(" + ", Tiers.Select(tier => tier.Name));

    /// <summary>How many there are: members of a tier that has several stand apart [1].</summary>
    public int Count => Tiers[0].Count;

    /// <summary>Names of what is paid for it.</summary>
    public IReadOnlyList<string> Prices(Plan plan) => IsOnSite ? [EdgeComputer, Maintenance] : [CorePriceOf(Tiers[0], plan)];

    /// <summary>The machines of a plan.</summary>
    public static IReadOnlyList<Machine> In(Plan plan)
    {
        var onSite = Premises.Of(plan);
        var places = Premises.Joined(plan);
        return
        [
            .. plan
                .Tiers.Where(tier => Runs(tier, plan, onSite))
                .GroupBy(tier => tier.Count > 1 ? (tier.Index, true) : (places[tier.Index], false))
                .Select(place => new Machine([.. place], onSite.Contains(place.First().Index))),
        ];
    }

    /// <summary>What is paid for it.</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="equipment">What was built.</param>
    public IEnumerable<Counted> Bill(Plan plan, IReadOnlyList<Equipment> equipment)
    {
        if (IsOnSite)
        {
            return [new Counted(EdgeComputer, Of, Count), new Counted(Maintenance, Of, Count)];
        }

        var needed = equipment
            .Where(one => one.IsPlatform && Tiers.Contains(one.Tier))
            .GroupBy(one => one.Tier)
            .Select(tier => tier.Select(one => ((PlatformInstallation)one.Installation).CoresNeeded).ToList())
            .ToList();
        var cores =
            Count > 1 ? needed.Sum(tier => tier.Sum(Whole)) + (needed.Count == 0 ? Count : 0) : Whole(needed.Sum(tier => tier.Sum()));
        return [new Counted(CorePriceOf(Tiers[0], plan), Of, cores)];
    }

    /// <summary>Whether a party of the job does more than receive: it passes on what others say, or has something to say itself to what it hears.</summary>
    public static bool Acts(TierPlan tier, Plan plan) =>
        tier.Party is { Kind: PartyKind.Application or PartyKind.Controller }
        && (
            plan.Routes.Any(route => route.Steps.Skip(1).Any(step => step.From == tier))
            || (
                plan.Job.Relations.Values.Any(relation => relation.From == tier.Name)
                && plan.Job.Relations.Values.Any(relation => relation.To.Contains(tier.Name))
            )
        );

    /// <summary>Whether what a party acts with is a controller of its own, rather than a program on somebody's server.</summary>
    public static bool IsController(TierPlan tier, IReadOnlySet<int> onSite) => tier.Platform is Controller && onSite.Contains(tier.Index);

    /// <summary>Whether a tier's software runs on a machine that is billed by cores: a program of the job does unless it is said to be something else.</summary>
    private static bool Runs(TierPlan tier, Plan plan, IReadOnlySet<int> onSite) =>
        tier.Party is null
            ? tier.Platform is not null && Takeoff.IsOwn(tier, plan) && ByCore(tier.Platform, plan) is not null
            : Acts(tier, plan)
                && (
                    tier.Platform is null
                    || ByCore(tier.Platform, plan) is not null
                    || (tier.Platform is Controller && !onSite.Contains(tier.Index))
                );

    private static string CorePriceOf(TierPlan tier, Plan plan) =>
        (tier.Platform is { } platform ? ByCore(platform, plan) : null)?.Price ?? Server;

    private static Charge? ByCore(PlatformKind platform, Plan plan) =>
        (plan.OptionsOf(platform) as IPriced)?.Charges.FirstOrDefault(charge => charge.Basis == ChargeBasis.Core);

    private static double Whole(double cores) => Math.Max(1, Math.Ceiling(cores * (1 - 1e-12)));
}
