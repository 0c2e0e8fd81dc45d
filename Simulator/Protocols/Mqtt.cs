using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>MQTT 3.1.1 or 5.0 between a client and a broker, over TCP or TLS.</summary>
/// <remarks>
/// <para>Modelled: exact octets of all packets but AUTH, with the properties of version 5 that brokers and clients exchange; QoS 0, 1 and 2;
/// persistent connections with keep-alive, supervised by the broker, or one per message; sessions that outlive connections, with what is
/// unconfirmed sent again and what waits kept in a finite buffer at either end; clean sessions; topic aliases; retained messages and
/// last wills (see <see cref="MqttBroker"/>); attempts to reconnect, ever later. Subscribers connect and subscribe at the start. A
/// client that only publishes connects with its first message.</para>
/// <para>Resources of oneM2M (option <c>one-m2m</c>): exact octets of request and response primitives in the binding of TS-0010, see <see cref="OneM2mParty"/>; the common services stand where the broker is.</para>
/// <para>Left out: shared subscriptions, message expiry, enhanced authentication, redirection. A copy that a receiver takes for new under
/// QoS 1 counts as a duplicate and goes no further.</para>
/// <para>Transport: see <c>TcpConnection</c>, security: see <c>TlsHandshake</c>.</para>
/// <para>Sources: OASIS MQTT 3.1.1 and 5.0; packets measured with mosquitto 2.0.11 on Linux 6.18. Validated by <c>m2miot validate mqtt</c>
/// (octets and packets of whole sessions as captured, with and without loss), <c>MqttTests</c> and <c>MqttRestartTests</c>.</para>
/// </remarks>
public sealed class Mqtt(MqttOptions options)
    : Protocol(
        "mqtt",
        new ProtocolTraits(
            IsBrokered: true,
            Acknowledgement: options.Qos > 0 ? $"transport and application (QoS {options.Qos})" : "transport",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent ? "persistent" : "per message",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.Connection == ConnectionLife.PerMessage ? null
                : options.KeepAlive == Duration.Zero ? options.DescribeProbes
                : $"a ping after {options.KeepAlive} of silence"
        )
    )
{
    private readonly TlsHandshakes _handshakes = new(Checked(options));

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        options.Commissioning(
            options.UserNameLength > 0 || options.PasswordLength > 0 ? "user name and password of the client (MQTT 3.1.1, 3.1.3)" : null
        );

    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        options.Connection == ConnectionLife.Persistent ? this : new Mqtt(options with { Connection = ConnectionLife.Persistent });

    /// <inheritdoc/>
    public override string? ObjectionTo(bool serverIsNear)
    {
        var legal = serverIsNear ? OneM2mUse.Notify : OneM2mUse.Create;
        return options.OneM2m == OneM2mUse.None || options.OneM2m == legal ? null
            : serverIsNear
                ? "over mqtt the common services of oneM2M stand at the broker, here the near end: 'one-m2m: create' does not fit; legal: none, notify"
            : "over mqtt the common services of oneM2M stand at the broker, here the far end: 'one-m2m: notify' does not fit; legal: none, create";
    }

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (ObjectionTo(plan.ServerIsNear) is { } objection)
        {
            throw new ArgumentException(objection, nameof(plan));
        }

        return new MqttSession(plan, options, _handshakes);
    }

    private static MqttOptions Checked(MqttOptions options) =>
        options is { OneM2m: not OneM2mUse.None, Connection: ConnectionLife.PerMessage } or { OneM2m: not OneM2mUse.None, TopicAlias: true }
            ? throw new ArgumentException(
                "a client of oneM2M stays connected to hear responses, and has several topics: 'one-m2m' needs 'connection: persistent' and 'topic-alias: false'.",
                nameof(options)
            )
        : new TopicFilter(options.Filter).IsValid ? options
        : throw new ArgumentException(
            $"'{options.Filter}' is no topic filter: '+' and '#' fill a level, and '#' is the last one.",
            nameof(options)
        );
}
