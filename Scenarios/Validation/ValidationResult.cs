using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>All outcomes of the suites that were asked for, in their order.</summary>
/// <param name="Suites">Each suite with the outcomes of its rows.</param>
public sealed record ValidationResult(IReadOnlyList<(ValidationSuite Suite, IReadOnlyList<ValidationOutcome> Outcomes)> Suites)
{
    /// <summary>All rows.</summary>
    public IEnumerable<ValidationOutcome> Outcomes => Suites.SelectMany(suite => suite.Outcomes);

    /// <summary>Rows of one verdict [1].</summary>
    public int Count(ValidationVerdict verdict) => Outcomes.Count(outcome => outcome.Verdict == verdict);

    /// <summary>Sampled rows that are judged by a 99 % interval or test [1].</summary>
    public int Sampled => Outcomes.Count(outcome => outcome.Obtained.IsSample && outcome.Row.Cause is null);

    /// <summary>More marginal rows than this are too many to be chance: the 99.9 % quantile of a binomial count [1].</summary>
    public int MarginalsAllowed
    {
        get
        {
            var allowed = 0;
            while (Binomial.CDF(1 - Criterion.Confidence, Sampled, allowed) < 0.999)
            {
                allowed++;
            }

            return allowed;
        }
    }

    /// <summary>Whether nothing needs to be mended.</summary>
    public bool HasPassed => Outcomes.All(outcome => outcome.IsSound) && Count(ValidationVerdict.Marginal) <= MarginalsAllowed;

    /// <summary>Runs suites on all cores.</summary>
    /// <param name="suites">What to run.</param>
    /// <param name="jobs">Rows at a time [1]; all cores if null.</param>
    /// <param name="finished">Told after each row, one at a time.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static ValidationResult Run(
        IReadOnlyList<ValidationSuite> suites,
        int? jobs = null,
        Action<ValidationSuite, ValidationOutcome>? finished = null,
        CancellationToken cancellation = default
    )
    {
        var rows = suites.SelectMany(suite => suite.Rows.Select(row => (suite, row))).ToArray();
        var outcomes = new ValidationOutcome[rows.Length];
        var told = new Lock();
        Parallel.For(
            0,
            rows.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs ?? Environment.ProcessorCount, CancellationToken = cancellation },
            i =>
            {
                outcomes[i] = rows[i].row.Obtain();
                lock (told)
                {
                    finished?.Invoke(rows[i].suite, outcomes[i]);
                }
            }
        );

        var next = 0;
        return new([.. suites.Select(suite => (suite, (IReadOnlyList<ValidationOutcome>)[.. suite.Rows.Select(_ => outcomes[next++])]))]);
    }
}
