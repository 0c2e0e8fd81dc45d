namespace M2mVsIoTSim.Protocols;

/// <summary>How much may be on its way: slow start, congestion avoidance, fast retransmit and fast recovery.</summary>
/// <remarks>RFC 5681 with the initial window of RFC 6928 and the recovery of RFC 6582 (NewReno). All in octets of data.</remarks>
internal struct CongestionWindow
{
    private const int Segments = 10;
    private const int InitialOctets = 14_600;
    private const int FastRetransmitAt = 3;
    private readonly int _segment;
    private long _recover;
    private int _duplicates;

    /// <param name="segment">Largest segment [B].</param>
    public CongestionWindow(int segment)
    {
        _segment = segment;
        Size = Initial;
        Threshold = long.MaxValue;
    }

    /// <summary>Octets that may be on their way [B].</summary>
    public long Size { get; private set; }

    /// <summary>Size at which slow start ends [B].</summary>
    public long Threshold { get; private set; }

    /// <summary>Whether a loss found by duplicate acknowledgements is being repaired.</summary>
    public bool IsRecovering { get; private set; }

    private readonly long Initial => Math.Min(Segments * _segment, Math.Max(2 * _segment, InitialOctets));

    /// <summary>New data are acknowledged.</summary>
    /// <param name="newly">How many octets [B].</param>
    /// <param name="position">Up to which position.</param>
    /// <param name="flight">Octets still on their way [B].</param>
    /// <returns>Whether the segment at that position is known to be lost and has to be repeated.</returns>
    public bool Acknowledged(long newly, long position, long flight)
    {
        _duplicates = 0;
        if (!IsRecovering)
        {
            // Only a window that was in use may grow (RFC 7661, section 4.1).
            if (flight + newly + _segment > Size)
            {
                Size += Size < Threshold ? Math.Min(newly, _segment) : Math.Max(1, (long)_segment * _segment / Size);
            }

            return false;
        }

        if (position >= _recover)
        {
            IsRecovering = false;
            Size = Math.Min(Threshold, Math.Max(flight, _segment) + _segment);
            return false;
        }

        Size = Math.Max(_segment, Size - newly + (newly >= _segment ? _segment : 0));
        return true;
    }

    /// <summary>An acknowledgement came twice.</summary>
    /// <param name="position">What it acknowledges.</param>
    /// <param name="flight">Octets on their way [B].</param>
    /// <returns>Whether the segment at that position has to be repeated.</returns>
    public bool Duplicated(long position, long flight)
    {
        if (IsRecovering)
        {
            Size += _segment;
            return false;
        }

        if (++_duplicates < FastRetransmitAt || position < _recover)
        {
            return false;
        }

        Threshold = Math.Max(flight / 2, 2 * _segment);
        (_recover, IsRecovering) = (position + flight, true);
        Size = Threshold + FastRetransmitAt * _segment;
        return true;
    }

    /// <summary>Nothing was acknowledged in time.</summary>
    /// <param name="furthest">Position up to which everything has been sent.</param>
    /// <param name="flight">Octets on their way [B].</param>
    /// <param name="isFirst">Whether this is the first time-out for that position; repeated ones say nothing new of the path.</param>
    public void TimedOut(long furthest, long flight, bool isFirst)
    {
        if (isFirst)
        {
            Threshold = Math.Max(flight / 2, 2 * _segment);
        }

        (_recover, IsRecovering, _duplicates) = (furthest, false, 0);
        Size = _segment;
    }

    /// <summary>Nothing was sent for longer than a time-out: what was learnt of the path is old (RFC 5681, section 4.1).</summary>
    public void Rested() => Size = Math.Min(Size, Initial);
}
