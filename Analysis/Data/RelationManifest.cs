using System.Text.Json.Serialization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Who needs what from whom, and what is required of it.</summary>
/// <param name="Name">The relation's name.</param>
/// <param name="From">Who produces.</param>
/// <param name="To">Who consumes.</param>
/// <param name="DeadlineS">By when it must arrive [s]; null when it does not matter.</param>
/// <param name="DeliveryTarget">Share that must arrive, and in time where there is a deadline [1], 0 to 1; null without requirement.</param>
/// <param name="Text">The relation in words.</param>
public sealed record RelationManifest(
    string Name,
    string From,
    IReadOnlyList<string> To,
    double? DeadlineS,
    double? DeliveryTarget,
    string Text
)
{
    /// <summary>By when the chain has to end that this relation ends, from its first message on [s]; null when it does not matter.</summary>
    public double? ReactionS { get; init; }

    /// <summary>False alarms of the whole fleet that the job allows where faults are looked for [1/d]; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FalseAlarmsPerDay { get; init; }

    /// <summary>The application that it is part of: as the scenario says, or its job; null where that is not told.</summary>
    public string? Application { get; init; }
}
