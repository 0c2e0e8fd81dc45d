using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Retransmission time-out from round trips (RFC 6298, section 2).</summary>
/// <remarks>
/// RTO = SRTT + max(G, least, 4 RTTVAR). The least is a floor of the variation's part, as in Linux, where TCP_RTO_MIN keeps a steady long
/// round trip from timing out at the first delay; RFC 6298 (2.4) puts it below the whole instead. Clock granularity G 1 ms, greatest
/// time-out 120 s as in Linux.
/// </remarks>
internal struct RoundTripEstimator
{
    private const long Untimed = -1;
    private static readonly Duration Granularity = 1.Milliseconds;
    private static readonly Duration Greatest = 120.Seconds;

    /// <summary>Time-out after a connection request that had to be repeated, where nothing tells the round trip (section 5.7).</summary>
    private static readonly Duration AfterRepetition = 3.Seconds;

    private bool _hasSample;
    private long _timed = Untimed;
    private SimTime _timedAt;

    public RoundTripEstimator() => Timeout = 1.Seconds;

    /// <summary>Smoothed round trip.</summary>
    public Duration Smoothed { get; private set; }

    /// <summary>Its variation.</summary>
    public Duration Variation { get; private set; }

    /// <summary>The time-out now; 1 s before the first sample.</summary>
    public Duration Timeout { get; private set; }

    /// <summary>Takes a round trip into account and undoes earlier doubling.</summary>
    public void Sample(Duration roundTrip, Duration least)
    {
        if (_hasSample)
        {
            var deviation = Duration.Max(Smoothed - roundTrip, roundTrip - Smoothed);
            Variation = (Variation * 3 + deviation) / 4;
            Smoothed = (Smoothed * 7 + roundTrip) / 8;
        }
        else
        {
            (Smoothed, Variation, _hasSample) = (roundTrip, roundTrip / 2, true);
        }

        var variation = Duration.Max(Duration.Max(Granularity, least), Variation * 4);
        Timeout = Duration.Min(Smoothed + variation, Greatest);
    }

    /// <summary>A segment is sent for the first time; one at a time is timed.</summary>
    public void Sent(long position, SimTime now)
    {
        if (_timed == Untimed)
        {
            (_timed, _timedAt) = (position, now);
        }
    }

    /// <summary>Something was sent again: what is acknowledged next tells no round trip (Karn).</summary>
    public void Repeated() => _timed = Untimed;

    /// <summary>Data are acknowledged that carry no time stamp.</summary>
    public void Acknowledged(long position, SimTime now, Duration least)
    {
        if (_timed != Untimed && position > _timed)
        {
            _timed = Untimed;
            Sample(now - _timedAt, least);
        }
        else if (!_hasSample)
        {
            Timeout = AfterRepetition;
        }
    }

    /// <summary>Doubles the time-out.</summary>
    public void BackOff()
    {
        Repeated();
        Timeout = Duration.Min(Timeout * 2, Greatest);
    }
}
