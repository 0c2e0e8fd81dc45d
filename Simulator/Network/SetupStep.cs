namespace M2mVsIoTSim.Network;

/// <summary>One thing that a person, or a tool that a person feeds, does by hand for one more member.</summary>
/// <param name="Place">Where.</param>
/// <param name="What">What, in a few words.</param>
/// <param name="Why">Why it is needed, with the standard that says so.</param>
/// <param name="At">The place where <paramref name="Place"/> is a third one; null otherwise.</param>
public sealed record SetupStep(SetupPlace Place, string What, string Why, string? At = null)
{
    /// <summary>Whether it outlives the member: a replacement at the same place finds it done.</summary>
    public bool Stays { get; init; }
}
