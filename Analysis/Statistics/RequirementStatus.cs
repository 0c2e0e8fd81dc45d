namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Whether a relation is served as required.</summary>
public enum RequirementStatus
{
    /// <summary>Nothing is required, or nothing was measured.</summary>
    None,

    /// <summary>The whole interval meets the requirement.</summary>
    Met,

    /// <summary>The whole interval misses it.</summary>
    Missed,

    /// <summary>The interval holds the requirement, or there is none: more replications would tell.</summary>
    Unclear,
}
