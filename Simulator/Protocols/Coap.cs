using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>CoAP over UDP, DTLS or with OSCORE: small requests and responses, notifications to observers, content in blocks.</summary>
/// <remarks>
/// <para>Modelled: exact octets of messages and options; confirmable messages with random time-out, exponential back-off and NSTART; duplicates
/// found by message identifier for EXCHANGE_LIFETIME; responses that travel with the acknowledgement or separately; non-confirmable
/// messages at PROBING_RATE to who does not respond; pings and resets; observers that register, are notified, given up and register again (RFC
/// 7641); content in blocks, each an exchange, all or nothing (RFC 7959); DTLS (see <see cref="DtlsHandshake"/>) and OSCORE (see <see cref="OscoreSize"/>).</para>
/// <para>Resources of oneM2M (option <c>one-m2m</c>): exact octets of request and response primitives in the binding of TS-0008, see <see cref="OneM2mParty"/>.</para>
/// <para>Left out: proxies, caching, multicast, discovery, several observers of one resource (each has a session), a newer notification that
/// replaces one that is not confirmed: each is a message of its own. Blocks are always confirmable. A copy that arrives after the sender gave up counts
/// as lost, as it was reported so.</para>
/// <para>Sources: RFC 7252, 7641, 7959, 7967, 8613; exchanges measured with libcoap 4.3.1. Validated by <c>m2miot validate coap-exchanges</c>,
/// <c>m2miot validate coap-under-loss</c> and <c>CoapTests</c>.</para>
/// </remarks>
public sealed class Coap(CoapOptions options)
    : Protocol(
        "coap",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: options.Confirmed ? "application" : "none",
            Retries: options.DescribeRetries,
            Connection: "none",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.KeepAlive > Units.Duration.Zero ? $"a CoAP ping after {options.KeepAlive} of silence" : null
        )
    )
{
    private readonly DtlsHandshakes? _handshakes = Checked(options).Handshakes();

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = options.Commissioning();

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new CoapSession(plan, options, _handshakes);
    }

    private static CoapOptions Checked(CoapOptions options)
    {
        options.CheckBlockSize("coap");
        if (options.OneM2m != OneM2mUse.None && (options.Observe != CoapObserve.None || options.NoResponse))
        {
            throw new ArgumentException(
                "oneM2M has subscriptions and responses of its own: 'one-m2m' needs 'observe: none' and 'no-response: false'.",
                nameof(options)
            );
        }

        return options;
    }
}
