using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>udp</c>.</summary>
public sealed record UdpOptions : DatagramOptions
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>Whether the receiving application acknowledges, and the sender repeats what was not acknowledged.</summary>
    [Figure(Mark.Chosen, "bare UDP acknowledges nothing")]
    public bool Confirmed { get; init; }

    /// <summary>Time to wait for the first acknowledgement [s]; doubled with every repetition.</summary>
    [Unit("s", Minimum = 0.001)]
    [Figure(Mark.Derived, "RFC 7252, section 4.8: mean of ACK_TIMEOUT 2 s times 1 to 1.5")]
    public Duration Timeout { get; init; } = 2.5.Seconds;

    /// <summary>Repetitions before the sender gives up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 20)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8: MAX_RETRANSMIT")]
    public int Retries { get; init; } = 4;
}
