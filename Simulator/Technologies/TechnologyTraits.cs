namespace M2mVsIoTSim.Technologies;

/// <summary>What fairness checks and figures need to know of a technology.</summary>
/// <param name="Segment">Which part of a way it is.</param>
/// <param name="IsTwoWay">Whether messages can travel from the far end to the near end in this model.</param>
/// <param name="HasLinkAcknowledgement">Whether it repeats lost frames itself, invisibly to the session.</param>
/// <param name="IsUnlicensed">Whether it shares an unlicensed band with foreign traffic.</param>
/// <param name="IsExperimental">Whether its model has no validation row yet.</param>
/// <param name="Unmetered">What of its equipment in the field draws energy that is not accounted for, in words; null if nothing does.</param>
/// <param name="Uncounted">What of it is on the way but not among its components, in words; null if nothing is.</param>
/// <param name="HasFieldEquipment">Whether equipment that it needs in the field, apart from the devices' own, draws energy that is accounted for.</param>
/// <param name="Coverage">What decides whether a radio signal arrives in this model, in words; null for what is not a radio.</param>
/// <param name="HasLinkBudget">Whether its links depend on how radio waves travel in the area.</param>
/// <param name="Repetition">How it sends frames more than once, in words; null for what <paramref name="HasLinkAcknowledgement"/> says.</param>
/// <param name="ServesMovers">Whether its links follow devices that move.</param>
/// <param name="Stations">What it builds itself for devices to reach, in the plural, wherever its hop ends; null where devices reach the far end, or an operator's network.</param>
/// <param name="LeadsAway">Whether it leads away from where its near nodes are although it is an access network, as an access line does.</param>
/// <param name="IsPublicNetwork">Whether it is an operator's network for everybody, which hands over what it carries at another place than the devices'.</param>
/// <param name="Retiring">Who switches it off and when, in words; null for what is there to stay.</param>
public sealed record TechnologyTraits(
    Segment Segment,
    bool IsTwoWay = true,
    bool HasLinkAcknowledgement = false,
    bool IsUnlicensed = false,
    bool IsExperimental = true,
    string? Unmetered = null,
    string? Uncounted = null,
    bool HasFieldEquipment = false,
    string? Coverage = null,
    bool HasLinkBudget = false,
    string? Repetition = null,
    bool ServesMovers = false,
    string? Stations = null,
    bool LeadsAway = false,
    bool IsPublicNetwork = false,
    string? Retiring = null
)
{
    /// <summary>Whether its far end is at another place than its near end.</summary>
    public bool LeavesPlace => LeadsAway || IsPublicNetwork || Segment is Segment.Core or Segment.Wide;
}

/// <summary>Which part of a way a technology is.</summary>
public enum Segment
{
    /// <summary>From devices to the first fixed equipment: the access network.</summary>
    Access,

    /// <summary>An operator's network between the access and the outside, or a private network.</summary>
    Core,

    /// <summary>The public Internet or a wide-area path.</summary>
    Wide,

    /// <summary>Within one building or server room.</summary>
    Local,
}
