namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>One kind of step that somebody does by hand when a member is added.</summary>
/// <param name="Where">At what it is done.</param>
/// <param name="What">What is done.</param>
/// <param name="Why">Why it is needed.</param>
/// <param name="Count">How often: at so many members [1].</param>
public sealed record SetupTask(string Where, string What, string Why, double Count)
{
    /// <summary>Whether it is done at the member that is added.</summary>
    public bool IsAtMember { get; init; }

    /// <summary>Whether a replacement at the same place finds it done.</summary>
    public bool Stays { get; init; }
}
