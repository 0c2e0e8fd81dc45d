namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>The champions of all families for the same need: the same fleet, rates and places.</summary>
/// <param name="Place">The values of the factors that belong to the job; empty where none is varied.</param>
/// <param name="Champions">One for each family, in the order of the file.</param>
/// <param name="Budget">What a device may cost in a year [EUR/a]: as the scenario says, or as much as the dearest champion; null where there is no champion.</param>
/// <param name="Duels">Every two champions side by side, under each of the conditions.</param>
public sealed record Contest(string Place, IReadOnlyList<Champion> Champions, double? Budget, IReadOnlyList<Duel> Duels);
