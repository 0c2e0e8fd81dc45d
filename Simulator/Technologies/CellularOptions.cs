using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options that all technologies over <see cref="CellularNetwork"/> have, each with a default of its own.</summary>
public abstract record CellularOptions
{
    /// <summary>Number of cells [1]; nothing for the smallest number that keeps to the planned utilisation.</summary>
    public abstract int? Cells { get; init; }

    /// <summary>Rate at which a cell receives from this fleet [bit/s].</summary>
    public abstract BitRate UplinkCapacity { get; init; }

    /// <summary>Rate at which a cell sends to this fleet [bit/s].</summary>
    public abstract BitRate DownlinkCapacity { get; init; }

    /// <summary>Rate of one device's transmitter [bit/s].</summary>
    public abstract BitRate UplinkRate { get; init; }

    /// <summary>Rate at which one device receives [bit/s].</summary>
    public abstract BitRate DownlinkRate { get; init; }

    /// <summary>Fixed part of the round trip of a connected device [s].</summary>
    public abstract Duration RoundTripMinimum { get; init; }

    /// <summary>Median of the random part of the round trip [s].</summary>
    public abstract Duration RoundTripMedian { get; init; }

    /// <summary>Standard deviation of the natural logarithm of the random part [1].</summary>
    public abstract double RoundTripSigma { get; init; }

    /// <summary>Least time from idle to connected [s].</summary>
    public abstract Duration PromotionMinimum { get; init; }

    /// <summary>Greatest time from idle to connected, without contention [s].</summary>
    public abstract Duration PromotionMaximum { get; init; }

    /// <summary>Channel assignments per second and cell [1/s]; nothing for no limit.</summary>
    public abstract double? AssignmentsPerSecond { get; init; }

    /// <summary>What a device does between connections; nothing for what suits its supply.</summary>
    public abstract PowerSaving? PowerSaving { get; init; }

    /// <summary>Time without traffic after which a device becomes idle [s].</summary>
    public abstract Duration Inactivity { get; init; }

    /// <summary>Paging cycle of an idle device [s].</summary>
    public abstract Duration PagingCycle { get; init; }

    /// <summary>Share of frames lost per direction after the repetitions of the radio link [1].</summary>
    public abstract double Loss { get; init; }

    /// <summary>Room for what waits per cell and direction [B].</summary>
    public abstract int Queue { get; init; }

    /// <summary>Share of time in which the network works [1]; 1 for never down.</summary>
    public abstract double Availability { get; init; }

    /// <summary>Mean length of an outage [s].</summary>
    public abstract Duration MeanOutage { get; init; }

    /// <summary>With <see cref="PowerSaving.Psm"/>: how long a device stays reachable after a connection [s].</summary>
    public abstract Duration ActiveTime { get; init; }

    /// <summary>Added to the promotion after sleep or when switched off [s].</summary>
    public abstract Duration WakeUp { get; init; }

    /// <summary>Supply voltage of the modem [V].</summary>
    public abstract double Voltage { get; init; }

    /// <summary>Idle with paging [A].</summary>
    public abstract double IdleCurrent { get; init; }

    /// <summary>Asleep, or off [A].</summary>
    public abstract double SleepCurrent { get; init; }

    /// <summary>While it connects [A].</summary>
    public abstract double PromotionCurrent { get; init; }

    /// <summary>While it sends [A].</summary>
    public abstract double TransmitCurrent { get; init; }

    /// <summary>While it receives [A].</summary>
    public abstract double ReceiveCurrent { get; init; }

    /// <summary>Connected without traffic [A].</summary>
    public abstract double ConnectedCurrent { get; init; }

    /// <summary>What a device does between connections: as said, otherwise stay reachable on mains and sleep as deeply as it can on a battery.</summary>
    public PowerSaving PowerSavingOf(bool onBattery) => PowerSaving ?? (onBattery ? DeepestPowerSaving : Media.PowerSaving.Drx);

    /// <summary>The deepest sleep between connections that the technology has.</summary>
    private protected abstract PowerSaving DeepestPowerSaving { get; }
}
