using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>NanoMQ 0.17 at QoS 1.</summary>
public sealed record NanoMqOptions : BrokerOptions
{
    /// <summary>Work on a message that is published by one client and delivered to one other.</summary>
    [Figure(Mark.Derived, "EMQ, Open MQTT Benchmarking Comparison: MQTT Brokers in 2023 (2023-05-05): 30 % of 16 cores for 50 000 msg/s")]
    [Unit("s", Minimum = 0)]
    public override Duration Service { get; init; } = 96.Microseconds;

    /// <summary>Share of that work which is done for each copy that is delivered [1].</summary>
    [Figure(
        Mark.Derived,
        "EMQ, Open MQTT Benchmarking Comparison: MQTT Brokers in 2023 (2023-05-05): 1 to 1000 fan-out, mean 13.66 ms = half of 1000 copies, so 27.3 us a copy of 96 us"
    )]
    [Unit("1", Minimum = 0, Maximum = 1)]
    public override double CopyShare { get; init; } = 0.284;
}
