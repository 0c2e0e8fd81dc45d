using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>What became of the messages of a relation for one of its consumers.</summary>
public sealed class Deliveries
{
    /// <summary>Messages that were sent [1].</summary>
    public long Sent { get; internal set; }

    /// <summary>Messages that arrived before the deadline or, without a deadline, at all [1].</summary>
    public long InTime { get; internal set; }

    /// <summary>Messages that arrived [1].</summary>
    public long Delivered => Latency.Count;

    /// <summary>From production to arrival, of the messages that arrived.</summary>
    public LatencyHistogram Latency { get; } = new();

    internal void Deliver(Duration latency, Duration? deadline)
    {
        Latency.Add(latency);
        if (deadline is null || latency <= deadline)
        {
            InTime++;
        }
    }
}
