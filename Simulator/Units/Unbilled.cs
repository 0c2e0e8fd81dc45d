namespace M2mVsIoTSim.Units;

/// <summary>Infrastructure that is not paid for by itself.</summary>
/// <param name="What">Kind of component, or name of a platform.</param>
/// <param name="Why">The reason, in words that follow "not billed:".</param>
public sealed record Unbilled(string What, string Why);
