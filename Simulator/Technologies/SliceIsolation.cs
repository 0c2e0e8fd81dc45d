namespace M2mVsIoTSim.Technologies;

/// <summary>Whether a network slice has resource blocks of its own.</summary>
public enum SliceIsolation
{
    /// <summary>Its share of the resource blocks is its own: the traffic of others cannot be felt.</summary>
    Reserved,

    /// <summary>It takes turns with the traffic of others on all resource blocks.</summary>
    Shared,
}
