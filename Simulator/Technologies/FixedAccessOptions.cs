using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of a line from a subscriber to the operator's edge.</summary>
public abstract record FixedAccessOptions
{
    /// <summary>Rate from the subscriber [bit/s].</summary>
    public abstract BitRate UplinkRate { get; init; }

    /// <summary>Rate to the subscriber [bit/s].</summary>
    public abstract BitRate DownlinkRate { get; init; }

    /// <summary>Fixed part of the round trip to the operator's edge [s].</summary>
    public abstract Duration RoundTripMinimum { get; init; }

    /// <summary>Median of the random part of the round trip [s].</summary>
    public abstract Duration RoundTripMedian { get; init; }

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    public abstract double RoundTripSigma { get; init; }

    /// <summary>Share of frames lost per direction [1].</summary>
    public abstract double Loss { get; init; }

    /// <summary>Room of the queue at each end [B].</summary>
    public abstract int Queue { get; init; }

    /// <summary>Share of time in which the line works [1]; 1 for never down.</summary>
    public abstract double Availability { get; init; }

    /// <summary>Mean length of an outage [s].</summary>
    public abstract Duration MeanOutage { get; init; }

    /// <summary>Supply voltage of the subscriber's terminal [V].</summary>
    public abstract double TerminalVoltage { get; init; }

    /// <summary>Current that the subscriber's terminal draws all the time [A].</summary>
    public abstract double TerminalCurrent { get; init; }
}
