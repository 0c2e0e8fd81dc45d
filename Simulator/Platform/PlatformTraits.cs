namespace M2mVsIoTSim.Platform;

/// <summary>What fairness checks, figures and the family of an architecture need to know of a platform.</summary>
/// <param name="Decouples">Whether producers and consumers that meet here need not know each other.</param>
/// <param name="IsCollector">Whether it collects directly from devices near it.</param>
/// <param name="OneM2m">Role in oneM2M TS-0001.</param>
/// <param name="Y4000">Role in ITU-T Y.4000 (Y.2060), in words.</param>
/// <param name="DefaultSite">Where it stands unless a scenario says otherwise.</param>
public sealed record PlatformTraits(bool Decouples, bool IsCollector, OneM2mRole OneM2m, string Y4000, SiteClass DefaultSite);
