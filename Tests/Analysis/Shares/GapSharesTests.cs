using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Shares;

/// <summary>Gaps between cells of a cross, and what is said of them.</summary>
public sealed class GapSharesTests
{
    private static readonly string[] Accesses = ["gprs", "lte-m"];

    /// <summary>Latencies of direct and brokered over gprs and over lte-m in three replications [s].</summary>
    private static readonly Dictionary<(string, string), double[]> Latencies = new()
    {
        [("direct", "gprs")] = [1, 1.2, 0.9],
        [("brokered", "gprs")] = [1.5, 1.7, 1.5],
        [("direct", "lte-m")] = [4, 4.4, 3.9],
        [("brokered", "lte-m")] = [4.7, 5, 4.5],
    };

    // By hand: 0.5 and 0.7 of the first replication's 3.7 s are what the broker adds, first and last.
    [Test]
    public void The_shares_of_each_replication_are_averaged()
    {
        var gap = Gaps(Latencies).Single();
        double[] mediation = [(0.5 + 0.7) / 2, (0.5 + 0.6) / 2, (0.6 + 0.6) / 2];

        Assert.That(gap.Shares.Select(share => share.Name), Is.EqualTo(["mediation", "access"]));
        Assert.That(gap.Shares[0].Share.Mean, Is.EqualTo(mediation.Average()).Within(1e-12));
        Assert.That(gap.Shares[0].Share.HalfWidth, Is.EqualTo(Estimate.Of(mediation).HalfWidth).Within(1e-12));
    }

    [Test]
    public void The_shares_sum_to_the_gap()
    {
        var gap = Gaps(Latencies).Single();

        Assert.That(gap.Shares.Sum(share => share.Share.Mean), Is.EqualTo(gap.Gap.Mean).Within(1e-12));
        Assert.That(gap.Gap.Mean, Is.EqualTo(gap.To.Mean - gap.From.Mean).Within(1e-12));
    }

    // The gaps are 3.7, 3.8 and 3.6 s: a deviation of 0.1 s, and t = 4.303 with two degrees of freedom.
    [Test]
    public void The_sentence_adds_up() =>
        Assert.That(
            Plain(Answer(Latencies, factors: 1).Sentences[0]),
            Does.StartWith(
                "95th percentile of latency of reading: of the 3.70 [3.45, 3.95] s by which it is higher with brokered (lte-m) than with direct (gprs), 3.12 [2.80, 3.43] s from access, 0.583 [0.512, 0.655] s from mediation; together exactly the gap."
            )
        );

    [Test]
    public void Architectures_that_differ_in_more_than_one_factor_are_a_package() =>
        Assert.That(Answer(Latencies, factors: 3).Lead, Does.Contain("package (3 factors) (direct → brokered), access (gprs → lte-m)"));

    /// <summary>More meters, or more load, are no design that wins.</summary>
    [TestCase(true, false)]
    [TestCase(false, true)]
    public void What_is_given_stays_at_its_first_value(bool isOfJob, bool isCondition)
    {
        var results = Results(Latencies, factors: 1);
        var given = results with
        {
            Comparison = results.Comparison with
            {
                Factors = [results.Comparison.Factors[0] with { IsOfJob = isOfJob, IsCondition = isCondition }],
            },
        };
        var question = CrossGap.Of(given)!;

        Assert.That(question.Factors.Select(factor => factor.Name), Is.EqualTo(["mediation"]));
        Assert.That(
            (question.From, question.To),
            Is.EqualTo((new DesignCell("direct", "access=gprs"), new DesignCell("brokered", "access=gprs")))
        );
    }

    [Test]
    public void Where_nothing_is_chosen_there_is_no_gap()
    {
        var results = Results(Latencies, factors: 1);
        var given = results.Comparison with
        {
            Architectures = [results.Comparison.Architectures[0]],
            Factors = [results.Comparison.Factors[0] with { IsOfJob = true }],
        };

        Assert.That(CrossGap.Of(results with { Comparison = given }), Is.Null);
    }

    [Test]
    public void What_cannot_be_told_apart_is_told_together()
    {
        var latencies = Latencies.Where(cell => cell.Key != ("brokered", "gprs")).ToDictionary();

        Assert.That(
            Answer(latencies, factors: 1).Sentences[1],
            Is.EqualTo("Not told apart: mediation together with access, since brokered (gprs) was not run.")
        );
    }

    [Test]
    public void Without_an_end_there_is_no_gap_and_it_is_said_why() =>
        Assert.That(
            Answer(Latencies.Where(cell => cell.Key != ("brokered", "lte-m")).ToDictionary(), factors: 1).Sentences.Single(),
            Is.EqualTo("There is no gap to share: brokered (lte-m) was not run.")
        );

    [Test]
    public void A_gap_that_may_be_chance_is_called_so() =>
        Assert.That(
            Answer(
                Latencies.ToDictionary(cell => cell.Key, double[] (cell) => [1 + cell.Value[0] % 0.3, 1.3, 1 + cell.Value[2] % 0.7]),
                factors: 1
            ).Sentences[0],
            Does.Contain("Its interval holds 0: the gap may be chance.")
        );

    /// <summary>Nobody knows whether a battery lasts 40 or 116 years, so nobody knows why.</summary>
    [Test]
    public void What_lies_beyond_what_readers_are_told_is_not_shared_out()
    {
        var lives = Latencies.ToDictionary(cell => cell.Key, double[] (cell) => [.. cell.Value.Select(value => 10 * value)]);
        var results = Results(lives, factors: 1);
        RunRow[] runs = [.. results.Runs.Select(run => run with { Relation = "meter", Metric = "battery-life", Unit = "a" })];
        results = new(results.Study, results.Comparison, Summary.Means(runs), [], runs, [], []);

        Assert.That(
            Plain(ShareAnswer.Of(results).Single().Sentences[0]),
            Is.EqualTo(
                "Battery life (5th percentile) of meter: > 25 years with brokered (lte-m), 10.3 years with direct (gprs); what lies beyond is not shared out (shares.csv has what was extrapolated)."
            )
        );
        Assert.That(ShareTable.Rows(results)[0].Gap, Is.EqualTo(37).Within(1e-9));
    }

    [Test]
    public void The_rows_of_a_gap_sum_to_it()
    {
        var rows = ShareTable.Rows(Results(Latencies, factors: 1));

        Assert.That(rows.Sum(row => row.Share), Is.EqualTo(rows[0].Gap).Within(1e-12));
        Assert.That(rows.Select(row => (row.From, row.To)).Distinct(), Is.EqualTo([("direct/access=gprs", "brokered/access=lte-m")]));
    }

    private static IReadOnlyList<GapShares> Gaps(Dictionary<(string, string), double[]> latencies) =>
        Results(latencies, factors: 1) is var results ? GapShares.Of(results, GapQuestions.Of(results).Single().Question) : [];

    private static (string Lead, IReadOnlyList<string> Sentences) Answer(Dictionary<(string, string), double[]> latencies, int factors) =>
        ShareAnswer.Of(Results(latencies, factors)).Single();

    private static ComparisonResults Results(Dictionary<(string Architecture, string Access), double[]> latencies, int factors)
    {
        var manifest = SampleStudy.Manifest(factors: factors);
        RunRow[] runs =
        [
            .. latencies.SelectMany(cell =>
                cell.Value.Select(
                    (value, i) =>
                        new RunRow(
                            "metering-scale",
                            cell.Key.Architecture,
                            cell.Key.Architecture == "direct" ? "m2m" : "iot",
                            $"access={cell.Key.Access}",
                            i + 1,
                            "reading",
                            "latency-p95",
                            value,
                            "s"
                        )
                )
            ),
        ];
        var comparison = manifest.Comparisons[0] with { Factors = [new("access", Accesses)], Infeasible = [] };
        return ComparisonResults.Of(new("", manifest with { Comparisons = [comparison] }, runs, [], [], []), "metering-scale");
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
