namespace M2mVsIoTSim.Technologies;

/// <summary>Which devices pass on what others send.</summary>
public enum RelayDuty
{
    /// <summary>Those on mains; those on batteries sleep.</summary>
    Mains,

    /// <summary>None: every device reaches a border router itself. Those on mains listen all the time nevertheless.</summary>
    None,

    /// <summary>All of them, those on batteries too, and none sleeps.</summary>
    All,
}
