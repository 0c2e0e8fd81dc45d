using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Parts the false alarms that a whole fleet may raise among its detectors, so that all places are compared at the same rate.</summary>
/// <remarks>
/// Where several devices are seen, half of the false alarms may be about single devices and half about all of them together (Bonferroni's rule with equal parts). A
/// detector that pauses after an alarm is wrong once in run length times interval, and the pause.
/// </remarks>
public static class FalseAlarmBudget
{
    /// <summary>Values until a false alarm of one of several detectors that look alike [1].</summary>
    /// <param name="rate">False alarms of all of them together [1/s].</param>
    /// <param name="detectors">How many there are [1].</param>
    /// <param name="interval">Time from value to value.</param>
    /// <param name="pause">After an alarm.</param>
    public static double RunLength(double rate, int detectors, Duration interval, Duration pause) =>
        (detectors / rate - pause.TotalSeconds) / interval.TotalSeconds;
}
