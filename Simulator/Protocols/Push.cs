using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Content pushed over TCP and confirmed by the receiving application: the plainest acknowledged protocol, without mediation.</summary>
/// <remarks>
/// Modelled: exact octets of connection, content and a receipt of one octet; each direction has a connection of its own, opened by
/// the sender; a finite buffer; TLS; new attempts after a failure, ever later, and messages without receipt sent again over the next
/// connection (a receiver that has such a message already counts a duplicate). Without receipts, a connection that fails takes along what was on its way.
/// Left out: delimiters (both applications know the size of a record). A translator of addresses on the way (<c>tcp-binding</c> of
/// <c>operator-core</c>) keeps a server from reaching a device. Transport: see <c>TcpConnection</c>, security: see <c>TlsHandshake</c>. Sources: RFC 9293.
/// Validated by <c>PushTests</c>.
/// </remarks>
public sealed class Push(PushOptions options)
    : Protocol(
        "push",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: options.Confirmed ? "transport and application" : "transport",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent ? "persistent" : "per message",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.Connection == ConnectionLife.Persistent ? options.DescribeProbes : null
        )
    )
{
    private const ushort Port = 4001;
    private readonly TlsHandshakes _handshakes = new(options);
    private readonly PushTerms _terms = new(
        options.Connection,
        options.Confirmed,
        options.ReceiptTimeout,
        (in message, original) => new ContentUnit(message, options.Encoding, original)
    );

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = options.Commissioning();

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        options.Connection == ConnectionLife.Persistent ? this : new Push(options with { Connection = ConnectionLife.Persistent });

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PushSession(plan, options, _handshakes, Port, _terms);
    }
}
