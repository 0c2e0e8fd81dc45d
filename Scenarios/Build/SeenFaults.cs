using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Declared faults as the detectors of a place see them: in standard deviations of the values that they get, and in looks.</summary>
/// <remarks>
/// All that are declared, whichever of them happens. Who sees several devices parts the work: detectors of single devices are for faults that strike one, that of all for those that spread; where none is declared
/// that is theirs, for all. What all devices have in common is taken off as in <see cref="CommonPart"/>. A fault shorter than a look is seen with its part of it.
/// </remarks>
internal static class SeenFaults
{
    /// <summary>The faults for which a detector is.</summary>
    /// <param name="plan">Where it is looked.</param>
    /// <param name="ofAll">Whether it is the detector of all that are seen together.</param>
    public static IReadOnlyList<SeenFault> Of(DetectionPlan plan, bool ofAll)
    {
        var declared = plan.Measures.Faults.Values.ToList();
        var theirs = plan.Behind > 1 ? declared.FindAll(fault => fault.Kind == FaultKind.Spread == ofAll) : declared;
        return [.. (theirs.Count > 0 ? theirs : declared).Select(fault => Seen(plan, fault, ofAll)).Distinct()];
    }

    private static SeenFault Seen(DetectionPlan plan, FaultSpec fault, bool ofAll)
    {
        var looks = fault.Lasts / plan.Interval;
        // A fault that spreads without a share has been told.
        var struck = fault.Kind == FaultKind.Spread ? Math.Max(1, (int)Math.Round((fault.Share ?? 1) * plan.Behind)) : 1;
        var (own, common) = (plan.Measures.Noise, plan.Measures.Common);
        var unit = ofAll
            ? (double)struck / plan.Behind / Math.Sqrt(common * common + own * own / plan.Behind)
            : OfOne(plan.Behind, struck, own, common);
        return new SeenFault(
            fault.Size * unit * Math.Sqrt(plan.Samples) * Math.Min(looks, 1),
            Math.Max(looks, 1),
            fault.Kind == FaultKind.Drift
        );
    }

    /// <summary>What is seen of a fault of size 1 at a device that is struck, after what the others say has been taken off [1].</summary>
    private static double OfOne(int devices, int struck, double own, double common)
    {
        var (values, came) = (new double[devices], new bool[devices]);
        values.AsSpan(0, struck).Fill(1);
        came.AsSpan().Fill(true);
        var part = new CommonPart(devices, own, common);
        part.Take(values, came);
        return part.TakenOff(0);
    }
}
