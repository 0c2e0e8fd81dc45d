namespace M2mVsIoTSim.Protocols;

/// <summary>How long a connection lives.</summary>
public enum ConnectionLife
{
    /// <summary>From the first message on.</summary>
    Persistent,

    /// <summary>For one message, or for those that wait when it is made.</summary>
    PerMessage,
}
