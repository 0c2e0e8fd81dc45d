using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The factors on which a plan stands: what two architectures share, and in which they differ.</summary>
/// <remarks>
/// Compared by value, factor by factor. A difference between two results may be put down to one factor only if everything else is
/// equal; otherwise it belongs to the package.
/// </remarks>
public static class Footing
{
    /// <summary>Options of protocols that a factor speaks for: one change is one factor, not two.</summary>
    private static readonly Dictionary<string, string> FactorOfOption = new()
    {
        ["qos"] = "acknowledgement",
        ["confirmed"] = "acknowledgement",
        ["retries"] = "retries",
        ["minimum-timeout"] = "retries",
        ["connection-retries"] = "retries",
        ["ack-timeout"] = "retries",
        ["ack-random-factor"] = "retries",
        ["nstart"] = "retries",
        ["retry-timeout"] = "retries",
        ["sleep"] = "connection",
        ["attempts"] = "retries",
        ["transmissions"] = "retries",
        ["confirmed-transmissions"] = "retries",
        ["reconnect-delay"] = "retries",
        ["reconnect-maximum"] = "retries",
        ["connection"] = "connection",
        ["keep-alive"] = "keep-alive",
        ["encoding"] = "encoding",
        ["ciphered"] = "security",
        ["security"] = "security",
        ["resumption"] = "security",
        ["authentication"] = "security",
        ["connection-id"] = "security",
        ["client-certificate"] = "security",
        ["buffer"] = "buffering",
        ["core-round-trip-minimum"] = CoreFactor,
        ["core-round-trip-median"] = CoreFactor,
        ["core-round-trip-sigma"] = CoreFactor,
    };

    /// <summary>What each leg of a way has of its own.</summary>
    private static readonly Dictionary<string, Func<EdgePlan, string>> OfLegs = new()
    {
        ["protocol"] = edge => edge.Protocol?.Name ?? edge.Own!.Name,
        ["acknowledgement"] = Trait(traits => traits.Acknowledgement, own => own.Traits.HasLinkAcknowledgement ? "by the link" : "none"),
        ["retries"] = Trait(traits => traits.Retries, Repetition),
        ["connection"] = Trait(traits => traits.Connection, _ => "kept by the network"),
        ["encoding"] = Trait(traits => traits.Encoding, _ => "packed"),
        ["security"] = Trait(traits => traits.Security, _ => "of the link"),
        ["buffering"] = Trait(traits => traits.Buffering, _ => "of the link"),
    };

    private const string WideAreaPath = "wide-area path";

    /// <summary>
    /// The delay and loss that a radio's model brings itself: models whose round trip was fitted to measurements of whole networks have them, all others leave
    /// everything behind the radio to <c>operator-core</c>.
    /// </summary>
    internal const string CoreFactor = "delay and loss beside operator-core, fitted to measured round trips";

    private const string Automatic = "automatic";

    /// <summary>Coupling loss of a device near to its site [dB].</summary>
    private const double NearLoss = 100;

    /// <summary>A packet that fits into one block there [B].</summary>
    private const int SmallPacket = 40;

    /// <summary>Whether an option of a protocol belongs to what protects what is said.</summary>
    internal static bool IsSecurity(string option) => FactorOfOption.GetValueOrDefault(option) == "security";

    /// <summary>Factors with their values, in a fixed order.</summary>
    public static IReadOnlyList<(string Factor, string Value)> Of(Plan plan) =>
        [
            ("access", Join(Crossed(plan, Segment.Access))),
            ("licensed spectrum", Join(Radios(plan).OfType<CellTechnology>().Select(cell => cell.Spectrum), "none")),
            ("coverage", Join(Radios(plan).Select(radio => radio.Traits.Coverage!), "no radio")),
            (CoreFactor, Join(Radios(plan).OfType<CellTechnology>().Select(cell => cell.BehindRadio), "none")),
            ("mediation", Mediation(plan)),
            (WideAreaPath, Join(Crossed(plan, Segment.Core).Concat(Crossed(plan, Segment.Wide)).Concat(Crossed(plan, Segment.Local)))),
            OnLegs(plan, "protocol"),
            OnLegs(plan, "acknowledgement"),
            OnLegs(plan, "retries"),
            OnLegs(plan, "connection"),
            ("keep-alive", Join(plan.Edges.Select(edge => edge.Protocol?.Traits.KeepAlive).OfType<string>(), "no lasting connection")),
            OnLegs(plan, "encoding"),
            ("networks", plan.Tiers.Any(tier => tier.Silo is not null) ? "one for each job" : "shared"),
            (
                "spectrum",
                plan.Tiers.Any(tier => tier.Silo is not null) && Radios(plan).Any() ? "channels of its own for each job" : "one for all"
            ),
            ("failures", Join(plan.Tiers.Select(tier => tier.Fails?.ToString()).OfType<string>(), "never")),
            OnLegs(plan, "security"),
            OnLegs(plan, "buffering"),
            (
                "local collection",
                plan.Tiers.Any(tier => tier.IsCollector) ? Join(plan.Tiers.Where(t => t.IsCollector).Select(t => t.Name)) : "none"
            ),
            // A job that detects nothing has no such factor.
            .. plan.Detections.Count == 0
                ? (IEnumerable<(string, string)>)[]
                :
                [
                    ("place of detection", Join(plan.Detections.Select(one => one.ToString()))),
                    ("reports to the place of detection", Join(plan.Detections.Select(one => one.Hearing))),
                ],
        ];

    /// <summary>The radios that a plan crosses, each once.</summary>
    public static IEnumerable<Technology> Radios(Plan plan) =>
        plan
            .Edges.SelectMany(edge => edge.Technologies)
            .Where(technology => technology.Traits.Coverage is not null)
            .DistinctBy(technology => technology.Name);

    /// <summary>Factors in which two plans differ, with the values on both sides: how they stand, then options and numbers of what both have.</summary>
    public static IReadOnlyList<(string Factor, string A, string B)> Differences(Plan a, Plan b) =>
        Differences(new Standing(a), new Standing(b));

    /// <inheritdoc cref="Differences(Plan, Plan)"/>
    internal static IReadOnlyList<(string Factor, string A, string B)> Differences(Standing a, Standing b)
    {
        var pairs = Ways.Pairs(a.Plan, b.Plan);
        var factors = a
            .Factors.Zip(b.Factors)
            .Select(pair => Placed((pair.First.Factor, pair.First.Value, pair.Second.Value), pairs))
            .Where(Differs)
            .ToList();
        var named = factors.Select(factor => factor.Factor).ToHashSet();
        return
        [
            .. factors,
            .. Numbers(a.Plan, b.Plan).Where(Differs),
            .. Options(a, b).Where(option => !named.Contains(FactorOfOption.GetValueOrDefault(option.Factor.Split(": ")[1], ""))),
        ];
    }

    /// <summary>A factor with its values where they stand on the ways, if both plans have the same: the same parts in other places are another path.</summary>
    private static (string Factor, string A, string B) Placed(
        (string Factor, string A, string B) factor,
        IReadOnlyList<(string Relation, RoutePlan A, RoutePlan B)>? pairs
    )
    {
        if (pairs is null)
        {
            return factor;
        }

        if (factor.Factor == WideAreaPath)
        {
            return Ways.Paths(pairs) is var (a, b) ? (WideAreaPath, a, b) : (WideAreaPath, "", "");
        }

        return !Differs(factor) && OfLegs.TryGetValue(factor.Factor, out var of) && Ways.Legs(pairs, of) is var (left, right)
            ? (factor.Factor, left, right)
            : factor;
    }

    /// <summary>
    /// In what the radios of two plans differ that have one each, and not the same: the source of their currents, which speaks for the currents, how
    /// fast cells process, and options that both have under the same name.
    /// </summary>
    internal static IReadOnlyList<(string Factor, string A, string B)> Counterparts(Standing a, Standing b)
    {
        if (Radios(a.Plan).ToList() is not [var left] || Radios(b.Plan).ToList() is not [var right] || left.Name == right.Name)
        {
            return [];
        }

        var (own, other) = (a.Values(left.Name), b.Values(right.Name));
        return
        [
            .. new[]
            {
                (Factor: "source of currents", A: CurrentsOf(left), B: CurrentsOf(right)),
                (Factor: "from a grant to its data", A: GrantedTime(left), B: GrantedTime(right)),
            }.Where(Differs),
            .. own
                .Keys.Where(key => other.ContainsKey(key) && !IsCurrent(key) && !FactorOfOption.ContainsKey(key))
                .Select(key => (Factor: key, A: own[key], B: other[key]))
                .Where(Differs),
        ];
    }

    private static string CurrentsOf(Technology radio) => (radio as CellTechnology)?.CurrentsFrom ?? $"that of {radio.Name}";

    /// <summary>Processing and sending of a small packet near to the site, from the grant on until it has been decoded, if that works at once.</summary>
    private static string GrantedTime(Technology radio)
    {
        if (radio is not CellTechnology cell)
        {
            return "no cell";
        }

        var up = cell.Air.Uplink(NearLoss, SmallPacket);
        return $"{up.Control + up.Gap + up.Data + up.Processing}";
    }

    private static bool IsCurrent(string option) => option is "voltage" || option.EndsWith("-current", StringComparison.Ordinal);

    private static bool Differs((string Factor, string A, string B) factor) => factor.A != factor.B;

    /// <summary>How many members the tiers have that both plans have.</summary>
    private static IEnumerable<(string Factor, string A, string B)> Numbers(Plan a, Plan b) =>
        a.Tiers.Join(
            b.Tiers,
            left => left.Name,
            right => right.Name,
            (left, right) => ($"number of {left.Name}", $"{left.Count}", $"{right.Count}")
        );

    /// <summary>The radio module and every option of every technology, protocol and platform that both plans use.</summary>
    /// <remarks>Where the modules differ, the figures that follow from them are no differences of their own.</remarks>
    private static IEnumerable<(string Factor, string A, string B)> Options(Standing a, Standing b) =>
        from model in a.Plan.Options.Select(used => used.Model).Intersect(b.Plan.Options.Select(used => used.Model))
        let modules = (A: Modules(a.Plan, model), B: Modules(b.Plan, model))
        let given = modules.A == modules.B ? [] : GivenByModules([a.Plan, b.Plan], model)
        let left = a.Values(model, given)
        let right = b.Values(model, given)
        let idle = Uses(a.Plan, model).Concat(Uses(b.Plan, model)).SelectMany(Idle).ToHashSet()
        from option in left
            .Keys.Union(right.Keys)
            .Where(key => !idle.Contains(key))
            .Select(key => (Factor: key, A: left.GetValueOrDefault(key, Automatic), B: right.GetValueOrDefault(key, Automatic)))
            .Prepend((Factor: RadioModule.Key, modules.A, modules.B))
            .Where(Differs)
        select ($"{model}: {option.Factor}", option.A, option.B);

    private static string Modules(Plan plan, string model) =>
        Join(Uses(plan, model).Select(use => use.Module?.Name ?? "none").Order(StringComparer.Ordinal));

    /// <summary>The options that any radio module in use presets.</summary>
    private static HashSet<string> GivenByModules(IEnumerable<Plan> plans, string model) =>
        [.. plans.SelectMany(plan => Uses(plan, model)).SelectMany(use => use.Module?.FiguresIn(model).Keys ?? [])];

    internal static IEnumerable<ModelUse> Uses(Plan plan, string model) => plan.Options.Where(used => used.Model == model);

    /// <summary>What has no effect on one side makes no difference of its own: another option says already that it has none.</summary>
    private static IEnumerable<string> Idle(ModelUse used) => ((used.Options as IHasIdleOptions)?.Idle ?? []).Select(Names.Kebab);

    private static IEnumerable<string> Crossed(Plan plan, Segment segment) =>
        plan.Edges.SelectMany(edge => edge.Technologies).Where(t => t.Traits.Segment == segment).Select(t => t.Name);

    private static string Mediation(Plan plan)
    {
        var between = plan
            .Routes.SelectMany(route => route.Steps.Skip(1).Select(step => step.From).Concat(Looking(plan, route)))
            .Where(t => !t.IsBrought)
            .Distinct()
            // Where something is detected, ways begin and end at tiers: what stands between devices and consumers is the same all the same.
            .OrderBy(tier => plan.Detections.Count == 0 ? 0 : tier.Index);
        return Join(between.Select(tier => tier.Platform?.Name ?? tier.Name), "direct");
    }

    /// <summary>Tiers at which a way begins or ends, because something is detected there.</summary>
    private static IEnumerable<TierPlan> Looking(Plan plan, RoutePlan route) =>
        plan.Detections.Count == 0 ? [] : route.Tiers.Where(tier => tier.Party is null);

    private static (string Factor, string Value) OnLegs(Plan plan, string factor) => (factor, Join(plan.Edges.Select(OfLegs[factor])));

    private static Func<EdgePlan, string> Trait(Func<Protocols.ProtocolTraits, string> of, Func<Technology, string> own) =>
        edge => edge.Protocol is { } protocol ? of(protocol.Traits) : own(edge.Own!);

    private static string Repetition(Technology own) =>
        own.Traits.Repetition
        ?? (own.Traits.HasLinkAcknowledgement ? "by the link" : $"none over {own.Name}: what is lost there stays lost");

    internal static string Join(IEnumerable<string> values, string none = "none")
    {
        var distinct = values.Distinct().ToList();
        return distinct.Count == 0 ? none : string.Join(", ", distinct);
    }
}
