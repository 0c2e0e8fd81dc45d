namespace M2mVsIoTSim.Units;

/// <summary>Something that is paid for.</summary>
/// <param name="Price">Its name in the price list.</param>
/// <param name="Basis">What it is counted by.</param>
/// <param name="Component">The kind of component that is counted; with <see cref="ChargeBasis.Component"/> only.</param>
public sealed record Charge(string Price, ChargeBasis Basis, string? Component = null);
