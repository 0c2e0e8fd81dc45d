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

    /// <summary>Runs the model and judges what it gave.</summary>
    public ValidationOutcome Obtain()
    {
        var obtained = Measure();
        var verdict = Criterion.Judge(Expected, obtained);
        if (Cause is not null)
        {
            verdict = verdict is ValidationVerdict.Agrees or ValidationVerdict.Marginal
                ? ValidationVerdict.CauseIsGone
                : ValidationVerdict.DiffersAsExplained;
        }

        return new ValidationOutcome(this, obtained, verdict);
    }
}
