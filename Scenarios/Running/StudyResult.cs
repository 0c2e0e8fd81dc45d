using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What a study found, for programs: means with intervals, paired differences and the factors behind them.</summary>
/// <remarks>Points are written as in the result files, in the order of <c>cross</c>: <c>access=lte-cat1,meter.count=100</c>.</remarks>
public sealed class StudyResult
{
    internal StudyResult(Study study, IReadOnlyList<CaseResult> cases)
    {
        Study = study;
        // More than were asked for at first, where a precision was.
        var byCell = cases.ToLookup(result => result.Id[..result.Id.LastIndexOf('/')], StringComparer.Ordinal);
        var all = study
            .AllCells.Where(cell => cell.IsFeasible)
            .Select(cell => new CellResult(cell, [.. byCell[cell.Id].OrderBy(result => result.Runs[0].Replication)]))
            .ToLookup(result => result.Cell.IsDerived);
        (Cells, Derived) = ([.. all[false]], [.. all[true]]);
    }

    /// <summary>What was run.</summary>
    public Study Study { get; }

    /// <summary>The results of every cell that could be run, in the order of the file.</summary>
    public IReadOnlyList<CellResult> Cells { get; }

    /// <summary>The results of cells that are derived from a comparison, which are points of no question.</summary>
    public IReadOnlyList<CellResult> Derived { get; }

    /// <summary>The results of an architecture at a point.</summary>
    /// <param name="architecture">Its name.</param>
    /// <param name="point">The point; empty where nothing is swept.</param>
    /// <param name="comparison">The comparison; may be left out where only one has such a cell.</param>
    /// <exception cref="ArgumentException">There is no such cell, it was infeasible, or several comparisons have one.</exception>
    public CellResult Cell(string architecture, string point, string? comparison = null)
    {
        bool IsMeant(Cell cell) =>
            cell.Architecture == architecture && $"{cell.Point}" == point && (comparison is null || cell.Comparison == comparison);

        return Study.Cells.Where(IsMeant).ToList() switch
        {
            [{ IsFeasible: true } cell] => Cells.First(result => result.Cell == cell),
            [var cell] => throw new ArgumentException(
                $"{cell.Id} is infeasible: {string.Join("; ", cell.Plan.Infeasible)}.",
                nameof(point)
            ),
            [] => throw new ArgumentException(
                $"There is no cell of '{architecture}' at '{point}'. Cells: {string.Join("; ", Study.Cells.Select(cell => cell.Id))}.",
                nameof(point)
            ),
            var several => throw new ArgumentException(
                $"Several comparisons have a cell of '{architecture}' at '{point}'; name one of: {string.Join(", ", several.Select(cell => cell.Comparison))}.",
                nameof(comparison)
            ),
        };
    }

    /// <summary>By how much a metric of architecture <paramref name="a"/> exceeds that of <paramref name="b"/> at a point, under the same luck.</summary>
    /// <param name="a">An architecture.</param>
    /// <param name="b">Another one.</param>
    /// <param name="point">The point at which both are compared.</param>
    /// <param name="metric">A name of <see cref="MetricTable"/>.</param>
    /// <param name="relation">What the metric is of: a relation, a party (energy), or empty for the whole architecture.</param>
    /// <param name="comparison">The comparison; may be left out where only one has such cells.</param>
    /// <exception cref="ArgumentException">A cell is missing, the metric was not measured, or no replication measured it on both sides.</exception>
    public PairedDifference Difference(string a, string b, string point, string metric, string relation = "", string? comparison = null)
    {
        var pairs = Cell(a, point, comparison)
            .Values(metric, relation)
            .Join(Cell(b, point, comparison).Values(metric, relation), x => x.Replication, y => y.Replication, (x, y) => (x.Value, y.Value))
            .ToList();
        return pairs.Count > 0
            ? PairedDifference.Of([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)], Summary.Confidence)
            : throw new ArgumentException($"No replication measured '{metric}' of both '{a}' and '{b}' at '{point}'.", nameof(metric));
    }

    /// <summary>Every factor in which two architectures of a comparison differ: one may be named as the cause, several are a package.</summary>
    /// <param name="a">An architecture.</param>
    /// <param name="b">Another one.</param>
    /// <param name="comparison">The comparison; may be left out where only one compares the two.</param>
    /// <exception cref="ArgumentException">No comparison, or more than one, compares the two.</exception>
    public IReadOnlyList<FactorDifference> Factors(string a, string b, string? comparison = null)
    {
        var comparisons = Study
            .Cells.GroupBy(cell => cell.Comparison)
            .Where(cells => comparison is null || cells.Key == comparison)
            .Where(cells => new[] { a, b }.All(name => cells.Any(cell => cell.Architecture == name)))
            .ToList();
        return comparisons is [var only]
            ? Comparability
                .Differences([.. only.Where(cell => cell.Architecture == a), .. only.Where(cell => cell.Architecture == b)])[0]
                .Factors
            : throw new ArgumentException(
                $"{comparisons.Count} comparisons compare '{a}' with '{b}'; name one of: {string.Join(", ", Study.Scenario.Comparisons.Keys)}.",
                nameof(comparison)
            );
    }
}
