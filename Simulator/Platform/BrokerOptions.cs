using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A message broker. The defaults are one core of Mosquitto at QoS 1; other implementations are presets of their own.</summary>
public record BrokerOptions : IPriced
{
    /// <summary>Work on a message that is published by one client and delivered to one other.</summary>
    [Figure(
        Mark.Derived,
        "EMQ, Open MQTT Benchmarking Comparison: MQTT Brokers in 2023 (2023-05-05): 37 300 msg/s on the one core that Mosquitto uses; 1/37 300 s"
    )]
    [Unit("s", Minimum = 0)]
    public virtual Duration Service { get; init; } = 26.8.Microseconds;

    /// <summary>Distribution of the work.</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    public ServiceShape Shape { get; init; } = ServiceShape.LogNormal;

    /// <summary>Coefficient of variation of the work; only a lognormal shape uses it [1].</summary>
    [Figure(Mark.Chosen, "right-skewed between constant (cv 0) and exponential (cv 1); no published distribution at hand")]
    [Unit("1", Minimum = 0)]
    public double Variation { get; init; } = 0.5;

    /// <summary>Share of that work which is done for each copy that is delivered [1].</summary>
    [Figure(
        Mark.Derived,
        "EMQ, Open MQTT Benchmarking Comparison: MQTT Brokers in 2023 (2023-05-05): 1 to 1000 fan-out, mean 5.73 ms = half of 1000 copies, so 11.5 us a copy of 26.8 us"
    )]
    [Unit("1", Minimum = 0, Maximum = 1)]
    public virtual double CopyShare { get; init; } = 0.43;

    /// <summary>Number of servers (cores); null for the smallest that keeps to the planned utilisation [1].</summary>
    [Figure(Mark.Chosen, "dimensioned by the same rule on all sides of a comparison")]
    [Unit("1", Minimum = 1)]
    public int? Servers { get; init; }

    /// <summary>Messages that can wait [1].</summary>
    [Figure(Mark.FromMemory, "Mosquitto max_queued_messages, default 1000 per client; here for all together")]
    [Unit("1", Minimum = 0)]
    public int Queue { get; init; } = 1000;

    /// <summary>Who runs it, which decides what is paid for: servers of one's own, or messages and connections to a provider. Nothing else changes.</summary>
    [Figure(Mark.Chosen, "own servers, as everything else that a scenario compares it with")]
    public Hosting Hosting { get; init; } = Hosting.Own;

    IReadOnlyList<Charge> IPriced.Charges =>
        Hosting == Hosting.Managed
            ? [new("managed-broker-messages", ChargeBasis.Message), new("managed-broker-connections", ChargeBasis.ConnectionMinute)]
            : [new("server", ChargeBasis.Core), new("platform-software", ChargeBasis.Member)];

    IReadOnlyList<Unbilled> IPriced.Unbilled => Hosting == Hosting.Managed ? [new("server core", "the provider's")] : [];
}
