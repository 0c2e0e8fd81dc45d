using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;

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
        ["client-certificate"] = "security",
        ["buffer"] = "buffering",
    };

    /// <summary>An option whose value follows from the supply where it is not written.</summary>
    private const string PowerSaving = "power-saving";

    /// <summary>Factors with their values, in a fixed order.</summary>
    public static IReadOnlyList<(string Factor, string Value)> Of(Plan plan) =>
        [
            ("access", Join(Crossed(plan, Segment.Access))),
            ("coverage", Join(Radios(plan).Select(radio => radio.Traits.Coverage!), "no radio")),
            ("mediation", Mediation(plan)),
            ("wide-area path", Join(Crossed(plan, Segment.Core).Concat(Crossed(plan, Segment.Wide)).Concat(Crossed(plan, Segment.Local)))),
            ("protocol", Join(plan.Edges.Select(edge => edge.Protocol?.Name ?? edge.Own!.Name))),
            (
                "acknowledgement",
                Trait(plan, traits => traits.Acknowledgement, own => own.Traits.HasLinkAcknowledgement ? "by the link" : "none")
            ),
            ("retries", Trait(plan, traits => traits.Retries, Repetition)),
            ("connection", Trait(plan, traits => traits.Connection, _ => "kept by the network")),
            ("keep-alive", Join(plan.Edges.Select(edge => edge.Protocol?.Traits.KeepAlive).OfType<string>(), "no lasting connection")),
            ("encoding", Trait(plan, traits => traits.Encoding, _ => "packed")),
            ("security", Trait(plan, traits => traits.Security, _ => "of the link")),
            ("buffering", Trait(plan, traits => traits.Buffering, _ => "of the link")),
            (
                "local collection",
                plan.Tiers.Any(tier => tier.IsCollector) ? Join(plan.Tiers.Where(t => t.IsCollector).Select(t => t.Name)) : "none"
            ),
        ];

    /// <summary>The radios that a plan crosses, each once.</summary>
    public static IEnumerable<Technology> Radios(Plan plan) =>
        plan
            .Edges.SelectMany(edge => edge.Technologies)
            .Where(technology => technology.Traits.Coverage is not null)
            .DistinctBy(technology => technology.Name);

    /// <summary>Factors in which two plans differ, with the values on both sides: how they stand, then options and numbers of what both have.</summary>
    public static IReadOnlyList<(string Factor, string A, string B)> Differences(Plan a, Plan b)
    {
        var factors = Of(a)
            .Zip(Of(b))
            .Select(pair => (pair.First.Factor, A: pair.First.Value, B: pair.Second.Value))
            .Where(Differs)
            .ToList();
        var named = factors.Select(factor => factor.Factor).ToHashSet();
        return
        [
            .. factors,
            .. Numbers(a, b).Where(Differs),
            .. Options(a, b)
                .Where(Differs)
                .Where(option => !named.Contains(FactorOfOption.GetValueOrDefault(option.Factor.Split(": ")[1], ""))),
        ];
    }

    private static bool Differs((string Factor, string A, string B) factor) => factor.A != factor.B;

    /// <summary>How many members the tiers have that both plans have.</summary>
    private static IEnumerable<(string Factor, string A, string B)> Numbers(Plan a, Plan b) =>
        a.Tiers.Join(
            b.Tiers,
            left => left.Name,
            right => right.Name,
            (left, right) => ($"number of {left.Name}", $"{left.Count}", $"{right.Count}")
        );

    /// <summary>Every option of every technology, protocol and platform that both plans use.</summary>
    private static IEnumerable<(string Factor, string A, string B)> Options(Plan a, Plan b) =>
        from model in a.Options.Select(used => used.Model).Intersect(b.Options.Select(used => used.Model))
        let left = Values(a, model)
        let right = Values(b, model)
        from key in left.Keys.Union(right.Keys)
        select ($"{model}: {key}", left.GetValueOrDefault(key, "automatic"), right.GetValueOrDefault(key, "automatic"));

    private static Dictionary<string, string> Values(Plan plan, string model)
    {
        var values = plan
            .Options.Where(used => used.Model == model)
            .SelectMany(used => ((YamlMapping)new EffectiveWriter().Tree(used.Options)).Entries)
            .GroupBy(entry => entry.Key.Text, entry => YamlText.Write(entry.Value).Trim())
            .ToDictionary(option => option.Key, option => Join(option.Order(StringComparer.Ordinal)));
        var modems = plan.Modems.Where(modem => modem.Technology == model).Select(modem => modem.PowerSaving).ToList();
        if (modems.Count > 0)
        {
            values[PowerSaving] = Join(modems.Order(StringComparer.Ordinal));
        }

        return values;
    }

    private static IEnumerable<string> Crossed(Plan plan, Segment segment) =>
        plan.Edges.SelectMany(edge => edge.Technologies).Where(t => t.Traits.Segment == segment).Select(t => t.Name);

    private static string Mediation(Plan plan)
    {
        var between = plan.Routes.SelectMany(route => route.Steps.Skip(1).Select(step => step.From)).Where(t => !t.IsBrought).Distinct();
        return Join(between.Select(tier => tier.Platform?.Name ?? tier.Name), "direct");
    }

    private static string Trait(Plan plan, Func<Protocols.ProtocolTraits, string> of, Func<Technology, string> own) =>
        Join(plan.Edges.Select(edge => edge.Protocol is { } protocol ? of(protocol.Traits) : own(edge.Own!)));

    private static string Repetition(Technology own) =>
        own.Traits.Repetition
        ?? (own.Traits.HasLinkAcknowledgement ? "by the link" : $"none over {own.Name}: what is lost there stays lost");

    private static string Join(IEnumerable<string> values, string none = "none")
    {
        var distinct = values.Distinct().ToList();
        return distinct.Count == 0 ? none : string.Join(", ", distinct);
    }
}
