using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Discontinuous reception of a connected device (C-DRX): after a while without traffic it listens once in a cycle.</summary>
/// <remarks>3GPP TS 36.321 §5.7, with one cycle; its timers count in periods of the control channel, so that it listens for at least one search space.</remarks>
/// <param name="Inactivity">Without traffic until it begins.</param>
/// <param name="Cycle">From one time of listening to the next.</param>
/// <param name="OnDuration">How long it listens.</param>
public sealed record ConnectedDrx(Duration Inactivity, Duration Cycle, Duration OnDuration)
{
    /// <summary>How long a device listens in each cycle.</summary>
    /// <param name="searchSpacePeriod">Of its control channel.</param>
    public Duration Listening(Duration searchSpacePeriod) => Duration.Min(Cycle, Duration.Max(OnDuration, searchSpacePeriod));
}
