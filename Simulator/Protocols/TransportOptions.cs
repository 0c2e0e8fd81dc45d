using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of protocols over TCP.</summary>
public abstract record TransportOptions
{
    /// <summary>Longest segment without headers [B].</summary>
    [Unit("B", Minimum = 64, Maximum = 1448)]
    [Figure(Mark.Derived, "1500 less IPv4 20, TCP 20 and time stamps 12")]
    public int MaximumSegment { get; init; } = 1448;

    /// <summary>Least retransmission time-out [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 60)]
    [Figure(Mark.FromMemory, "Linux TCP_RTO_MIN; RFC 6298 recommends 1 s")]
    public Duration MinimumTimeout { get; init; } = 200.Milliseconds;

    /// <summary>How long an acknowledgement waits for something to travel with [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.Measured, "Linux 6.18: 43.6 and 47.5 ms seen for TCP_DELACK_MIN of 40 ms")]
    public Duration DelayedAcknowledgement { get; init; } = 40.Milliseconds;

    /// <summary>Whether small segments are sent while others are not yet acknowledged (no Nagle algorithm, RFC 896).</summary>
    [Figure(Mark.Measured, "the packets of mosquitto 2.0.11 show the algorithm at work")]
    public bool NoDelay { get; init; }

    /// <summary>Repetitions of a connection request before giving up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "Linux tcp_syn_retries: after 1, 2, 4, 8, 16 and 32 s")]
    public int ConnectionRetries { get; init; } = 6;

    /// <summary>Repetitions of a segment before giving up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 30)]
    [Figure(Mark.FromMemory, "Linux tcp_retries2: about 924 s")]
    public int Retries { get; init; } = 15;

    /// <summary>Messages that each end keeps while it cannot send them or their receipt is open [1].</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "room for a burst on a small device")]
    public int Buffer { get; init; } = 100;

    /// <summary>The keep-alive of a connection that is left alone, in words, for lists of differences.</summary>
    internal const string NoKeepAlive = "no pings";

    /// <summary>Retries in words, for lists of differences.</summary>
    internal string DescribeRetries =>
        $"TCP, {Retries} times from {MinimumTimeout}, doubling; connection request {ConnectionRetries} times from 1 s";
}
