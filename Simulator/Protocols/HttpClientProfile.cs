namespace M2mVsIoTSim.Protocols;

/// <summary>Which headers a client adds to those that a request needs.</summary>
public enum HttpClientProfile
{
    /// <summary>None: Host, and type and length of a body.</summary>
    Minimal,

    /// <summary>curl 7.88.1: User-Agent, Accept.</summary>
    Curl,

    /// <summary>requests 2.31 of Python: User-Agent, Accept-Encoding, Accept, Connection.</summary>
    PythonRequests,
}
