namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Whether a problem stops us.</summary>
public enum Severity
{
    /// <summary>The input cannot be used.</summary>
    Error,

    /// <summary>The input can be used, but look at this before believing the results.</summary>
    Warning,
}
