namespace M2mVsIoTSim.Network;

/// <summary>What the packets of several flows of messages put on a way.</summary>
/// <param name="flows">The flows.</param>
public sealed class WireLoad(IReadOnlyList<WireFlow> flows)
{
    /// <summary>Octets from the near to the far end [B/s].</summary>
    public double UpOctetsPerSecond { get; } = flows.Sum(flow => flow.MessagesPerSecond * flow.Cost.UpOctets);

    /// <summary>Octets from the far to the near end [B/s].</summary>
    public double DownOctetsPerSecond { get; } = flows.Sum(flow => flow.MessagesPerSecond * flow.Cost.DownOctets);

    /// <summary>Packets from the near to the far end [1/s].</summary>
    public double UpPacketsPerSecond { get; } = flows.Sum(flow => flow.MessagesPerSecond * flow.Cost.UpPackets);

    /// <summary>Packets from the far to the near end [1/s].</summary>
    public double DownPacketsPerSecond { get; } = flows.Sum(flow => flow.MessagesPerSecond * flow.Cost.DownPackets);

    /// <summary>How often a sender or receiver becomes active after a silence of at least so long [1/s].</summary>
    /// <param name="seconds">Length of the silence [s].</param>
    public double ActivationsPerSecond(double seconds) => flows.Sum(flow => flow.MessagesPerSecond * flow.Cost.After(seconds));
}

/// <summary>Messages of one kind.</summary>
/// <param name="MessagesPerSecond">How many [1/s].</param>
/// <param name="Cost">What each of them costs.</param>
public sealed record WireFlow(double MessagesPerSecond, WireCost Cost);
