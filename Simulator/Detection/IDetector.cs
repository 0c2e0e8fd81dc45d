namespace M2mVsIoTSim.Detection;

/// <summary>Looks at one series of values and says when it is no longer as it should be.</summary>
/// <remarks>
/// Values are standardized: without a fault they have mean 0 and standard deviation 1. How often a detector is wrong is a matter of how it was set,
/// see <see cref="IDetectorSetting.LimitFor"/>; so detectors of all kinds are compared at equal rates of false alarms.
/// </remarks>
public interface IDetector
{
    /// <summary>Takes the next value.</summary>
    /// <param name="deviation">In standard deviations [1].</param>
    /// <returns>Whether it raises an alarm.</returns>
    bool Add(double deviation);

    /// <summary>Forgets everything, as after an alarm that somebody has seen to.</summary>
    void Reset();
}
