namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>What can be taken from one architecture or from the other.</summary>
internal enum SwapFactor
{
    /// <summary>What devices of the field cross before the operator's core and the Internet.</summary>
    Access,

    /// <summary>Everything else that is crossed, and so where a platform stands.</summary>
    Path,

    /// <summary>What the ends of each hop speak, with its options.</summary>
    Protocol,

    /// <summary>Options of the protocols that protect what is said, where both sides have the same ones.</summary>
    Security,

    /// <summary>The kinds of platforms between the parties, and their numbers.</summary>
    Mediation,

    /// <summary>Whether jobs share a network or have one each.</summary>
    Networks,
}
