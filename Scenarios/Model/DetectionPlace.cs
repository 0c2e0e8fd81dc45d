using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Where an architecture looks at what devices measure.</summary>
public sealed record DetectionPlace
{
    /// <summary>The party that measures, or a tier that it reports to.</summary>
    public required string At { get; init; }

    /// <summary>Period of the reports to a tier, a multiple of that of the samples: each report has the mean of the samples since the last.</summary>
    [Unit("s", Minimum = 1e-3)]
    public Duration? Reports { get; init; }

    /// <summary>For how long a tier waits for reports that are overdue.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Wait { get; init; } = 10.Seconds;
}
