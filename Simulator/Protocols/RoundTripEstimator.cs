using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Retransmission time-out from round trips (RFC 6298, section 2).</summary>
/// <remarks>Clock granularity 1 ms, greatest time-out 120 s as in Linux.</remarks>
internal struct RoundTripEstimator
{
    private static readonly Duration Granularity = 1.Milliseconds;
    private static readonly Duration Greatest = 120.Seconds;

    public RoundTripEstimator() => Timeout = 1.Seconds;

    /// <summary>Whether a round trip has been measured.</summary>
    public bool HasSample { get; private set; }

    /// <summary>Smoothed round trip.</summary>
    public Duration Smoothed { get; private set; }

    /// <summary>Its variation.</summary>
    public Duration Variation { get; private set; }

    /// <summary>The time-out now; 1 s before the first sample.</summary>
    public Duration Timeout { get; private set; }

    /// <summary>Takes a round trip into account and undoes earlier doubling.</summary>
    public void Sample(Duration roundTrip, Duration least)
    {
        if (HasSample)
        {
            var deviation = Duration.Max(Smoothed - roundTrip, roundTrip - Smoothed);
            Variation = (Variation * 3 + deviation) / 4;
            Smoothed = (Smoothed * 7 + roundTrip) / 8;
        }
        else
        {
            (Smoothed, Variation, HasSample) = (roundTrip, roundTrip / 2, true);
        }

        Timeout = Duration.Min(Duration.Max(Smoothed + Duration.Max(Granularity, Variation * 4), least), Greatest);
    }

    /// <summary>Begins with a time-out for want of a sample.</summary>
    public void StartFrom(Duration timeout) => Timeout = timeout;

    /// <summary>Doubles the time-out.</summary>
    public void BackOff() => Timeout = Duration.Min(Timeout * 2, Greatest);
}
