namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How the best design of a family does a job.</summary>
public enum DecisionVerdict
{
    /// <summary>It meets everything that is required, at every point.</summary>
    Meets,

    /// <summary>Nothing is required of it that was measured.</summary>
    NotJudged,

    /// <summary>It misses nothing, but whether it meets everything cannot be told.</summary>
    Unclear,

    /// <summary>It misses a requirement, or cannot work, at some point.</summary>
    Fails,

    /// <summary>It cannot work at any point.</summary>
    Infeasible,

    /// <summary>No design of the family was compared.</summary>
    NotCompared,
}
