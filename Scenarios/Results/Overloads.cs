using System.Globalization;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Finds shared capacities that were in use for more of the time than they were planned for.</summary>
/// <remarks>
/// A plan says how much at most; by chance a run may lie a little above. So the whole interval of the mean over the replications has to lie above,
/// where there are enough of them.
/// </remarks>
internal static class Overloads
{
    /// <summary>A sentence for each architecture, tier and capacity, about the worst point.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<CaseResult> cases) =>
        cases
            .SelectMany(result =>
                result
                    .Usages.Where(usage => usage.Planned is not null)
                    .Select(usage => (result.Runs[0].Architecture, result.Runs[0].Point, usage))
            )
            .GroupBy(one => (one.Architecture, one.usage.Tier, one.usage.Owner, one.usage.Capacity, one.Point))
            .Select(cell =>
                (
                    cell.Key,
                    Planned: cell.First().usage.Planned!.Value,
                    Measured: Estimate.Of(cell.Select(one => one.usage.Share), Summary.Confidence)
                )
            )
            .Where(cell => (cell.Measured.Low ?? cell.Measured.Mean) > cell.Planned)
            .GroupBy(cell => (cell.Key.Architecture, cell.Key.Tier, cell.Key.Owner, cell.Key.Capacity))
            .Select(points => (Worst: points.MaxBy(point => point.Measured.Mean), Points: points.Count()))
            .Select(finding =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{finding.Worst.Key.Architecture} at {Place(finding.Worst.Key.Point)}{More(finding.Points)}: {finding.Worst.Key.Capacity} of {finding.Worst.Key.Owner} for {finding.Worst.Key.Tier} was planned to be in use for at most {finding.Worst.Planned * 100:0.#} % of the time and was offered work for {finding.Worst.Measured.Mean * 100:0.#} %"
                )
            );

    private static string Place(string point) => point.Length == 0 ? "its one point" : point;

    private static string More(int points) => points == 1 ? "" : $" and {points - 1} more";
}
