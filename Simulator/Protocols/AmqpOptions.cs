using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>amqp</c>.</summary>
public sealed record AmqpOptions : TransportOptions
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>When a message is settled.</summary>
    [Figure(Mark.Chosen, "confirmed, as QoS 1 of mqtt")]
    public AmqpSettlement Settlement { get; init; }

    /// <summary>How long a connection lives.</summary>
    [Figure(Mark.Chosen, "as for mqtt, so that protocols can be compared under one behaviour")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>What an end announces as its idle time-out [s]; 0 for none.</summary>
    /// <remarks>The other end sends an empty frame after half of it without another one. An end that has heard nothing for twice as long gives the connection up.
    /// With 0 a client notices only what it waits for; one that only receives does not notice that its server has given it up, unless transport probes (<c>probe-after</c>).</remarks>
    [Unit("s", Minimum = 0, Maximum = 86_400)]
    [Figure(
        Mark.Chosen,
        "an empty frame after a minute of silence, as mqtt's pings; that peers announce half of what they endure: AMQP 1.0, section 2.4.5 (from memory)"
    )]
    public Duration IdleTimeout { get; init; } = 2.Minutes;

    /// <summary>How a client shows who it is.</summary>
    [Figure(Mark.Chosen, "what brokers ask for at least")]
    public AmqpSasl Sasl { get; init; } = AmqpSasl.Anonymous;

    /// <summary>Octets of the user name under <c>plain</c> [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "as the client's identifier")]
    public int UserNameLength { get; init; } = 10;

    /// <summary>Octets of the password under <c>plain</c> [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "random, in letters")]
    public int PasswordLength { get; init; } = 16;

    /// <summary>Messages that a receiver lets a sender send; told again when half of them have come [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1_000_000)]
    [Figure(Mark.Chosen, "as many as an end keeps")]
    public int Credit { get; init; } = 100;

    /// <summary>Longest frame [B]; a message that needs a longer one is refused.</summary>
    [Unit("B", Minimum = 512, Maximum = 16_777_216)]
    [Figure(Mark.Chosen, "64 kB, as of brokers for devices")]
    public int MaximumFrame { get; init; } = 65_536;

    /// <summary>Octets of the client's container identifier [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 255)]
    [Figure(Mark.Chosen, "as the client identifier of mqtt")]
    public int ContainerIdLength { get; init; } = 10;

    /// <summary>Octets of the address to which a device sends, and from which it receives [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 255)]
    [Figure(Mark.Chosen, "as the topic of mqtt")]
    public int AddressLength { get; init; } = 20;

    /// <summary>The address from which an application receives.</summary>
    [Figure(Mark.Chosen, "a queue for all devices")]
    public string Queue { get; init; } = "telemetry";

    /// <summary>Name of the host that a client says.</summary>
    [Figure(Mark.Chosen, "as long as in the measured handshakes of TLS")]
    public string Host { get; init; } = "broker.test";

    /// <summary>Whether messages say that they are to outlive a restart, in a header section of seven octets.</summary>
    [Figure(Mark.Chosen, "off, as the standard's default")]
    public bool Durable { get; init; }

    /// <summary>Subscribers connect at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration ConnectWithin { get; init; } = 1.Seconds;

    /// <summary>Silence after which an end sends an empty frame; the other end announced twice as much.</summary>
    internal Duration HeartbeatAfter => IdleTimeout / 2;

    /// <summary>Silence after which an end gives the other one up.</summary>
    internal Duration PatienceWithSilence => IdleTimeout * 2;
}
