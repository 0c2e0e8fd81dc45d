using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>How a connection of one version of HTTP writes requests and responses; one for each connection.</summary>
internal abstract class HttpDialect
{
    /// <summary>What the client says before its first request; null for nothing.</summary>
    public virtual HttpUnit? Preface() => null;

    /// <summary>What an end answers to what is neither request nor response.</summary>
    public virtual IEnumerable<HttpUnit> Answers(HttpUnit unit) => [];

    /// <summary>What a server says before it closes; null for nothing.</summary>
    public virtual HttpUnit? Farewell() => null;

    /// <summary>Octets of a request.</summary>
    /// <param name="method">Such as POST.</param>
    /// <param name="path">Of the resource.</param>
    /// <param name="body">Its body; null for none.</param>
    /// <param name="primitive">What it stands for in oneM2M; null for nothing.</param>
    public abstract byte[] Request(string method, string path, byte[]? body, OneM2mRequest? primitive = null);

    /// <summary>Octets of a response to the request that came last.</summary>
    public abstract byte[] Response(int status, byte[] body, SimTime now, OneM2mResponse? primitive = null);

    /// <summary>Octets of a request that the client writes by themselves, before the rest; 0 where it writes all at once [B].</summary>
    public virtual int BeginningOfRequest(byte[] request) => 0;

    /// <summary>Octets of a response that the server writes by themselves, before the rest; 0 where it writes all at once [B].</summary>
    public virtual int BeginningOfResponse(byte[] response) => 0;

    /// <summary>The dialect of a new connection.</summary>
    public static HttpDialect Of(HttpOptions options) => options.Version == HttpVersion.V2 ? new Http2(options) : new Http1(options);
}
