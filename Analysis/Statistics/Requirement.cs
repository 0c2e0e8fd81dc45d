using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>A value that a metric has to reach.</summary>
/// <param name="Subject">The relation or party it is about.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Target">The least value, in the metric's unit.</param>
/// <param name="Demand">It in words, such as "98 % of reading must arrive".</param>
public sealed record Requirement(string Subject, string Metric, double Target, string Demand)
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>It in a word or two, such as <c>reading</c> or <c>the battery life of meter</c>.</summary>
    public string ShortName =>
        Metric switch
        {
            "battery-life" => $"the battery life of {Subject}",
            "reactions-in-time" => $"the reaction time of {Subject}",
            _ => Subject,
        };

    /// <summary>Everything that a comparison requires: of its relations first, then of its parties.</summary>
    public static IReadOnlyList<Requirement> Of(ComparisonManifest comparison) =>
        [
            .. comparison.Relations.Where(relation => relation.DeliveryTarget is not null).SelectMany(Of),
            .. (comparison.Lifetimes ?? []).Select(Of),
        ];

    /// <summary>What is required of a message, and of the chain that it ends; the chain stands for both where only its time is limited.</summary>
    private static IEnumerable<Requirement> Of(RelationManifest relation)
    {
        if (relation.ReactionS is not { } reaction)
            return [OfMessage(relation)];
        var target = relation.DeliveryTarget!.Value;
        Requirement chain = new(
            relation.Name,
            "reactions-in-time",
            target,
            $"{Readable.Percent(target)} of all chains must end with {relation.Name} within {Readable.Duration(reaction)}"
        );
        return relation.DeadlineS is null ? [chain] : [OfMessage(relation), chain];
    }

    private static Requirement OfMessage(RelationManifest relation)
    {
        var (metric, deadline) = relation.DeadlineS is { } seconds
            ? ("delivery-in-time", $" within {Readable.Duration(seconds)}")
            : ("delivery", "");
        var target = relation.DeliveryTarget!.Value;
        return new(relation.Name, metric, target, $"{Readable.Percent(target)} of {relation.Name} must arrive{deadline}");
    }

    private static Requirement Of(LifetimeManifest lifetime) =>
        new(lifetime.Party, "battery-life", lifetime.Years, $"19 of 20 batteries of {lifetime.Party} must last {Lasting(lifetime.Years)}");

    /// <summary>What is recharged every few days is not thought of in years.</summary>
    private static string Lasting(double years) =>
        years < 1 ? Readable.Duration(years * SecondsPerYear) : $"{Readable.Significant(years)}\u00A0years";
}
