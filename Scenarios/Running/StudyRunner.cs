using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Runs the cases of a study on all cores and keeps each as soon as it is finished.</summary>
/// <param name="study">What to run.</param>
/// <param name="directory">The result folder; null to keep nothing but what is returned.</param>
public sealed class StudyRunner(Study study, string? directory = null)
{
    private readonly CaseStore? _store = directory is null ? null : new(directory);

    /// <summary>Told after each case, from any thread, one at a time.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Told why replications are added, from any thread, one at a time.</summary>
    public Action<string>? Lengthened { get; init; }

    /// <summary>
    /// Told when all cases of a comparison are there, with those of the whole comparisons before it, in the order of the file and while later ones run; called on
    /// the thread of <see cref="Run"/>.
    /// </summary>
    public Action<string, IReadOnlyList<CaseResult>>? ComparisonDone { get; init; }

    /// <summary>Runs what is not there yet.</summary>
    /// <remarks>
    /// Of a comparison of which a case failed nothing is among the results, wherever it stands in the file: a part of its cells or replications would take the
    /// place of the whole results that a folder may still hold of it. Its finished cases are kept, so that only the failed ones have to be run again.
    /// </remarks>
    /// <param name="jobs">Runs at a time [1].</param>
    /// <param name="cancellation">Ends the work; finished cases are kept.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public RunOutcome Run(int jobs, CancellationToken cancellation)
    {
        List<List<Cell>> comparisons =
        [
            .. study.AllCells.Where(cell => cell.IsFeasible).GroupBy(cell => cell.Comparison).Select(cells => cells.ToList()),
        ];
        var progress = new RunProgress { Total = comparisons.Sum(cells => cells.Sum(cell => cell.Replications)) };
        List<CaseResult> all = [];
        List<CaseFailure> failures = [];
        List<PrecisionMiss> missed = [];
        using var queue = new WorkQueue(jobs, cancellation);
        var runs = comparisons.Select((cells, turn) => RunComparison(cells, turn, queue, progress)).ToList();
        foreach (var (cells, run) in comparisons.Zip(runs))
        {
            var name = cells[0].Comparison;
            var (results, failed) = queue.Await(run);
            failures.AddRange(failed);
            if (failed.Count == 0)
            {
                all.AddRange(results);
                missed.AddRange(DerivedName.IsDerived(name) ? [] : Sufficiency.Missed(results, study.Request));
                ComparisonDone?.Invoke(name, all);
            }
        }

        return new RunOutcome(all, failures, progress.Done - progress.Reused, progress.Reused, missed);
    }

    /// <summary>Runs the replications that are asked for, or adds some until the intervals are narrow enough: as many for every cell, for
    /// they are compared in pairs.</summary>
    private async Task<(List<CaseResult> Results, List<CaseFailure> Failed)> RunComparison(
        List<Cell> cells,
        int turn,
        WorkQueue queue,
        RunProgress progress
    )
    {
        List<CaseResult> results = [];
        var (from, to) = (1, cells.Max(cell => cell.Replications));
        while (true)
        {
            var (found, failed) = await RunCases(cells, from, to, turn, queue, progress);
            results.AddRange(found);
            var needed = failed.Count > 0 || cells[0].IsDerived ? to : Sufficiency.Replications(results, study.Request, to);
            if (needed <= to)
            {
                return (results, failed);
            }

            var slowest = Sufficiency.Slowest(results, study.Request, to);
            (from, to) = (to + 1, needed);
            lock (progress)
            {
                Lengthened?.Invoke($"{slowest}; so {to - from + 1} more replications of {cells.Count} cells are run");
                progress.Total += cells.Count * (to - from + 1);
            }
        }
    }

    /// <summary>Runs some replications of all cells.</summary>
    /// <remarks>Replication by replication, for those of a cell that run at the same time wait for what one of them decides for all; the largest
    /// fleets first, so that the last cases to finish are short ones.</remarks>
    private async Task<(List<CaseResult> Results, List<CaseFailure> Failed)> RunCases(
        List<Cell> cells,
        int first,
        int last,
        int turn,
        WorkQueue queue,
        RunProgress progress
    )
    {
        var cases =
            from cell in cells.OrderByDescending(cell => cell.Plan.Tiers.Sum(tier => (long)tier.Count))
            from replication in Enumerable.Range(first, last - first + 1)
            orderby replication
            select queue.Add(turn, ended => RunCase(cell, replication, progress, ended));
        var done = await Task.WhenAll(cases);
        return (
            [.. done.Select(one => one.Result).OfType<CaseResult>().OrderBy(result => result.Id, StringComparer.Ordinal)],
            [.. done.Select(one => one.Failure).OfType<CaseFailure>().OrderBy(failure => failure.Id, StringComparer.Ordinal)]
        );
    }

    /// <summary>Finds a case or runs it; one of the two is null.</summary>
    private (CaseResult? Result, CaseFailure? Failure) RunCase(
        Cell cell,
        int replication,
        RunProgress progress,
        CancellationToken cancellation
    )
    {
        var id = cell.CaseId(replication);
        var key = study.KeyOf(cell, replication);
        var found = _store?.Find(id, key);
        try
        {
            var result = found ?? CaseRunner.Run(cell, study, replication, key, cancellation);
            if (found is null)
            {
                _store?.Keep(result);
            }

            lock (progress)
            {
                progress.Done++;
                progress.Reused += found is null ? 0 : 1;
                progress.Events += found is null ? result.Events : 0;
                progress.Current = cell.Id;
                Progress?.Invoke(progress);
            }

            return (result, null);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return (null, new CaseFailure(id, e.Message));
        }
    }
}

/// <summary>How far a study has come.</summary>
public sealed class RunProgress
{
    /// <summary>Cases in all [1].</summary>
    public int Total { get; set; }

    /// <summary>Cases that are there [1].</summary>
    public int Done { get; set; }

    /// <summary>Of these, cases that were there before [1].</summary>
    public int Reused { get; set; }

    /// <summary>Wake-ups fired in this run of the command [1].</summary>
    public long Events { get; set; }

    /// <summary>The cell that was finished last.</summary>
    public string Current { get; set; } = "";
}

/// <summary>A case that did not finish.</summary>
/// <param name="Id">Which.</param>
/// <param name="Message">Why.</param>
public sealed record CaseFailure(string Id, string Message);

/// <summary>What came of a run.</summary>
/// <param name="Results">The cases of all comparisons of which none failed.</param>
/// <param name="Failures">Cases that did not finish.</param>
/// <param name="Computed">Cases that were run, those of comparisons included of which others failed [1].</param>
/// <param name="Reused">Cases that were there before [1].</param>
/// <param name="Missed">Means that are not as precise as was asked for.</param>
public sealed record RunOutcome(
    IReadOnlyList<CaseResult> Results,
    IReadOnlyList<CaseFailure> Failures,
    int Computed,
    int Reused,
    IReadOnlyList<PrecisionMiss> Missed
);
