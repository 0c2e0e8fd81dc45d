namespace M2mVsIoTSim.Detection;

/// <summary>A kind of detector with what it is made for; its limit follows from how seldom it may be wrong.</summary>
public interface IDetectorSetting
{
    /// <summary>The limit at which there is one false alarm in so many values, in the mean from a fresh start on [1].</summary>
    /// <param name="runLength">Above 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A run length that no limit gives, or for which none can be told.</exception>
    double LimitFor(double runLength);

    /// <summary>A detector with a given limit, in the unit of its kind.</summary>
    IDetector WithLimit(double limit);
}
