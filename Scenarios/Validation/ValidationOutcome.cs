namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>A row of the validation page: expected, obtained, interval, verdict.</summary>
/// <param name="Row">What was expected.</param>
/// <param name="Obtained">What the model gave.</param>
/// <param name="Verdict">What the comparison came to.</param>
public sealed record ValidationOutcome(ValidationRow Row, Measurement Obtained, ValidationVerdict Verdict)
{
    /// <summary>Whether nothing needs to be mended: it agrees, or differs for a reason that is stated.</summary>
    /// <remarks>Of many marginal rows something does; see <see cref="ValidationResult.HasPassed"/>.</remarks>
    public bool IsSound => Verdict is ValidationVerdict.Agrees or ValidationVerdict.Marginal or ValidationVerdict.DiffersAsExplained;

    /// <summary>Half-width of the 99 % interval of what was obtained; null if it was computed and not sampled.</summary>
    public double? HalfWidth => Obtained.IsSample ? Obtained.HalfWidth(Criterion.Confidence) : null;
}
