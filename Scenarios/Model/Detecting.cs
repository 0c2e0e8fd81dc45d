using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>How faults of what the producers of a relation measure are found. Where, is the affair of the architecture.</summary>
public sealed record Detecting
{
    /// <summary>How a detector decides.</summary>
    public DetectorAlgorithm Algorithm { get; init; } = DetectorAlgorithm.Cusum;

    /// <summary>False alarms of the whole fleet that are allowed, wherever they are raised: limits follow from it.</summary>
    [Unit("1/s", Minimum = 1e-12)]
    public required double FalseAlarms { get; init; }

    /// <summary>Weight of the latest value, with ewma.</summary>
    [Unit("1", Minimum = 0.02, Maximum = 1)]
    public double Smoothing { get; init; } = 0.2;

    /// <summary>Shift in standard deviations for which cusum is made: its reference value is half of it.</summary>
    [Unit("1", Minimum = 0.1, Maximum = 10)]
    public double Shift { get; init; } = 1;

    /// <summary>For how long nobody looks at a device after an alarm about it.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Pause { get; init; } = 1.Hours;
}
