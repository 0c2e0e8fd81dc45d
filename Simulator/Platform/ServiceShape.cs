namespace M2mVsIoTSim.Platform;

/// <summary>How the time of a piece of work is distributed.</summary>
public enum ServiceShape
{
    /// <summary>Always the mean.</summary>
    Deterministic,

    /// <summary>Exponential: a coefficient of variation of 1.</summary>
    Exponential,

    /// <summary>Lognormal with a mean and a coefficient of variation.</summary>
    LogNormal,
}
