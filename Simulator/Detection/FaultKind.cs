namespace M2mVsIoTSim.Detection;

/// <summary>What a fault does to what is measured.</summary>
public enum FaultKind
{
    /// <summary>One device is off by its whole size at once: fast and local.</summary>
    Step,

    /// <summary>One device moves away, by its size at the end: slow and local.</summary>
    Drift,

    /// <summary>A share of the devices is off by its size at once: visible across devices.</summary>
    Spread,
}
