using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>What was measured at points of the plausible ranges of a comparison's uncertain inputs.</summary>
/// <param name="Box">The ranges.</param>
/// <param name="Runs">Values per replication.</param>
/// <param name="Points">The points at which something was to be run, those at which nothing could be included.</param>
public sealed record UncertainResults(BoxManifest Box, IReadOnlyList<RunRow> Runs, IReadOnlyList<string> Points)
{
    /// <summary>Picks them out of all runs of a study.</summary>
    /// <param name="derived">Cells that sample ranges.</param>
    /// <param name="runs">All runs.</param>
    internal static UncertainResults Of(DerivedManifest derived, IEnumerable<RunRow> runs)
    {
        RunRow[] own = [.. runs.Where(row => row.Comparison == derived.Name)];
        return new(
            derived.Box!,
            own,
            [.. own.Select(row => row.Point).Concat(derived.Infeasible.Select(one => one.Point)).Distinct(StringComparer.Ordinal)]
        );
    }
}
