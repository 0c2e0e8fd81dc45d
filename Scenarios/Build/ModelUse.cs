namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A technology, protocol or platform in use.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Options">The options with which it was made.</param>
/// <param name="Module">The radio module whose figures stand beneath what was written; null without one.</param>
public sealed record ModelUse(string Model, object Options, RadioModule? Module = null);
