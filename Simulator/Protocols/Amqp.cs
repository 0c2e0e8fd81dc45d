using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>AMQP 1.0 between a client and a server, which may be a broker, over TCP or TLS.</summary>
/// <remarks>
/// <para>Modelled: exact octets of SASL (anonymous or by password), of the headers, of open, begin, attach, flow, transfer, disposition, detach, end, close and empty frames; a
/// session with a link for each direction that is used; credit, which receivers grant again when half is used; messages that are settled when sent (at
/// most once) or when accepted (at least once, sent again over the next connection); idle time-outs of both ends, or without them a client that gives up a connection on which an answer is due for a minute; connections that are kept or made for each message. Subscribers connect at the
/// start; a client that only sends connects with its first message. Clients pipeline what follows SASL.</para>
/// <para>Left out: exactly once (settlement by the receiver second), resumption of links, transfers in several frames, windows of sessions, dispositions for several messages,
/// transactions, rejected and released messages, properties and annotations. A server or broker that comes back after a failure still knows its connections; a client does not, and connects anew. A copy that comes again counts as a
/// duplicate and goes no further.</para>
/// <para>Transport: see <c>TcpConnection</c>, security: see <c>TlsHandshake</c>. Sources: OASIS AMQP 1.0 (from memory). Validated by <c>m2miot validate amqp</c> and <c>AmqpTests</c> (octets by
/// hand, conservation under loss), and read by Wireshark's dissector in <c>AmqpTraceTests</c>.</para>
/// </remarks>
public sealed class Amqp(AmqpOptions options)
    : Protocol(
        "amqp",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: options.Settlement == AmqpSettlement.Unsettled ? "transport and application" : "transport",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent ? "persistent" : "per message",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.Connection == ConnectionLife.PerMessage ? null
                : options.IdleTimeout == Duration.Zero ? options.DescribeProbes
                : $"an empty frame after {options.HeartbeatAfter} of silence, from both ends",
            ConnectsToBrokers: true
        )
    )
{
    private readonly TlsHandshakes _handshakes = new(Checked(options));

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        options.Commissioning(options.Sasl == AmqpSasl.Plain ? "SASL PLAIN of the client (RFC 4616)" : null);

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        options.Connection == ConnectionLife.Persistent ? this : new Amqp(options with { Connection = ConnectionLife.Persistent });

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new AmqpSession(plan, options, _handshakes);
    }

    private static AmqpOptions Checked(AmqpOptions options)
    {
        foreach (var (name, text) in new[] { ("queue", options.Queue), ("host", options.Host) })
        {
            if (text.Length is 0 or > byte.MaxValue || text.Any(sign => sign is < ' ' or > '~'))
            {
                throw new ArgumentException($"'{text}' is no {name}: 1 to 255 printable signs of ASCII.", nameof(options));
            }
        }

        return options;
    }
}
