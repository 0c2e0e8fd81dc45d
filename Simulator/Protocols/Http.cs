using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>HTTP/1.1 or HTTP/2 over TCP or TLS: messages are written by requests, and confirmed by responses.</summary>
/// <remarks>
/// <para>Modelled: exact octets of requests and responses with the headers of named clients and servers; one request at a time (no
/// pipelining, no parallel streams); a connection that is kept until the server closes it after a time without requests, or one for each
/// request; a request without response goes again over the next connection (a receiver that has its message already counts a duplicate). Each end
/// writes over connections of its own, or one end (<see cref="HttpPoller"/>) asks for the other's messages: at its interval, and again at once
/// after each message. A server keeps a message that it has answered with until the next request, and answers with it again
/// over a new connection; how the client says which it has costs no octets. HTTP/2: connection preface, settings and their acknowledgements, window updates as curl and nginx send them at the
/// beginning, headers in HPACK with a dynamic table, data, GOAWAY before a server closes.</para>
/// <para>Resources of oneM2M (option <c>one-m2m</c>): exact octets of request and response primitives in the binding of TS-0009, see <see cref="OneM2mParty"/>.</para>
/// <para>Left out: redirection, caching, compression of bodies, transfer encodings, Expect, cookies, upgrade from version 1.1, flow control, pings and push of version 2, errors
/// of servers. A translator of addresses on the way (<c>tcp-binding</c> of <c>operator-core</c>) keeps a server from reaching a device. Transport: see <c>TcpConnection</c>, security: see <c>TlsHandshake</c>.</para>
/// <para>Sources: RFC 9110, 9112, 9113, 7541; octets and packets measured with curl 7.88.1 and nginx 1.22.1. Validated by <c>m2miot validate http-exchanges</c>,
/// <c>HttpTests</c>, <c>Http2Tests</c> and <c>HpackTests</c>.</para>
/// </remarks>
public sealed class Http(HttpOptions options)
    : Protocol(
        "http",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: "transport and application",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent
                ? options.IdleTimeout == Duration.Zero
                    ? "persistent"
                    : $"persistent, closed after {options.IdleTimeout} of silence"
                : "per message",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.Connection == ConnectionLife.Persistent ? options.DescribeProbes : null
        )
    )
{
    private const ushort PlainPort = 80;
    private const ushort SecurePort = 443;
    private readonly TlsHandshakes _handshakes = new(Checked(options));

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = options.Commissioning();

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        options.Connection == ConnectionLife.Persistent || options.Server == HttpServerProfile.Werkzeug
            ? this
            : new Http(options with { Connection = ConnectionLife.Persistent });

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new HttpSession(plan, options, _handshakes, options.Security == Security.None ? PlainPort : SecurePort);
    }

    private static HttpOptions Checked(HttpOptions options)
    {
        if (!options.Path.StartsWith('/') || !options.Path.All(IsPlain))
        {
            throw new ArgumentException($"'{options.Path}' is no path: it begins with '/' and has no spaces.", nameof(options));
        }

        if (
            options.Server == HttpServerProfile.Werkzeug
            && (options.Connection == ConnectionLife.Persistent || options.Version == HttpVersion.V2)
        )
        {
            throw new ArgumentException(
                "the server 'werkzeug' speaks HTTP/1.0 and closes after each response: it needs 'connection: per-message' and 'version: 1.1'.",
                nameof(options)
            );
        }

        if (options.OneM2m != OneM2mUse.None && (options.Poller != HttpPoller.None || options.Server == HttpServerProfile.Werkzeug))
        {
            throw new ArgumentException(
                "resources of oneM2M are created and notified, not polled: 'one-m2m' needs 'poller: none' and another server than 'werkzeug'.",
                nameof(options)
            );
        }

        return options.Host.Length > 0 && options.Host.All(IsPlain)
            ? options
            : throw new ArgumentException($"'{options.Host}' is no host: letters, digits and signs without spaces.", nameof(options));
    }

    private static bool IsPlain(char sign) => sign is > ' ' and < (char)127;
}
