namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What the modems of a tier tell the network of their further traffic.</summary>
/// <param name="Technology">Name of the technology.</param>
/// <param name="Tier">Whose modems they are.</param>
/// <param name="ExpectsPackets">Whether the protocols send packets back to them.</param>
/// <param name="Release">What they tell, in the word of the option.</param>
public sealed record ReleasingModem(string Technology, string Tier, bool ExpectsPackets, string Release);
