using System.Collections.Concurrent;
using M2mVsIoTSim.Analysis.Learning;
using M2mVsIoTSim.Detection;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Makes the detectors of a study: what they learn and their limits are found once, when first asked for, and serve all of its runs.</summary>
/// <remarks>Both follow from the scenario alone, so it does not matter which run asks first.</remarks>
internal sealed class Detectors
{
    private readonly ConcurrentDictionary<string, Lazy<LearnedSetting>> _learned = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(IDetectorSetting Setting, double RunLength), Lazy<double>> _limits = new();

    /// <summary>Makes detectors that are set alike.</summary>
    /// <param name="plan">Where they look, and how they decide.</param>
    /// <param name="ofAll">Whether for all devices that are seen together.</param>
    /// <param name="runLength">Values until a false alarm in the mean [1].</param>
    public Func<IDetector> MakerOf(DetectionPlan plan, bool ofAll, double runLength)
    {
        IDetectorSetting setting = plan.Detect.Algorithm == DetectorAlgorithm.Learned ? Learned(SeenFaults.Of(plan, ofAll)) : plan.Setting;
        var limit = _limits.GetOrAdd((setting, runLength), key => new Lazy<double>(() => key.Setting.LimitFor(key.RunLength))).Value;
        return () => setting.WithLimit(limit);
    }

    /// <summary>Detectors that have learned from a history of some faults.</summary>
    public static LearnedSetting Train(IReadOnlyList<SeenFault> faults) => new(LinearClassifier.WeightsFrom([.. FaultHistory.Of(faults)]));

    private LearnedSetting Learned(IReadOnlyList<SeenFault> faults) =>
        _learned.GetOrAdd(string.Join("; ", faults), _ => new Lazy<LearnedSetting>(() => Train(faults))).Value;
}
