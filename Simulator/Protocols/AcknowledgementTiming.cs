using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Decides whether a segment is acknowledged at once or may wait for something to travel with.</summary>
/// <remarks>
/// Linux (<c>net/ipv4/tcp_input.c</c> and <c>tcp_output.c</c>, from memory; packet counts of captures agree): an end is interactive from the moment
/// it sends data within the delay of having received some, and until such an answer fails to come in time. An interactive end
/// delays; another one acknowledges small segments at once, and full ones at once for the first sixteen and then every second.
/// </remarks>
internal struct AcknowledgementTiming
{
    private const int QuickSegments = 16;
    private bool _isInteractive;
    private bool _hasReceived;
    private byte _quickUsed;
    private byte _pending;
    private SimTime _lastReceived;

    /// <summary>Whether something received has not been acknowledged.</summary>
    public readonly bool IsPending => _pending > 0;

    /// <summary>A segment with data arrived in order.</summary>
    /// <returns>Whether it has to be acknowledged at once.</returns>
    public bool Received(AcknowledgementPolicy policy, bool isFull, SimTime now)
    {
        (_hasReceived, _lastReceived) = (true, now);
        _pending = (byte)Math.Min(_pending + 1, 2);
        if (policy == AcknowledgementPolicy.Immediate || _pending > 1)
        {
            return true;
        }

        if (policy == AcknowledgementPolicy.Delayed || _isInteractive)
        {
            return false;
        }

        return !isFull || (_quickUsed < QuickSegments && _quickUsed++ < QuickSegments);
    }

    /// <summary>The end of the stream arrived, which is acknowledged too.</summary>
    public void ReceivedEnd() => _pending = 2;

    /// <summary>A gap or a repetition shows that the other end wants to know where this one stands.</summary>
    public void Disturbed() => (_isInteractive, _quickUsed) = (false, 0);

    /// <summary>Data were sent.</summary>
    public void Sent(Duration delay, SimTime now) => _isInteractive |= _hasReceived && now - _lastReceived < delay;

    /// <summary>Everything received is acknowledged.</summary>
    public void Acknowledged() => _pending = 0;

    /// <summary>The delay went by without an answer.</summary>
    public void Missed() => _isInteractive = false;
}
