using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>One datagram per message, without acknowledgement; or confirmed by the receiving application and repeated.</summary>
/// <remarks>
/// Modelled: exact octets, one confirmed message outstanding per direction, time-out doubled with every repetition, a finite
/// buffer, duplicates found by number, DTLS (see <see cref="DtlsHandshake"/>). Left out: fragmentation (content beyond 1472 octets is refused), the random factor of
/// CoAP's time-outs. A copy that arrives after the sender gave up counts as lost, as it was reported so. Sources: RFC 768, RFC
/// 791, RFC 7252 for the default timers. Validated by <c>UdpTests</c> against closed forms of retransmission.
/// </remarks>
public sealed class Udp(UdpOptions options)
    : Protocol(
        "udp",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: options.Confirmed ? "application" : "none",
            Retries: options.Confirmed ? $"up to {options.Retries}, first after {options.Timeout}, doubling" : "none",
            Connection: "none",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: options.Confirmed || options.Security != DatagramSecurity.None ? $"{options.Buffer} messages per end" : "none"
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
        return new UdpSession(plan, options, _handshakes);
    }

    private static UdpOptions Checked(UdpOptions options)
    {
        options.RefuseOscore("udp");
        return options;
    }
}
