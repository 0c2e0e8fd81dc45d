namespace M2mVsIoTSim.Technologies;

/// <summary>Whether a fleet, or the network slice that it has, has resource blocks of its own.</summary>
public enum SliceIsolation
{
    /// <summary>Its share of the resource blocks is its own: the traffic of others cannot be felt.</summary>
    Reserved,

    /// <summary>It takes turns with the traffic of others on all resource blocks.</summary>
    Shared,
}
