namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How many devices there are at a point.</summary>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Devices">Members of all parties that are devices [1].</param>
public sealed record FleetManifest(string Point, long Devices);
