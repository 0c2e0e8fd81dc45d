namespace M2mVsIoTSim.Platform;

/// <summary>Who runs a platform.</summary>
public enum Hosting
{
    /// <summary>Its owner, on servers by the year.</summary>
    Own,

    /// <summary>A provider, who is paid by message and by time of connection.</summary>
    Managed,
}
