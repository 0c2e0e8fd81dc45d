using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The factors on which a plan stands: what two architectures share, and in which they differ.</summary>
/// <remarks>
/// Compared by value, factor by factor. A difference between two results may be put down to one factor only if everything else is
/// equal; otherwise it belongs to the package.
/// </remarks>
public static class Footing
{
    /// <summary>Factors with their values, in a fixed order.</summary>
    public static IReadOnlyList<(string Factor, string Value)> Of(Plan plan) =>
        [
            ("access", Join(Crossed(plan, Segment.Access))),
            ("mediation", Mediation(plan)),
            ("wide-area path", Join(Crossed(plan, Segment.Core).Concat(Crossed(plan, Segment.Wide)).Concat(Crossed(plan, Segment.Local)))),
            ("protocol", Join(plan.Edges.Select(edge => edge.Protocol?.Name ?? edge.Own!.Name))),
            ("acknowledgement", Trait(plan, traits => traits.Acknowledgement, own => own.HasLinkAcknowledgement ? "by the link" : "none")),
            ("retries", Trait(plan, traits => traits.Retries, own => own.HasLinkAcknowledgement ? "by the link" : "none")),
            ("connection", Trait(plan, traits => traits.Connection, _ => "kept by the network")),
            ("encoding", Trait(plan, traits => traits.Encoding, _ => "packed")),
            ("security", Trait(plan, traits => traits.Security, _ => "of the link")),
            ("buffering", Trait(plan, traits => traits.Buffering, _ => "of the link")),
            (
                "local collection",
                plan.Tiers.Any(tier => tier.IsCollector) ? Join(plan.Tiers.Where(t => t.IsCollector).Select(t => t.Name)) : "none"
            ),
        ];

    /// <summary>Factors in which two plans differ, with the values on both sides.</summary>
    public static IReadOnlyList<(string Factor, string A, string B)> Differences(Plan a, Plan b) =>
        [
            .. Of(a)
                .Zip(Of(b))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => (pair.First.Factor, pair.First.Value, pair.Second.Value)),
        ];

    private static IEnumerable<string> Crossed(Plan plan, Segment segment) =>
        plan.Edges.SelectMany(edge => edge.Technologies).Where(t => t.Traits.Segment == segment).Select(t => t.Name);

    private static string Mediation(Plan plan)
    {
        var between = plan.Routes.SelectMany(route => route.Steps.Skip(1).Select(step => step.From)).Where(t => !t.IsBrought).Distinct();
        return Join(between.Select(tier => tier.Platform?.Name ?? tier.Name), "direct");
    }

    private static string Trait(Plan plan, Func<Protocols.ProtocolTraits, string> of, Func<TechnologyTraits, string> own) =>
        Join(plan.Edges.Select(edge => edge.Protocol is { } protocol ? of(protocol.Traits) : own(edge.Own!.Traits)));

    private static string Join(IEnumerable<string> values, string none = "none")
    {
        var distinct = values.Distinct().ToList();
        return distinct.Count == 0 ? none : string.Join(", ", distinct);
    }
}
