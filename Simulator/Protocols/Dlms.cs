using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>DLMS/COSEM data notifications over TCP: a meter pushes its readings to a head-end.</summary>
/// <remarks>
/// Modelled: a connection per push, TCP wrapper, data notification in A-XDR, the octets of security suite 0. The receiver confirms at
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
            Security: options.Ciphered ? "suite 0" : "none",
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: connection == ConnectionLife.Persistent ? TransportOptions.NoKeepAlive : null
        )
    )
{
    private const ushort Port = 4059;

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        connection == ConnectionLife.Persistent ? this : new Dlms(options, ConnectionLife.Persistent);

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PushSession(
            plan,
            options,
            Port,
            connection,
            isConfirmed: false,
            (in message) => new DlmsUnit(message, options.Ciphered)
        );
    }
}
