using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>mqtt-sn</c>.</summary>
public sealed record MqttSnOptions : DatagramOptions
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>Quality of service: −1 without a connection, 0 not confirmed, 1 confirmed by the other end, 2 exactly once [1].</summary>
    [Unit("1", Minimum = -1, Maximum = 2)]
    [Figure(Mark.Chosen, "confirmed, as for mqtt")]
    public int Qos { get; init; } = 1;

    /// <summary>How topics are named.</summary>
    [Figure(Mark.Chosen, "what needs no agreement beforehand")]
    public MqttSnTopic Topic { get; init; }

    /// <summary>Octets of a topic [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 250)]
    [Figure(Mark.Chosen, "as for mqtt")]
    public int TopicLength { get; init; } = 20;

    /// <summary>Octets of the client's identifier [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 23)]
    [Figure(Mark.Chosen, "as for mqtt")]
    public int ClientIdLength { get; init; } = 10;

    /// <summary>Octets of the last will, which the gateway publishes when it loses the client [B]; 0 for none.</summary>
    /// <remarks>Its topic is that of the client, in full. The gateway asks for both when the client connects for the first time, or after it has given the gateway up.</remarks>
    [Unit("B", Minimum = 0, Maximum = 1000)]
    [Figure(Mark.Chosen, "none, as for mqtt")]
    public int WillLength { get; init; }

    /// <summary>Time without a message of a connected client after which it sends a ping [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.Chosen, "as for mqtt")]
    public Duration KeepAlive { get; init; } = 60.Seconds;

    /// <summary>How long a client sleeps before it asks for what its gateway keeps [s]; 0 for one that stays connected.</summary>
    /// <remarks>A client that sleeps connects to publish and leaves again when it has nothing more to say.</remarks>
    [Unit("s", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Chosen, "stays connected, as with mqtt")]
    public Duration Sleep { get; init; }

    /// <summary>T_RETRY: time to wait for an answer before a message is repeated [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 3600)]
    [Figure(Mark.FromMemory, "MQTT-SN 1.2, section 7.2: 10 to 15 s")]
    public Duration RetryTimeout { get; init; } = 10.Seconds;

    /// <summary>N_RETRY: repetitions before the other end is given up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "MQTT-SN 1.2, section 7.2: 3 to 5")]
    public int Retries { get; init; } = 3;

    /// <summary>Subscribers connect at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration ConnectWithin { get; init; } = 1.Seconds;
}
