using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>A small study in memory: two ways over fibre that differ in who stands in the middle.</summary>
public sealed class StudyResultTests
{
    private const string Text = """
        study: { seed: 7, replications: 3, duration: 10 min }
        jobs:
          counting:
            source: made up for this test
            parties:
              meter: { count: 5 }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 1 min, require: { delivery: ">= 98 %", within: 1 min } }
        architectures:
          direct:
            hops:
              - { from: meter, to: head-end, over: [fibre, internet], speaks: push }
              - { from: head-end, to: utility, over: internet, speaks: push }
          mediated:
            hops:
              - { from: meter, to: broker, over: [fibre, internet], speaks: push }
              - { from: broker, to: utility, over: internet, speaks: push }
        comparisons:
          who-mediates:
            question: Does it matter who stands in the middle?
            job: counting
            cross: { architecture: [direct, mediated], meter.count: [5, 10] }
        """;

    private const string Point = "meter.count=5";

    private static readonly StudyResult Result = Study.Parse(Text).Run(jobs: 2);

    [Test]
    public void Every_cell_has_its_replications() => Assert.That(Result.Cells.Select(cell => cell.Cases.Count), Is.EqualTo([3, 3, 3, 3]));

    [Test]
    public void Replications_that_a_precision_adds_are_there()
    {
        var precise = Study.Parse(Text, new RunRequest { Precision = 0.002 }).Run();

        Assert.That(precise.Cells.Select(cell => cell.Cases.Count), Has.All.GreaterThan(3));
    }

    [Test]
    public void An_estimate_is_the_mean_over_the_replications()
    {
        var cell = Result.Cell("direct", Point);

        Assert.That(
            cell.Estimate("latency-mean", "reading").Mean,
            Is.EqualTo(cell.Values("latency-mean", "reading").Average(pair => pair.Value)).Within(1e-12)
        );
    }

    [Test]
    public void A_difference_is_taken_replication_by_replication()
    {
        var gap = Result.Difference("direct", "mediated", Point, "latency-mean", "reading").Difference;
        var apart =
            Result.Cell("direct", Point).Estimate("latency-mean", "reading").Mean
            - Result.Cell("mediated", Point).Estimate("latency-mean", "reading").Mean;

        Assert.That(gap.Mean, Is.EqualTo(apart).Within(1e-12));
    }

    [Test]
    public void The_factors_behind_a_difference_are_told() =>
        Assert.That(Result.Factors("direct", "mediated").Select(factor => factor.ToString()), Has.One.Contains("mediation"));

    [Test]
    public void The_number_of_jobs_changes_nothing() =>
        Assert.That(
            Study.Parse(Text).Run(jobs: 1).Cells.SelectMany(cell => cell.Cases).Select(result => result.Digest),
            Is.EqualTo(Result.Cells.SelectMany(cell => cell.Cases).Select(result => result.Digest))
        );

    [Test]
    public void A_wrong_point_is_refused_with_the_right_ones() =>
        Assert.That(
            () => Result.Cell("direct", "meter.count=6"),
            Throws.ArgumentException.With.Message.Contains("who-mediates/direct/meter.count=10")
        );

    [Test]
    public void A_wrong_relation_is_refused_with_the_right_ones() =>
        Assert.That(
            () => Result.Cell("direct", Point).Estimate("latency-mean", "readings"),
            Throws.ArgumentException.With.Message.Contains("'reading'")
        );

    [Test]
    public void A_metric_that_does_not_exist_is_refused() =>
        Assert.That(
            () => Result.Cell("direct", Point).Estimate("latency", "reading"),
            Throws.ArgumentException.With.Message.Contains("latency-mean")
        );

    [Test]
    public void What_cannot_be_simulated_yet_is_not_run()
    {
        var study = Study.Parse(
            Text.Replace("over: [fibre, internet], speaks: push }", "over: [fibre, internet], standby: [dsl, internet], speaks: push }")
        );

        Assert.That(() => study.Run(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("standby paths"));
    }

    [Test]
    public void A_cancelled_study_ends() =>
        Assert.That(
            () => Study.Parse(Text).Run(cancellation: new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
}
