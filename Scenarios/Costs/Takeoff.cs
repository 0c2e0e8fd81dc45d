using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>Counts what has to be paid for: what was built, and what is used up.</summary>
/// <remarks>
/// A pure function of the network and of what a run used. The rules are the same for all architectures: each technology and platform says what is
/// counted (<see cref="IPriced"/>). What several jobs share was built once and is counted once. Software is counted by the machines on which it runs (<see cref="Machine"/>).
/// </remarks>
public static class Takeoff
{
    /// <summary>Name of the price of a visit to change a battery.</summary>
    public const string SiteVisit = "site-visit";

    private const double SecondsPerYear = 365.25 * 86400;
    private const double MinutesPerYear = SecondsPerYear / 60;

    /// <summary>Everything that is paid for.</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="equipment">What was built.</param>
    /// <param name="usage">What a run used.</param>
    /// <param name="library">Knows the devices.</param>
    public static IReadOnlyList<Counted> Of(Plan plan, IReadOnlyList<Equipment> equipment, CostUsage usage, Library library)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(equipment);
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(library);
        Counted[] counted =
        [
            .. plan
                .Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device)
                .Select(tier => new Counted(PriceOf(tier, library), tier.Name, tier.Count) { Replaced = ReplacedIn([(tier, tier.Count)]) }),
            .. equipment
                .Where(one => IsBilled(one, plan))
                .SelectMany(one =>
                    ChargesOf(plan.OptionsOf(one.Model))
                        .Where(charge => charge.Basis != ChargeBasis.Core)
                        .Select(charge => Count(charge, one, plan, usage))
                ),
            .. Machine.In(plan).SelectMany(machine => machine.Bill(plan, equipment)),
            .. usage
                .Lives.Where(fleet => !library.IsRecharged(fleet.Key))
                .Select(fleet => new Counted(SiteVisit, fleet.Key.Name, 0) { Cycles = fleet.Value }),
        ];
        return [.. counted.Select(one => one with { Price = PriceAt(plan.Job.Area, one.Price, library) })];
    }

    /// <summary>What is there and not paid for by itself, with the reasons, in words.</summary>
    public static IReadOnlyList<string> NotBilled(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. Models(plan)
                .SelectMany(one => ((plan.OptionsOf(one.Model) as IPriced)?.Unbilled ?? []).Select(part => (one.Name, part.What, part.Why)))
                .GroupBy(part => part.Why)
                .Select(why =>
                    $"{string.Join(", ", why.Select(part => part.What == part.Name ? part.What : $"{part.What} of {part.Name}").Distinct())} ({why.Key})"
                )
                .Concat(
                    plan.Tiers.Where(Library.Shipped.IsRecharged)
                        .Select(tier => $"the charging of batteries of {tier.Name} (whoever wears or carries them does it)")
                )
                .Append("applications that only receive, and people, with what they own (as they are in every architecture)")
                .Append("access lines and switches where no devices are (part of the hosting of servers, or owned already)"),
        ];
    }

    /// <summary>The models of a plan that somebody may have to pay for.</summary>
    internal static IEnumerable<(string Name, object Model)> Models(Plan plan) =>
        plan
            .Edges.SelectMany(edge => edge.Technologies.Select(technology => (technology.Name, (object)technology)))
            .Concat(
                plan.Tiers.Where(tier => tier.Platform is not null && (tier.Party is null || Machine.Acts(tier, plan)))
                    .Select(tier => (tier.Platform!.Name, (object)tier.Platform!))
            )
            .Distinct();

    /// <summary>Names of the prices that a bill of the plan may have.</summary>
    internal static IEnumerable<string> Prices(Plan plan, Library library)
    {
        var devices = plan.Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device).ToList();
        return Models(plan)
            .SelectMany(one =>
                ((plan.OptionsOf(one.Model) as IPriced)?.Charges ?? [])
                    .Where(charge => charge.Basis != ChargeBasis.Core)
                    .Select(charge => charge.Price)
            )
            .Concat(Machine.In(plan).SelectMany(machine => machine.Prices(plan)))
            .Concat(devices.Select(tier => PriceOf(tier, library)))
            .Concat(
                devices.Exists(tier =>
                    library.Devices.GetValueOrDefault(tier.Party!.Device ?? "")?.Supply.Battery is not null && !library.IsRecharged(tier)
                )
                    ? [SiteVisit]
                    : []
            )
            .Select(price => PriceAt(plan.Job.Area, price, library))
            .Distinct();
    }

    /// <summary>Name of the price that is paid in an area: households have prices of their own for some things.</summary>
    private static string PriceAt(Area area, string price, Library library) =>
        area.Household && library.Prices.Items.GetValueOrDefault(price)?.AtHome is { } home ? home : price;

    /// <summary>Name of the price of a device, its modem apart.</summary>
    internal static string PriceOf(TierPlan tier, Library library) =>
        tier.Party?.Device is { } device ? library.Devices[device].Price : DeviceSpec.DefaultPrice;

    private static IReadOnlyList<Charge> ChargesOf(object options) =>
        (options as IPriced)?.Charges
        ?? throw new ArgumentException($"{options.GetType().Name} does not say what is paid for it.", nameof(options));

    /// <summary>Who only receives has what it needs already, a server's line and local network are part of its hosting, and what an operator runs is paid for by subscription.</summary>
    private static bool IsBilled(Equipment one, Plan plan)
    {
        var onSite = Premises.Of(plan);
        return one switch
        {
            { IsPlatform: false, Model: PathTechnology { Traits: { LeadsAway: true } or { Segment: Segment.Local } } } => one.Tiers.Any(
                tier => onSite.Contains(tier.Index)
            ),
            { IsPlatform: false } => true,
            { Tier.Party: null } => IsOwn(one.Tier, plan),
            { Tier.Platform: Controller } => Machine.IsController(one.Tier, onSite) && Machine.Acts(one.Tier, plan),
            _ => Machine.Acts(one.Tier, plan),
        };
    }

    /// <summary>Whether a platform belongs to whoever builds the architecture, rather than to an operator.</summary>
    internal static bool IsOwn(TierPlan tier, Plan plan) =>
        !(
            tier.IsBrought
            && plan.Edges.Where(edge => edge.To == tier && edge.Own is not null)
                .All(edge => ((plan.OptionsOf(edge.Own!) as IPriced)?.Unbilled ?? []).Any(part => part.What == tier.Platform!.Name))
        );

    private static Counted Count(Charge charge, Equipment one, Plan plan, CostUsage usage)
    {
        var of = one.IsPlatform ? one.Tier.Name : one.Name;
        var own = LinkOwners.Of(one, plan);
        var holders = own.Sum(owner => owner.Count);
        var components = one.Installation.Components;
        return charge.Basis switch
        {
            ChargeBasis.Device => Links(own),
            ChargeBasis.Port => Links([.. own.Where(owner => EdgeLoads.IsDeviceParty(owner.Tier))]),
            ChargeBasis.Component => new Counted(
                charge.Price,
                of,
                components.Where(component => component.Kind == charge.Component).Sum(component => (double)component.Count)
            ),
            ChargeBasis.Installation or ChargeBasis.Member => new Counted(charge.Price, of, 1),
            ChargeBasis.Message => new Counted(charge.Price, of, usage.MessagesPerYear.GetValueOrDefault(one)) { IsUsedUp = true },
            ChargeBasis.ConnectionMinute => new Counted(charge.Price, of, SessionsAt(one, plan) * MinutesPerYear) { IsUsedUp = true },
            ChargeBasis.Octet => new Counted(charge.Price, of, holders > 0 ? one.OctetsPerSecond * SecondsPerYear : 0)
            {
                IsUsedUp = true,
                Holders = holders,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(charge), charge.Basis, "Nobody knows how to count that."),
        };

        Counted Links(IReadOnlyList<(TierPlan Tier, double Count)> owners) =>
            new(charge.Price, of, owners.Sum(owner => owner.Count)) { Replaced = ReplacedIn(owners) };
    }

    /// <summary>How often one of several members is replaced in a year, on average [1/a].</summary>
    private static double ReplacedIn(IReadOnlyList<(TierPlan Tier, double Count)> members) =>
        members.Count == 0
            ? 0
            : members.Sum(one => one.Count * (one.Tier.Party?.Churn?.Replaced ?? 0)) / members.Sum(one => one.Count) * SecondsPerYear;

    /// <summary>Sessions that end at one member of a tier; those of a single message count as if they were kept.</summary>
    private static double SessionsAt(Equipment one, Plan plan) =>
        plan.Edges.Where(edge => edge.From == one.Tier || edge.To == one.Tier).Sum(edge => (double)edge.Sessions) / one.Tier.Count;
}
