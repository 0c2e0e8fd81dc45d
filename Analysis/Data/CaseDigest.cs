namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A case and the digest of what it produced.</summary>
/// <param name="Id">The case, such as <c>metering-scale/brokered/access=lte-m,meter.count=1000/r3</c>.</param>
/// <param name="Digest">Digest of its results, in hexadecimal.</param>
public sealed record CaseDigest(string Id, string Digest);
