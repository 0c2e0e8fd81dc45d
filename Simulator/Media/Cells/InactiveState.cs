using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>A state between idle and connected (RRC_INACTIVE): device and base station remember the connection, the core network takes it for connected, and a few messages resume it.</summary>
/// <remarks>
/// 3GPP TS 38.300 §9.2.2 and TS 38.331 §5.3.13, from memory. A connection ends in it; the device listens for pages as when it is idle, and tells periodically that it is still in its area. Data that fit may go with the request and
/// end with the answer, without a connection (small data transmission, <see cref="Procedure.GreatestRequest"/>). After its lifetime the device is idle, and connects by the whole procedure; until then the core network takes it for
/// connected, so that its own periodic update begins only behind the lifetime (T3512, TS 24.501 §5.3.7).
/// Left out: what the network sends to make a device idle, moving between areas of notification, a context that is not found, data over configured grants, a paging cycle of its own.
/// </remarks>
public sealed record InactiveState
{
    /// <summary>Signalling that resumes the connection; without messages of an update, an update ends with the answer.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>Time without a connection after which the device is idle; null for never.</summary>
    public Duration? Lifetime { get; init; }

    /// <summary>Time without a connection after which the device tells that it is still in its area (T380); null for never.</summary>
    public Duration? AreaUpdate { get; init; }

    /// <summary>Whether devices are in it from the beginning, as those of a fleet that has run for long; otherwise they begin idle.</summary>
    public bool IsInitial { get; init; }

    /// <summary>Whether a device is in it after a silence.</summary>
    /// <param name="silence">Time without a connection.</param>
    public bool Holds(Duration silence) => Lifetime is not { } lifetime || silence < lifetime;
}
