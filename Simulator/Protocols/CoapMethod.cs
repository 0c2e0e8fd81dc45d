namespace M2mVsIoTSim.Protocols;

/// <summary>Method of requests that carry messages.</summary>
public enum CoapMethod
{
    /// <summary>Sets the state of a resource.</summary>
    Put,

    /// <summary>Hands over something to process.</summary>
    Post,
}
