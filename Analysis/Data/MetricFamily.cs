namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What a metric says something about.</summary>
public enum MetricFamily
{
    /// <summary>How long it takes.</summary>
    Latency,

    /// <summary>How surely it arrives.</summary>
    Reliability,

    /// <summary>What it draws from batteries and from the air.</summary>
    Energy,

    /// <summary>What it costs in money.</summary>
    Cost,

    /// <summary>How much it can carry.</summary>
    Scale,

    /// <summary>How much there is to set up and to go wrong.</summary>
    Complexity,

    /// <summary>What the simulation did; says nothing about the architecture.</summary>
    Diagnostic,
}
