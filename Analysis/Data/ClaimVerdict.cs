namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What became of a claim, at a point or altogether.</summary>
public enum ClaimVerdict
{
    /// <summary>It holds: the interval lies wholly where the claim puts the difference.</summary>
    Supported,

    /// <summary>It does not hold: the interval lies wholly elsewhere.</summary>
    Refuted,

    /// <summary>It holds at some points and does not at others.</summary>
    Depends,

    /// <summary>The interval holds values of both kinds, or there are too few replications for one.</summary>
    Undecided,

    /// <summary>One of the sides cannot work there.</summary>
    Infeasible,

    /// <summary>One of the sides was not run, or has nothing to measure there.</summary>
    NotMeasured,
}
