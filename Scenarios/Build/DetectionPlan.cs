using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Faults of what a party measures, and where an architecture looks for them.</summary>
/// <param name="Relation">Name of the relation that tells of them.</param>
/// <param name="Party">The party that measures.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="Detect">How faults are found.</param>
/// <param name="At">Where: the party itself, or a tier.</param>
/// <param name="Reports">Name of the relation by which the tier learns what is measured; null at the party itself.</param>
/// <param name="Samples">Samples that each look takes in [1].</param>
/// <param name="Behind">Devices that each member of the tier sees; 1 at the party itself [1].</param>
/// <param name="Wait">For how long a tier waits for reports that are overdue.</param>
public sealed record DetectionPlan(
    string Relation,
    string Party,
    Measuring Measures,
    Detecting Detect,
    string At,
    string? Reports,
    int Samples,
    int Behind,
    Duration Wait
)
{
    /// <summary>Time from look to look.</summary>
    public Duration Interval => Measures.Every * (long)Samples;

    /// <summary>The faults that happen.</summary>
    public IReadOnlyList<FaultType> Faults =>
        [
            .. Measures
                .Faults.Where(fault => (Measures.Fault is null || Measures.Fault == fault.Key) && fault.Value.Rate > 0)
                .Select(fault => new FaultType(
                    fault.Key,
                    fault.Value.Kind,
                    fault.Value.Size,
                    fault.Value.Rate,
                    fault.Value.Lasts,
                    fault.Value.Share ?? 1
                )),
        ];

    /// <summary>How a detector decides whose run lengths are known from equations.</summary>
    public DetectorSetting Setting => new(Detect.Algorithm, Detect.Smoothing, Detect.Shift);

    /// <summary>The most looks until a false alarm for which there are limits [1].</summary>
    public double LongestRun => Detect.Algorithm == DetectorAlgorithm.Learned ? LearnedSetting.LongestRun : DetectorSetting.LongestRun;

    /// <summary>Looks of a single device's detector until a false alarm [1].</summary>
    /// <param name="devices">Devices of the party [1].</param>
    public double RunLengthOfDevice(int devices) =>
        FalseAlarmBudget.RunLength(Behind > 1 ? Detect.FalseAlarms / 2 : Detect.FalseAlarms, devices, Interval, Detect.Pause);

    /// <summary>Looks of the detector of all devices that are seen together until a false alarm [1].</summary>
    /// <param name="places">Places that each see several [1].</param>
    public double RunLengthOfAll(int places) => FalseAlarmBudget.RunLength(Detect.FalseAlarms / 2, places, Interval, Detect.Pause);

    /// <summary>How often the place hears what is measured, in words, for the list of factors.</summary>
    public string Hearing => Reports is null ? "none" : $"every {Interval}";

    /// <summary>In words, for the list of factors.</summary>
    public override string ToString() => $"{Relation} at {At}";
}
