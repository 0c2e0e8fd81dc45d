namespace M2mVsIoTSim.Protocols;

/// <summary>Which headers a server adds to those that a response needs.</summary>
public enum HttpServerProfile
{
    /// <summary>None: length of a body, or that it is empty.</summary>
    Minimal,

    /// <summary>nginx 1.22.1: Server, Date, Connection.</summary>
    Nginx,

    /// <summary>
    /// The development server of Flask, Werkzeug 0.11.11 on Python 3.5.2: HTTP/1.0; Content-Type, Content-Length, Server, Date; writes the first line by itself and
    /// closes the connection after each response.
    /// </summary>
    Werkzeug,
}
