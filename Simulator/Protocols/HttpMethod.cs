namespace M2mVsIoTSim.Protocols;

/// <summary>How a message is written to the other end.</summary>
public enum HttpMethod
{
    /// <summary>As a new item of a collection.</summary>
    Post,

    /// <summary>As the state of a resource.</summary>
    Put,
}
