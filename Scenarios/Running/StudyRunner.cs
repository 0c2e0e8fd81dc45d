using System.Collections.Concurrent;
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

    /// <summary>Told when all cases of a comparison are there; called on the thread of <see cref="Run"/>.</summary>
    public Action<string, IReadOnlyList<CaseResult>>? ComparisonDone { get; init; }

    /// <summary>Runs what is not there yet.</summary>
    /// <param name="jobs">Runs at a time [1].</param>
    /// <param name="cancellation">Ends the work; finished cases are kept.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public RunOutcome Run(int jobs, CancellationToken cancellation)
    {
        var cells = study.AllCells.Where(cell => cell.IsFeasible).ToList();
        var progress = new RunProgress { Total = cells.Sum(cell => cell.Replications) };
        List<CaseResult> all = [];
        List<CaseFailure> failures = [];
        List<PrecisionMiss> missed = [];
        foreach (var comparison in cells.GroupBy(cell => cell.Comparison))
        {
            var (results, failed) = RunComparison([.. comparison], jobs, progress, cancellation);
            failures.AddRange(failed);
            all.AddRange(results);
            if (failed.Count == 0)
            {
                missed.AddRange(DerivedName.IsDerived(comparison.Key) ? [] : Sufficiency.Missed(results, study.Request));
                ComparisonDone?.Invoke(comparison.Key, all);
            }
        }

        return new RunOutcome(all, failures, progress.Reused, missed);
    }

    /// <summary>Runs the replications that are asked for, or adds some until the intervals are narrow enough: as many for every cell, for
    /// they are compared in pairs.</summary>
    private (List<CaseResult> Results, List<CaseFailure> Failed) RunComparison(
        IReadOnlyList<Cell> cells,
        int jobs,
        RunProgress progress,
        CancellationToken cancellation
    )
    {
        List<CaseResult> results = [];
        var (from, to) = (1, cells.Max(cell => cell.Replications));
        while (true)
        {
            var cases = cells.SelectMany(cell => Enumerable.Range(from, to - from + 1).Select(r => (Cell: cell, Replication: r)));
            var (found, failed) = RunCases([.. cases], jobs, progress, cancellation);
            results.AddRange(found);
            var needed = failed.Count > 0 || cells[0].IsDerived ? to : Sufficiency.Replications(results, study.Request, to);
            if (needed <= to)
            {
                return (results, failed);
            }

            (from, to) = (to + 1, needed);
            progress.Total += cells.Count * (to - from + 1);
        }
    }

    private (List<CaseResult> Results, List<CaseFailure> Failed) RunCases(
        List<(Cell Cell, int Replication)> cases,
        int jobs,
        RunProgress progress,
        CancellationToken cancellation
    )
    {
        ConcurrentBag<CaseResult> results = [];
        ConcurrentBag<CaseFailure> failures = [];
        // The largest fleets first: the last cases to finish are then short ones.
        var order = cases.OrderByDescending(c => c.Cell.Plan.Tiers.Sum(tier => (long)tier.Count)).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering),
            options,
            c =>
            {
                var id = c.Cell.CaseId(c.Replication);
                var key = study.KeyOf(c.Cell, c.Replication);
                var found = _store?.Find(id, key);
                try
                {
                    var result = found ?? CaseRunner.Run(c.Cell, study, c.Replication, key, cancellation);
                    if (found is null)
                    {
                        _store?.Keep(result);
                    }

                    results.Add(result);
                    lock (progress)
                    {
                        progress.Done++;
                        progress.Reused += found is null ? 0 : 1;
                        progress.Events += found is null ? result.Events : 0;
                        progress.Current = c.Cell.Id;
                        Progress?.Invoke(progress);
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
                {
                    failures.Add(new CaseFailure(id, e.Message));
                }
            }
        );
        return ([.. results.OrderBy(r => r.Id, StringComparer.Ordinal)], [.. failures.OrderBy(f => f.Id, StringComparer.Ordinal)]);
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
/// <param name="Results">All finished cases.</param>
/// <param name="Failures">Cases that did not finish.</param>
/// <param name="Reused">Cases that were there before [1].</param>
/// <param name="Missed">Means that are not as precise as was asked for.</param>
public sealed record RunOutcome(
    IReadOnlyList<CaseResult> Results,
    IReadOnlyList<CaseFailure> Failures,
    int Reused,
    IReadOnlyList<PrecisionMiss> Missed
);
