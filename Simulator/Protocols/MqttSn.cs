using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>MQTT-SN 1.2 over UDP or DTLS: a client and its gateway, which stands at a broker or on the way to one.</summary>
/// <remarks>
/// <para>Modelled: exact octets; QoS −1 without a connection, 0, 1, and 2 (PUBLISH, PUBREC, PUBREL, PUBCOMP; who receives delivers at
/// PUBLISH and knows its number until PUBREL), with one message outstanding per direction; topics by registered and predefined
/// numbers and short names; repetition after T_RETRY, up to N_RETRY times; keep-alive, supervised by the gateway; clients that sleep: they
/// leave for a time, fetch what the gateway keeps with a ping, and connect to publish. Subscriptions last while the client sleeps or is
/// away. Last wills: the gateway asks for topic and message before it accepts a client, keeps them while the client is away, and publishes
/// the will when it has heard nothing for one and a half of the time agreed; subscribers by MQTT hear it where the gateway stands at their broker.
/// The near end is the client; after a failure it connects anew.</para>
/// <para>Left out: changes of wills (WILLTOPICUPD, WILLMSGUPD), wills for subscribers by MQTT-SN, discovery of gateways (ADVERTISE, SEARCHGW), forwarders, congestion codes. QoS −1 downwards is QoS 0.</para>
/// <para>Sources: MQTT-SN protocol specification, version 1.2 (from memory). Validated by <c>m2miot validate mqtt-sn</c> and <c>MqttSnTests</c>.</para>
/// </remarks>
public sealed class MqttSn(MqttSnOptions options)
    : Protocol(
        "mqtt-sn",
        new ProtocolTraits(
            IsBrokered: true,
            Acknowledgement: options.Qos > 0 ? "application (QoS 1)" : "none",
            Retries: options.Qos > 0 ? $"up to {options.Retries}, each after {options.RetryTimeout}" : "none",
            Connection: options.Qos < 0 ? "none"
                : options.Sleep > Units.Duration.Zero ? "per message, asleep in between"
                : "persistent",
            Encoding: PayloadEncoding.Describe(options.Encoding),
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end"
                + (options.Sleep > Units.Duration.Zero ? ", at the gateway until the client wakes" : ""),
            KeepAlive: options.Qos < 0 ? null
                : options.Sleep > Units.Duration.Zero ? $"a ping after {options.Sleep} of sleep"
                : $"a ping after {options.KeepAlive} of silence"
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
        return new MqttSnSession(plan, options, _handshakes);
    }

    private static MqttSnOptions Checked(MqttSnOptions options)
    {
        options.RefuseOscore("mqtt-sn");
        if (options is { Qos: < 0, WillLength: > 0 })
        {
            throw new ArgumentException(
                "mqtt-sn: QoS -1 needs no connection, and a last will belongs to one; legal: 'will-length: 0 B', or QoS 0, 1 or 2"
            );
        }

        return options.Qos < 0 && options.Topic == MqttSnTopic.Registered
            ? throw new ArgumentException("mqtt-sn: QoS -1 has no connection in which to register a topic; legal topics: predefined, short")
            : options;
    }
}
