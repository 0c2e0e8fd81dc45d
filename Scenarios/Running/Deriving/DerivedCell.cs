using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>A cell that is to be laid out and run beside those of a comparison.</summary>
/// <param name="Architecture">Name under which it appears: an architecture of the file, unless <paramref name="Generated"/> says what it is.</param>
/// <param name="Point">Values of parameters, and of what <see cref="JobPath"/> finds in the job; every factor of the cross has one.</param>
/// <param name="Replications">How often it is run [1]; as often as the comparison if null.</param>
/// <param name="Generated">The architecture with its parameters replaced, where no section of the file says it. It and each part that is a copy needs a place (<see cref="Files.Places.Copy"/>).</param>
internal sealed record DerivedCell(
    string Architecture,
    IReadOnlyList<(string Factor, string Value)> Point,
    int? Replications = null,
    Architecture? Generated = null
);
