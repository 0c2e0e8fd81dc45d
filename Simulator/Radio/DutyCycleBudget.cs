using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>What a duty cycle leaves a sender: airtime accrues at the permitted share and may be saved up for an hour.</summary>
/// <remarks>
/// ETSI EN 300 220-1 counts the airtime of an hour. A bucket that an hour fills lets a sender that was silent send as much at once, so that a message of several frames goes
/// out together; on average it keeps the share, while an hour of the worst place may hold twice as much. A frame longer than an hour's share waits for its own airtime divided
/// by the share.
/// </remarks>
public struct DutyCycleBudget
{
    private static readonly Duration Period = 1.Hours;

    /// <summary>When the bucket will be full again; times count from the start of the run.</summary>
    private Duration _full;

    /// <summary>When a frame may begin at the earliest, from the start of the run.</summary>
    /// <param name="now">The present, from the start of the run.</param>
    /// <param name="airtime">Of the frame.</param>
    /// <param name="oneIn">Inverse of the duty cycle; 1 for none [1].</param>
    public readonly Duration Earliest(Duration now, Duration airtime, int oneIn)
    {
        if (oneIn == 1)
        {
            return now;
        }

        var spare = Duration.Max(Period - airtime * (long)oneIn, Duration.Zero);
        return Duration.Max(now, _full - spare);
    }

    /// <summary>Takes the airtime of a frame that begins now.</summary>
    /// <param name="now">When it begins, from the start of the run.</param>
    /// <param name="airtime">Of the frame.</param>
    /// <param name="oneIn">Inverse of the duty cycle; 1 for none [1].</param>
    public void Take(Duration now, Duration airtime, int oneIn) => _full = Duration.Max(_full, now) + airtime * (long)oneIn;
}
