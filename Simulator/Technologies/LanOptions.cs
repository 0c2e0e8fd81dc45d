using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of switched Ethernet.</summary>
public abstract record LanOptions
{
    /// <summary>Rate of every cable [bit/s].</summary>
    public abstract BitRate Rate { get; init; }

    /// <summary>Length of every cable [m].</summary>
    public abstract double CableLength { get; init; }

    /// <summary>Time that a switch needs per frame [s].</summary>
    public abstract Duration SwitchProcessing { get; init; }

    /// <summary>Switches in a row from near to far nodes [1].</summary>
    public abstract int Switches { get; init; }

    /// <summary>Priority code point of the frames [1]; nothing for frames without a tag.</summary>
    public abstract int? Priority { get; init; }

    /// <summary>Share of the rate that others take at each output port of a switch [1].</summary>
    public abstract double BackgroundLoad { get; init; }

    /// <summary>Length of the others' packets [B].</summary>
    public abstract int BackgroundPacket { get; init; }

    /// <summary>Probability that a bit is wrong [1].</summary>
    public abstract double BitErrorRate { get; init; }

    /// <summary>Room of each queue [B].</summary>
    public abstract int Queue { get; init; }

    /// <summary>Share of time in which a cable works [1]; 1 for never down.</summary>
    public abstract double Availability { get; init; }

    /// <summary>Mean length of an outage [s].</summary>
    public abstract Duration MeanOutage { get; init; }
}
