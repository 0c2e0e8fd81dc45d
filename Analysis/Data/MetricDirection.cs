namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>Less is better.</summary>
    LowerIsBetter,

    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Neither way is better by itself.</summary>
    Neutral,
}
