using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Own places of the parties of a job.</summary>
/// <param name="places">Place and whether it is indoors, by party and number.</param>
public sealed class SiteTable(IReadOnlyDictionary<(string Party, int Number), (Position Position, bool Indoor)> places)
{
    /// <summary>Place of a member; null if the table does not list its party.</summary>
    public (Position Position, bool Indoor)? Of(string party, int number) =>
        places.TryGetValue((party, number), out var place) ? place : null;

    /// <summary>How many members of a party are listed [1].</summary>
    public int CountOf(string party) => places.Keys.Count(key => key.Party == party);
}
