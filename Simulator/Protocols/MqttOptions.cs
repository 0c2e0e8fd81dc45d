using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>mqtt</c>.</summary>
public sealed record MqttOptions : TransportOptions
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>Quality of service: 0 as the transport delivers, 1 confirmed by the other end [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "confirmed, as for push")]
    public int Qos { get; init; } = 1;

    /// <summary>How long a connection lives.</summary>
    [Figure(Mark.Chosen, "what the protocol is made for")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>Time without a packet of the client after which it sends a ping [s]; 0 for never.</summary>
    [Unit("s", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Measured, "default of the mosquitto 2.0.11 clients")]
    public Duration KeepAlive { get; init; } = 60.Seconds;

    /// <summary>Octets of a topic, and of the filter of a subscriber [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.Chosen, "as in the measured exchanges: sensors/dev0000001/t")]
    public int TopicLength { get; init; } = 20;

    /// <summary>Octets of the client's identifier [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.Chosen, "as in the measured exchanges: dev0000001")]
    public int ClientIdLength { get; init; } = 10;

    /// <summary>Subscribers connect at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration ConnectWithin { get; init; } = 1.Seconds;

    /// <summary>After a failed connection a subscriber waits this long for the next attempt [s].</summary>
    [Unit("s", Minimum = 0.001)]
    [Figure(Mark.FromMemory, "libmosquitto mosquitto_reconnect_delay_set: 1 s")]
    public Duration ReconnectDelay { get; init; } = 1.Seconds;
}
