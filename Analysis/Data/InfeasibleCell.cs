namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A cell of a comparison that cannot work.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record InfeasibleCell(string Architecture, string Point, string Reason);
