using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>DLMS/COSEM data notifications over TCP: a meter pushes its readings to a head-end.</summary>
/// <remarks>
/// Modelled: a connection per push, TCP wrapper, data notification in A-XDR, the octets of security suite 0, TLS. The receiver confirms at
/// transport level only: the sender does not learn whether the head-end's application took the reading. Left out: associations (AARQ),
/// confirmed pushes, profiles with compression, HDLC, key agreement; commands travel as notifications too. Sources: IEC 62056-47 and -5-3
/// (from memory). Validated by <c>DlmsTests</c>.
/// </remarks>
public sealed class Dlms(DlmsOptions options, ConnectionLife connection = ConnectionLife.PerMessage)
    : Protocol(
        "dlms",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: "transport",
            Retries: options.DescribeRetries,
            Connection: connection == ConnectionLife.Persistent ? "persistent" : "per message",
            Encoding: "A-XDR",
            Security: (options.Ciphered, options.Security) switch
            {
                (true, Protocols.Security.None) => "suite 0",
                (true, _) => $"suite 0 over {options.DescribeSecurity}",
                _ => options.DescribeSecurity,
            },
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: connection == ConnectionLife.Persistent ? options.DescribeProbes : null
        )
    )
{
    private const ushort Port = 4059;
    private readonly TlsHandshakes _handshakes = new(options);
    private readonly PushTerms _terms = new(
        connection,
        IsConfirmed: false,
        ReceiptTimeout: Duration.Zero,
        (in message, original) => new DlmsUnit(message, options.Ciphered, original)
    );

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = Keyed(options);

    /// <summary>Suite 0 has a key to encrypt and one to authenticate for each meter, which the head-end has too.</summary>
    private static Commissioning Keyed(DlmsOptions options)
    {
        var transport = options.Commissioning();
        return !options.Ciphered
            ? transport
            : transport with
            {
                Steps =
                [
                    .. transport.Steps,
                    new(SetupPlace.Member, "the global keys are written", "security suite 0 (IEC 62056-5-3, 5.3, from memory)"),
                    new(SetupPlace.Peer, "the meter's keys are entered", "security suite 0 (IEC 62056-5-3, 5.3, from memory)"),
                ],
                Credentials =
                [
                    .. transport.Credentials,
                    new(CredentialKind.Key, CredentialHolder.Session, "global unicast encryption key (suite 0)"),
                    new(CredentialKind.Key, CredentialHolder.Session, "authentication key (suite 0)"),
                ],
            };
    }

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        connection == ConnectionLife.Persistent ? this : new Dlms(options, ConnectionLife.Persistent);

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PushSession(plan, options, _handshakes, Port, _terms);
    }
}
