using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>A precision that was asked for is reached, or it is said why not.</summary>
public sealed class SufficiencyTests
{
    private static readonly RunRequest Request = new() { Precision = 0.05 };

    [Test]
    public void Values_that_do_not_vary_miss_nothing() => Assert.That(Missed([0, 0, 0, 0, 0]), Is.Empty);

    [Test]
    public void A_single_value_misses_every_precision() =>
        Assert.That(Missed([1]), Is.EqualTo(["c/a/: latency-mean of reading: no interval, for only 1 of 1 replications measured it"]));

    [Test]
    public void A_wide_interval_tells_how_many_replications_it_needs() =>
        Assert.That(
            Missed([1, 2, 3]),
            Is.EqualTo([$"c/a/: latency-mean of reading: ±124 % instead of ±5.0 % after 3 replications; about {Needed} would be needed"])
        );

    [Test]
    public void The_mean_that_asks_for_the_most_is_named()
    {
        var other = Results([1, 1.2, 3]).Select(one => one with { Runs = [one.Runs[0] with { Relation = "alarm" }] });

        Assert.That(
            $"{Sufficiency.Slowest([.. Results([1, 2, 3]), .. other], Request, there: 3)}",
            Does.StartWith("c/a/: latency-mean of alarm: ±")
        );
        Assert.That(Sufficiency.Slowest(Results([1, 1, 1]), Request, there: 3), Is.Null);
    }

    [Test]
    public void No_more_than_1000_replications_are_run() =>
        Assert.That(Sufficiency.Replications(Results([1, 1, 1, 9]), Request, there: 4), Is.EqualTo(1000));

    [Test]
    public void A_metric_that_half_of_the_replications_measured_needs_twice_as_many()
    {
        // Of three values in three replications; the same three in six need twice that.
        Assert.That(Sufficiency.Replications(Results([1, 2, 3]), Request, there: 6), Is.EqualTo(2 * Needed).Within(1));
    }

    /// <summary>The smallest n with t(n − 1)·s/√n at most 5 % of the mean, for s = 1 and a mean of 2.</summary>
    private const int Needed = 387;

    private static IEnumerable<string> Missed(double[] values) =>
        Sufficiency.Missed(Results(values), Request).Select(miss => $"{miss}".Replace('\u00a0', ' ').Replace('\u202f', ' '));

    private static CaseResult[] Results(double[] values) =>
        [
            .. values.Select(
                (value, i) =>
                    new CaseResult(
                        $"c/a//r{i + 1}",
                        "",
                        "",
                        0,
                        [new RunRow("c", "a", "m2m", "", i + 1, "reading", "latency-mean", value, "s")],
                        [],
                        [],
                        [],
                        [],
                        [],
                        []
                    )
            ),
        ];
}
