namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What the modems of a tier do between connections.</summary>
/// <param name="Technology">Name of the technology.</param>
/// <param name="Tier">Whose modems they are.</param>
/// <param name="Battery">What feeds them; null for mains.</param>
/// <param name="PowerSaving">What they do, in the word of the option.</param>
public sealed record SleepingModem(string Technology, string Tier, string? Battery, string PowerSaving);
