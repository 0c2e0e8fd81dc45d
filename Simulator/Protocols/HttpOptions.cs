using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>http</c>.</summary>
public sealed record HttpOptions : TransportOptions
{
    /// <summary>Version of the protocol.</summary>
    [Figure(Mark.Chosen, "the version of the measured exchange")]
    public HttpVersion Version { get; init; }

    /// <summary>How a message is written to the other end.</summary>
    [Figure(Mark.Measured, "the exchange of curl 7.88.1 and nginx 1.22.1")]
    public HttpMethod Method { get; init; }

    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>How long a connection lives; a connection per message is one for each request.</summary>
    [Figure(Mark.Chosen, "as for push and mqtt, so that protocols can be compared under one behaviour")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>Time without a request after which a server closes a connection that is kept [s]; 0 for never.</summary>
    [Unit("s", Minimum = 0, Maximum = 86_400)]
    [Figure(Mark.FromMemory, "nginx keepalive_timeout: 75 s; Apache httpd 2.4: 5 s")]
    public Duration IdleTimeout { get; init; } = 75.Seconds;

    /// <summary>How long a client waits for a response before it takes the connection for dead [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(Mark.Chosen, "as long as push waits for a receipt")]
    public Duration ResponseTimeout { get; init; } = 120.Seconds;

    /// <summary>Which end asks the other one for its messages.</summary>
    [Figure(Mark.Chosen, "none, as for push")]
    public HttpPoller Poller { get; init; }

    /// <summary>Time from one request for messages to the next [s]; a message that comes is followed by another request at once.</summary>
    [Unit("s", Minimum = 0.1, Maximum = 604_800)]
    [Figure(Mark.Chosen, "a compromise between delay and traffic")]
    public Duration PollInterval { get; init; } = 1.Minutes;

    /// <summary>Path of the resource.</summary>
    [Figure(Mark.Measured, "the exchange of curl 7.88.1 and nginx 1.22.1")]
    public string Path { get; init; } = "/v1/dev0000001/telemetry";

    /// <summary>Name of the host, with its port where that is not the default.</summary>
    [Figure(Mark.Derived, "what the 154 octets of the measured header leave: fourteen characters")]
    public string Host { get; init; } = "10.77.0.2:8080";

    /// <summary>Which headers a client adds.</summary>
    [Figure(Mark.Measured, "curl 7.88.1; requests of Python from memory")]
    public HttpClientProfile Client { get; init; } = HttpClientProfile.Curl;

    /// <summary>Which headers a server adds.</summary>
    [Figure(Mark.Measured, "nginx 1.22.1; werkzeug: octets and packets agree with a public capture, field by field from memory")]
    public HttpServerProfile Server { get; init; } = HttpServerProfile.Nginx;

    /// <summary>Octets of the token by which a client shows who it is [B]; 0 for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 8000)]
    [Figure(Mark.Chosen, "none, as in the measured exchange")]
    public int TokenLength { get; init; }

    /// <summary>By which status a server confirms a message.</summary>
    [Figure(Mark.Measured, "the exchange of curl 7.88.1 and nginx 1.22.1")]
    public HttpStatus Status { get; init; } = HttpStatus.NoContent;

    /// <summary>Octets of the body of a confirmation [B]; one without content has none.</summary>
    [Unit("B", Minimum = 0, Maximum = 100_000)]
    [Figure(Mark.Chosen, "none, as in the measured exchange")]
    public int ResponseLength { get; init; }

    /// <summary>Whether HPACK writes texts in its Huffman code where that is shorter; version 2 only.</summary>
    [Figure(Mark.FromMemory, "nghttp2, which curl and nginx use or resemble, does")]
    public bool Huffman { get; init; } = true;

    /// <summary>How the hop uses resources of oneM2M.</summary>
    [Figure(Mark.Chosen, "not at all: most deployments do without")]
    public OneM2mUse OneM2m { get; init; }

    /// <summary>The type of a body.</summary>
    internal string ContentType =>
        Encoding switch
        {
            Encoding.Json => "application/json",
            Encoding.Cbor => "application/cbor",
            _ => "application/octet-stream",
        };
}
