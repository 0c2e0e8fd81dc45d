namespace M2mVsIoTSim.Protocols;

/// <summary>Which headers a server adds to those that a response needs.</summary>
public enum HttpServerProfile
{
    /// <summary>None: length of a body, or that it is empty.</summary>
    Minimal,

    /// <summary>nginx 1.22.1: Server, Date, Connection.</summary>
    Nginx,
}
