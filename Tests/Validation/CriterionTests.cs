namespace M2mVsIoTSim.Tests.Validation;

public sealed class CriterionTests
{
    /// <summary>Thirty values of mean 10 and standard deviation 1: the 99 % interval is ±0.503, the one at 99.99 % ±0.80.</summary>
    private static readonly Measurement Ten = new(30, 10, 1);

    [TestCase(10.4, ValidationVerdict.Agrees)]
    [TestCase(10.6, ValidationVerdict.Marginal)]
    [TestCase(9.4, ValidationVerdict.Marginal)]
    [TestCase(11, ValidationVerdict.Differs)]
    public void Theory_is_looked_for_in_the_interval(double theory, ValidationVerdict verdict) =>
        Assert.That(Judge(theory, Criterion.InInterval(0.1)), Is.EqualTo(verdict));

    [Test]
    public void An_interval_that_is_too_wide_proves_nothing() =>
        Assert.That(Judge(10, Criterion.InInterval(0.05)), Is.EqualTo(ValidationVerdict.TooWide));

    [TestCase(10.2, ValidationVerdict.Agrees)]
    [TestCase(10.21, ValidationVerdict.Differs)]
    public void A_published_value_has_a_tolerance(double published, ValidationVerdict verdict) =>
        Assert.That(Judge(published, Criterion.Within(0.2)), Is.EqualTo(verdict));

    [TestCase(5, ValidationVerdict.Agrees)]
    [TestCase(20, ValidationVerdict.Agrees)]
    [TestCase(4.9, ValidationVerdict.Differs)]
    [TestCase(20.1, ValidationVerdict.Differs)]
    public void A_rough_figure_has_a_factor_both_ways(double published, ValidationVerdict verdict) =>
        Assert.That(Judge(published, Criterion.WithinFactor(2)), Is.EqualTo(verdict));

    [TestCase(9.4, ValidationVerdict.Agrees)]
    [TestCase(9.6, ValidationVerdict.Marginal)]
    [TestCase(10.4, ValidationVerdict.Marginal)]
    [TestCase(10.6, ValidationVerdict.Differs)]
    public void A_requirement_is_met_by_the_whole_interval(double required, ValidationVerdict verdict) =>
        Assert.That(Judge(required, Criterion.AtLeast), Is.EqualTo(verdict));

    [Test]
    public void A_published_value_wants_a_narrow_interval_too() =>
        Assert.That(Judge(10, Criterion.Within(0.2, width: 0.5)), Is.EqualTo(ValidationVerdict.TooWide));

    [TestCase(10.6, ValidationVerdict.Agrees)]
    [TestCase(10.8, ValidationVerdict.Marginal)]
    [TestCase(11.5, ValidationVerdict.Differs)]
    public void Two_samples_are_compared_by_both_their_spreads(double theirs, ValidationVerdict verdict) =>
        Assert.That(Judge(theirs, Criterion.SameMean(30, 1)), Is.EqualTo(verdict));

    [TestCase(12.7, ValidationVerdict.Agrees)]
    [TestCase(13, ValidationVerdict.Marginal)]
    [TestCase(16, ValidationVerdict.Differs)]
    public void A_single_run_of_another_simulator_is_one_more_draw(double theirs, ValidationVerdict verdict) =>
        Assert.That(Judge(theirs, Criterion.OneMoreDraw), Is.EqualTo(verdict));

    [TestCase(10, ValidationVerdict.Agrees)]
    [TestCase(10.000000001, ValidationVerdict.Differs)]
    public void Exact_is_exact(double published, ValidationVerdict verdict) =>
        Assert.That(Judge(published, Criterion.Exact), Is.EqualTo(verdict));

    [TestCase(11, 10.4, ValidationVerdict.DiffersAsExplained)]
    [TestCase(11, 12, ValidationVerdict.Drifts)]
    [TestCase(11, null, ValidationVerdict.Drifts)]
    [TestCase(10, 10, ValidationVerdict.CauseIsGone)]
    public void A_stated_cause_needs_the_difference_that_was_observed(double expected, double? observed, ValidationVerdict verdict) =>
        Assert.That(
            new ValidationRow("row", "1", expected, Criterion.InInterval(0.1), () => Ten) { Cause = "known", Observed = observed }
                .Obtain()
                .Verdict,
            Is.EqualTo(verdict)
        );

    [Test]
    public void A_hundred_marginal_rows_are_not_chance()
    {
        var row = new ValidationRow("row", "1", 10.6, Criterion.InInterval(0.1), () => Ten);
        var suite = new ValidationSuite("suite", "", "", "", [], [.. Enumerable.Repeat(row, 100)]);

        var result = ValidationResult.Run([suite], jobs: 1);

        Assert.That((result.MarginalsAllowed, result.HasPassed), Is.EqualTo((5, false)));
    }

    private static ValidationVerdict Judge(double expected, Criterion criterion) =>
        new ValidationRow("row", "1", expected, criterion, () => Ten).Obtain().Verdict;
}
