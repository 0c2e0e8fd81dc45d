using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>What a modem does while it has nothing to send or receive.</summary>
public enum PowerSaving
{
    /// <summary>Listens for paging once per cycle; reachable at any time.</summary>
    Drx,

    /// <summary>Listens for paging in a window once per extended cycle (3GPP eDRX); reachable then.</summary>
    Edrx,

    /// <summary>Listens for an active time after each connection, then sleeps, unreachable, until it sends itself (3GPP PSM).</summary>
    Psm,

    /// <summary>Is switched off after each connection, unreachable, and attaches anew to send.</summary>
    Off,
}

/// <summary>How a cellular network treats its devices.</summary>
public sealed record CellSettings
{
    /// <summary>Rate at which a cell receives from all its devices together [bit/s].</summary>
    public required BitRate UplinkCapacity { get; init; }

    /// <summary>Rate at which a cell sends to all its devices together [bit/s].</summary>
    public required BitRate DownlinkCapacity { get; init; }

    /// <summary>Rate of one device's transmitter, at most the capacity [bit/s].</summary>
    public required BitRate UplinkRate { get; init; }

    /// <summary>Rate at which one device receives, at most the capacity [bit/s].</summary>
    public required BitRate DownlinkRate { get; init; }

    /// <summary>One-way delay of a connected device besides its transmission: access, scheduling, repetition, backhaul.</summary>
    public required DelayModel Latency { get; init; }

    /// <summary>From idle to connected, without contention.</summary>
    public required DelayModel Promotion { get; init; }

    /// <summary>What waking up adds to the promotion after <see cref="PowerSaving.Psm"/> sleep or <see cref="PowerSaving.Off"/>.</summary>
    public required Duration WakeUp { get; init; }

    /// <summary>Time without traffic after which a device becomes idle.</summary>
    public required Duration Inactivity { get; init; }

    /// <summary>What a device does while idle.</summary>
    public required PowerSaving PowerSaving { get; init; }

    /// <summary>Paging cycle of an idle device; a page waits for a uniform part of it.</summary>
    public required Duration PagingCycle { get; init; }

    /// <summary>With <see cref="PowerSaving.Psm"/>: time for which an idle device stays reachable.</summary>
    public required Duration ActiveTime { get; init; }

    /// <summary>Channel assignments that a cell can make [1/s], each promotion takes one; null for no limit.</summary>
    public double? AssignmentsPerSecond { get; init; }

    /// <summary>Longest wait for an assignment before the attempt is given up.</summary>
    public Duration AssignmentPatience { get; init; } = 10.Seconds;

    /// <summary>Loss that is left after the repetitions of the radio link.</summary>
    public LossModel Loss { get; init; } = LossModel.None;

    /// <summary>Room for what waits for each direction of a cell [B].</summary>
    public long QueueBytes { get; init; } = long.MaxValue;
}
