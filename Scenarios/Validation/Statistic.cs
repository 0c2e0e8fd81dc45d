namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>One number that theory predicts, and how a run shows it.</summary>
/// <typeparam name="TRun">What a run leaves behind.</typeparam>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Expected">The prediction.</param>
/// <param name="Of">Reads it from a run.</param>
internal sealed record Statistic<TRun>(string Name, string Unit, double Expected, Func<TRun, double> Of)
{
    /// <summary>Rows that share their runs; only the numbers of a run are kept.</summary>
    /// <param name="runs">The replications or batches; enumerated once, when the first row is measured.</param>
    /// <param name="criterion">When the rows agree.</param>
    /// <param name="statistics">What is read from each run.</param>
    public static IEnumerable<ValidationRow> Rows(IEnumerable<TRun> runs, Criterion criterion, IReadOnlyList<Statistic<TRun>> statistics)
    {
        var values = new Lazy<double[][]>(() => [.. runs.Select(run => (double[])[.. statistics.Select(statistic => statistic.Of(run))])]);
        return statistics.Select(
            (statistic, i) =>
                new ValidationRow(
                    statistic.Name,
                    statistic.Unit,
                    statistic.Expected,
                    criterion,
                    () => Measurement.Of([.. values.Value.Select(run => run[i])])
                )
        );
    }
}
