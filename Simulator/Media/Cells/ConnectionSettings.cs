using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>How a network connects its devices and lets them rest.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Signalling of an exchange.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>Time without traffic after which a connection ends.</summary>
    public required Duration Inactivity { get; init; }

    /// <summary>Whether devices say that a connection may end earlier.</summary>
    public ReleaseAssistance Release { get; init; }

    /// <summary>How a connected device listens; null for always.</summary>
    public ConnectedDrx? Drx { get; init; }

    /// <summary>From power saving mode, or switched off, until the modem looks for its cell.</summary>
    public Duration ModemStart { get; init; }

    /// <summary>Time that the core network takes to accept an update.</summary>
    public Duration CoreResponse { get; init; }

    /// <summary>Time that the core network takes for each message of the set-up that awaits it.</summary>
    public Duration SetUpResponse { get; init; }

    /// <summary>With <see cref="PowerSaving.Off"/>: time that the core network takes for each message of the attachment that awaits it.</summary>
    public Duration AttachResponse { get; init; }

    /// <summary>Time after a connection for which the network knows the cell of a device, and assigns it a channel instead of paging it.</summary>
    public Duration Ready { get; init; }

    /// <summary>What lies behind the radio; null for nothing.</summary>
    public CorePath? Core { get; init; }

    /// <summary>Time that the core network takes to release a connection.</summary>
    public Duration ReleaseResponse { get; init; }

    /// <summary>How a cell keeps devices from asking for access; null for not at all.</summary>
    public AccessBarring? Barring { get; init; }

    /// <summary>The state in which connections end; null for idle.</summary>
    /// <remarks>Only where devices stay reachable: with <see cref="PowerSaving.Drx"/> or <see cref="PowerSaving.Edrx"/>.</remarks>
    public InactiveState? Inactive { get; init; }

    /// <summary>What a device does between connections: <see cref="PowerSaving.Drx"/>, <see cref="PowerSaving.Edrx"/>, <see cref="PowerSaving.Psm"/> or <see cref="PowerSaving.Off"/>.</summary>
    public required PowerSaving PowerSaving { get; init; }

    /// <summary>Paging cycle of an idle device.</summary>
    public required Duration PagingCycle { get; init; }

    /// <summary>With <see cref="PowerSaving.Edrx"/>: from one paging window to the next.</summary>
    public Duration ExtendedCycle { get; init; }

    /// <summary>With <see cref="PowerSaving.Edrx"/>: length of a paging window.</summary>
    public Duration PagingWindow { get; init; }

    /// <summary>With <see cref="PowerSaving.Psm"/>: time for which a device stays reachable after a connection (T3324).</summary>
    public Duration ActiveTime { get; init; }

    /// <summary>Time without a connection after which a device tells that it is still there (T3412); null for never.</summary>
    public Duration? PeriodicUpdate { get; init; }

    /// <summary>Packets for a sleeping device that the network keeps until it connects [1]; what is beyond is lost.</summary>
    public int Buffer { get; init; }

    /// <summary>Octets that header compression saves in each packet [B].</summary>
    public int HeaderSaving { get; init; }

    /// <summary>How a device that moves changes its cell.</summary>
    public RoamingSettings Roaming { get; init; } = new();

    /// <summary>Size of a page [B].</summary>
    public int Page { get; init; } = 8;
}
