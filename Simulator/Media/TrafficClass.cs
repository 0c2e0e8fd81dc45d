namespace M2mVsIoTSim.Media;

/// <summary>How a switch treats a frame: the queue in which it waits at a port, and the tag that says so.</summary>
/// <remarks>
/// IEEE 802.1Q, recommended mapping of priorities to eight traffic classes: priority 1 (background) waits behind priority 0 (best effort),
/// the others in their order.
/// </remarks>
public readonly record struct TrafficClass
{
    /// <summary>Number of queues of a port [1].</summary>
    public const int Count = 8;

    /// <summary>Greatest priority code point [1].</summary>
    public const int GreatestPriority = Count - 1;

    private TrafficClass(int queue, bool isTagged) => (Queue, IsTagged) = (queue, isTagged);

    /// <summary>Frames without a tag: best effort.</summary>
    public static TrafficClass Untagged { get; } = new(1, false);

    /// <summary>The queue; a greater one is served first [1].</summary>
    public int Queue { get; }

    /// <summary>Whether frames carry a tag of four octets.</summary>
    public bool IsTagged { get; }

    /// <summary>What is added to the packets.</summary>
    public Framing Framing => IsTagged ? Framing.TaggedEthernet : Framing.Ethernet;

    /// <summary>The class of a priority code point.</summary>
    /// <param name="priority">0 to <see cref="GreatestPriority"/> [1].</param>
    public static TrafficClass Tagged(int priority)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(priority);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, GreatestPriority);
        return new TrafficClass(
            priority switch
            {
                0 => 1,
                1 => 0,
                _ => priority,
            },
            true
        );
    }
}
