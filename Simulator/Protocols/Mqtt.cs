using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>MQTT 3.1.1 between a client and a broker, over TCP.</summary>
/// <remarks>
/// <para>Modelled: exact octets of CONNECT, PUBLISH, SUBSCRIBE, PING, DISCONNECT and their answers; QoS 0 and 1; persistent connections with
/// keep-alive, or one per message; subscribers that connect and subscribe at the start and again after failures; messages that
/// wait for a connection in a finite buffer at either end. A client that only publishes connects with its first message; a ping without
/// answer until the next one is due ends the connection.</para>
/// <para>Left out: QoS 2, retained messages, wills, user names, the broker's own supervision of keep-alive, repetition of unconfirmed
/// messages over a new connection: what was on its way when a connection failed, and has not arrived, is dropped. A broker keeps
/// messages for a subscriber that is away, as in a persistent session. Transport: see <c>TcpConnection</c>.</para>
/// <para>Sources: OASIS MQTT 3.1.1; packets measured with mosquitto 2.0.11 on Linux 6.18. Validated by <c>MqttTests</c>: sizes, and
/// packets and octets of whole sessions as captured.</para>
/// </remarks>
public sealed class Mqtt(MqttOptions options)
    : Protocol(
        "mqtt",
        new ProtocolTraits(
            IsBrokered: true,
            Acknowledgement: options.Qos > 0 ? "transport and application (QoS 1)" : "transport",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent ? "persistent" : "per message",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: "none",
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: options.Connection == ConnectionLife.PerMessage ? null
                : options.KeepAlive == Duration.Zero ? TransportOptions.NoKeepAlive
                : $"a ping after {options.KeepAlive} of silence"
        )
    )
{
    /// <inheritdoc/>
    public override Protocol BetweenServers() =>
        options.Connection == ConnectionLife.Persistent ? this : new Mqtt(options with { Connection = ConnectionLife.Persistent });

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new MqttSession(plan, options);
    }
}
