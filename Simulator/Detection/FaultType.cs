using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Faults of one kind that are declared beforehand.</summary>
/// <param name="Name">Addresses their luck.</param>
/// <param name="Kind">What they do.</param>
/// <param name="Size">By how much what is measured is off, in its unit.</param>
/// <param name="Rate">Faults of a device or, where they spread, of all devices together, above 0 [1/s].</param>
/// <param name="Lasts">How long each lasts; the next comes after it.</param>
/// <param name="Share">Share of the devices that are struck where they spread, above 0 [1].</param>
public sealed record FaultType(string Name, FaultKind Kind, double Size, double Rate, Duration Lasts, double Share = 1);
