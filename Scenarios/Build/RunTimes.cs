using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Phases of a run.</summary>
/// <param name="WarmUp">Not measured.</param>
/// <param name="Measurement">Messages produced in it are measured.</param>
/// <param name="Drain">Nothing is produced any more; what is on its way may still arrive.</param>
public sealed record RunTimes(Duration WarmUp, Duration Measurement, Duration Drain)
{
    /// <summary>When the measurement begins.</summary>
    public SimTime Begin => SimTime.Start + WarmUp;

    /// <summary>When producers stop.</summary>
    public SimTime End => Begin + Measurement;

    /// <summary>When the run is over.</summary>
    public SimTime Over => End + Drain;
}
