namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>How the two sides of a condition are held against each other.</summary>
public enum ClaimRelation
{
    /// <summary>The left side is smaller, by the margin at least.</summary>
    Below,

    /// <summary>The left side is greater, by the margin at least.</summary>
    Above,

    /// <summary>Both are the same within the margin.</summary>
    Equal,
}
