namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>A factor that differs between the two ends of a gap.</summary>
/// <param name="Name">The factor.</param>
/// <param name="From">Its value at the one end, in words.</param>
/// <param name="To">Its value at the other end.</param>
public sealed record ChangedFactor(string Name, string From, string To)
{
    /// <summary>Whether it is several factors at once that nothing takes apart.</summary>
    public bool IsPackage { get; init; }
}
