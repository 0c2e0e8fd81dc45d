using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The way of one relation to one consuming party.</summary>
/// <param name="Relation">Name of the relation.</param>
/// <param name="Spec">The relation.</param>
/// <param name="Consumer">The tier of the consuming party.</param>
/// <param name="Steps">The edges on the way, in order.</param>
public sealed record RoutePlan(string Relation, RelationSpec Spec, TierPlan Consumer, IReadOnlyList<RouteStep> Steps)
{
    /// <summary>Whether the producing party is the consuming one: each member has something to say to the others.</summary>
    public bool IsAmongPeers => Spec.From == Consumer.Name;

    /// <summary>Tiers on the way, producer and consumer included.</summary>
    public IEnumerable<TierPlan> Tiers => Steps.Select(step => step.From).Append(Consumer);

    /// <summary>Whether a shared platform stands between producer and consumer.</summary>
    public bool IsDecoupled => Steps.Skip(1).Any(step => step.From.Decouples);

    /// <summary>Whether a direct collector stands on the way.</summary>
    public bool IsCollected => Steps.Skip(1).Any(step => step.From.IsCollector);
}

/// <summary>One edge on a way, in one direction.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="IsBack">Whether it is crossed from its far to its near end.</param>
public sealed record RouteStep(EdgePlan Edge, bool IsBack)
{
    /// <summary>Where the step begins.</summary>
    public TierPlan From => IsBack ? Edge.To : Edge.From;

    /// <summary>Where the step ends.</summary>
    public TierPlan To => IsBack ? Edge.From : Edge.To;
}
