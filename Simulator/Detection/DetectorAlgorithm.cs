namespace M2mVsIoTSim.Detection;

/// <summary>How a detector decides.</summary>
public enum DetectorAlgorithm
{
    /// <summary>By the latest value alone: a Shewhart chart.</summary>
    Threshold,

    /// <summary>By an exponentially weighted moving average.</summary>
    Ewma,

    /// <summary>By cumulative sums, one for either direction.</summary>
    Cusum,

    /// <summary>By a logistic regression of ML.NET that has learned from simulated histories of the faults that are declared.</summary>
    Learned,
}
