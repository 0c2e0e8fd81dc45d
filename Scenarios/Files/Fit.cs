namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>How much of a value could be read.</summary>
internal enum Fit
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>It is what was meant, but something in it could not be read.</summary>
    Flawed,

    /// <summary>Nothing, or not all of it: what stands there instead was not meant.</summary>
    Gap,
}
