namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>One expectation of a model, from somewhere independent of it, and how to obtain what the model says.</summary>
/// <param name="Name">What is measured, and where: unique in its suite.</param>
/// <param name="Unit">Of all values of the row; "1" for a ratio or a count.</param>
/// <param name="Expected">What theory, the publication or the other simulator says.</param>
/// <param name="Criterion">When the model agrees.</param>
/// <param name="Measure">Runs the model; the same each time, from any thread.</param>
public sealed record ValidationRow(string Name, string Unit, double Expected, Criterion Criterion, Func<Measurement> Measure)
{
    /// <summary>Why it is known to differ; null if it should agree.</summary>
    public string? Cause { get; init; }

    /// <summary>What the model gave when the cause was stated; required with a <see cref="Cause"/>, so that an explained difference cannot become another one unnoticed.</summary>
    public double? Observed { get; init; }

    /// <summary>How far an explained row may move from what was observed, but never by half of the difference [1]: more than rounding, less than what a planner would notice.</summary>
    private const double Drift = 0.02;

    /// <summary>Runs the model and judges what it gave.</summary>
    public ValidationOutcome Obtain()
    {
        var obtained = Measure();
        var verdict = Criterion.Judge(Expected, obtained);
        if (Cause is not null)
        {
            verdict =
                verdict is ValidationVerdict.Agrees or ValidationVerdict.Marginal ? ValidationVerdict.CauseIsGone
                : IsAsObserved(obtained) ? ValidationVerdict.DiffersAsExplained
                : ValidationVerdict.Drifts;
        }

        return new ValidationOutcome(this, obtained, verdict);
    }

    /// <summary>Whether it still differs as it did: within the drift, or by no more than chance in a sample.</summary>
    private bool IsAsObserved(Measurement obtained) =>
        Observed is { } observed
        && Math.Abs(obtained.Mean - observed)
            <= Math.Max(Math.Min(Drift * Math.Abs(observed), Math.Abs(observed - Expected) / 2), obtained.HalfWidth(Criterion.Confidence));
}
