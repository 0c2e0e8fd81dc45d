namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Two sums that are compared, as one: the left side less the right.</summary>
/// <param name="Terms">All terms; those of the right side with the opposite sign.</param>
/// <param name="Constant">What numbers stand beside them, in the unit of the metric.</param>
/// <param name="Relation">What is said of the difference.</param>
public sealed record ClaimPart(IReadOnlyList<ClaimTerm> Terms, double Constant, ClaimRelation Relation);
