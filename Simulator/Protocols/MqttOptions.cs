using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>mqtt</c>.</summary>
public sealed record MqttOptions : TransportOptions
{
    /// <summary>Version of the protocol.</summary>
    [Figure(Mark.Chosen, "the most widely deployed one")]
    public MqttVersion Version { get; init; }

    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>Quality of service: 0 as the transport delivers, 1 confirmed by the other end, 2 confirmed so that no copy is taken twice [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 2)]
    [Figure(Mark.Chosen, "confirmed, as for push")]
    public int Qos { get; init; } = 1;

    /// <summary>How long a connection lives.</summary>
    [Figure(Mark.Chosen, "what the protocol is made for")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>Time without a packet of the client after which it sends a ping [s]; 0 for never.</summary>
    /// <remarks>A ping without answer until the next one is due ends the connection, and so does a client from which its broker hears nothing
    /// for one and a half of it. A connection per message that takes longer is given up.</remarks>
    [Unit("s", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Measured, "default of the mosquitto 2.0.11 clients")]
    public Duration KeepAlive { get; init; } = 60.Seconds;

    /// <summary>How long the broker remembers a client that is away, with what is unconfirmed and waits for it [s]; 0 for a clean session.</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "longer than usual outages")]
    public Duration SessionExpiry { get; init; } = 1.Days;

    /// <summary>Messages that an end sends before the first of them is confirmed [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.FromMemory, "mosquitto max_inflight_messages: 20")]
    public int MaximumInflight { get; init; } = 20;

    /// <summary>Octets of a topic [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.Chosen, "as in the measured exchanges: sensors/dev0000001/t")]
    public int TopicLength { get; init; } = 20;

    /// <summary>What an application subscribes to; a device that receives subscribes to its own topic.</summary>
    [Figure(Mark.Chosen, "the topics of all devices, with topics of the default length")]
    public string Filter { get; init; } = "sensors/+/t";

    /// <summary>Whether a topic is sent once per connection and stands as a number of three octets afterwards; version 5 only.</summary>
    [Figure(Mark.Measured, "the mosquitto 2.0.11 clients do not")]
    public bool TopicAlias { get; init; }

    /// <summary>Octets of the client's identifier [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.Chosen, "as in the measured exchanges: dev0000001")]
    public int ClientIdLength { get; init; } = 10;

    /// <summary>Octets of the user name [B]; 0 for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Chosen, "none, as in the measured exchanges")]
    public int UserNameLength { get; init; }

    /// <summary>Octets of the password [B]; 0 for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Chosen, "none, as in the measured exchanges")]
    public int PasswordLength { get; init; }

    /// <summary>Octets of the last will, which the broker publishes when it loses the client [B]; 0 for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Chosen, "none, as in the measured exchanges")]
    public int WillLength { get; init; }

    /// <summary>Whether the broker keeps the last message of a topic for those that subscribe later.</summary>
    [Figure(Mark.Chosen, "off, as in the measured exchanges")]
    public bool Retain { get; init; }

    /// <summary>How the hop uses resources of oneM2M.</summary>
    [Figure(Mark.Chosen, "not at all: most deployments do without")]
    public OneM2mUse OneM2m { get; init; }

    /// <summary>Subscribers connect at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration ConnectWithin { get; init; } = 1.Seconds;

    /// <summary>Whether the broker remembers a client that is away.</summary>
    internal bool HasSession => SessionExpiry > Duration.Zero;
}
