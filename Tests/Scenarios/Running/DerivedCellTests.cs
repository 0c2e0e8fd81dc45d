using System.Globalization;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Scenarios.Running.Deriving;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What is run beside a comparison without being points of its question.</summary>
public sealed class DerivedCellTests
{
    private static string With(string uncertain) =>
        ScenarioText.Metering
        + $$"""

                uncertain: {{uncertain}}
                uncertain-points: 5
            claims:
              fewer:
                comparison: metering
                holds-if: components(direct) < components(mediated)
            """;

    private static readonly string Text = With("{ meter.indoor: 30 % .. 60 %, reading.every: 8 min .. 12 min, meter.count: 4 .. 8 }");

    private static readonly Lazy<Study> Uncertain = new(() => ScenarioText.Load(Text));

    [Test]
    public void Points_of_the_ranges_are_no_points_of_the_question() =>
        Assert.That(
            Uncertain.Value.Cells.Select(cell => cell.Id),
            Is.EqualTo(ScenarioText.Load(ScenarioText.Metering).Cells.Select(cell => cell.Id))
        );

    [Test]
    public void Both_sides_of_a_claim_are_run_at_each_point_of_the_ranges() =>
        Assert.That(
            Uncertain.Value.AllCells.Where(cell => cell.IsDerived).GroupBy(cell => $"{cell.Point}").Select(point => point.Count()),
            Is.EqualTo(Enumerable.Repeat(2, 5))
        );

    [Test]
    public void An_uncertain_input_stays_within_its_range_and_fills_it()
    {
        double[] values =
        [
            .. Uncertain
                .Value.AllCells.Where(cell => cell.IsDerived && cell.Architecture == "direct")
                .Select(cell => cell.Plan.Job.Parties["meter"].Indoor)
                .Order(),
        ];

        Assert.That(values.Select(value => (int)Math.Floor((value - 0.3) / 0.06)), Is.EqualTo([0, 1, 2, 3, 4]));
    }

    [Test]
    public void Derived_cells_have_rows_but_no_part_in_the_comparisons()
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(Text, new RunRequest { Replications = 2 }));
        var folder = ResultFolder.Read(bench.Path);

        Assert.Multiple(() =>
        {
            Assert.That(folder.Manifest.Comparisons.Select(one => one.Name), Is.EqualTo(["metering"]));
            Assert.That(
                folder.Manifest.Derived!.Select(one => (one.Name, one.Origin, one.Kind)),
                Is.EqualTo([("metering~uncertain", "metering", "uncertain")])
            );
            Assert.That(folder.Runs.Select(row => row.Comparison).Distinct(), Is.EquivalentTo(["metering", "metering~uncertain"]));
        });
    }

    [Test]
    public void A_claim_has_a_page_with_its_range_and_a_map()
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(Text, new RunRequest { Replications = 2 }));

        ClaimPage.WriteAll(bench.Path, FolderResults.Read(bench.Path));

        Assert.That(
            bench.Text(ClaimPage.PathOf("fewer")),
            Does.Contain("one factor differs, mediation").And.Contains("of the plausible range").And.Contains("<h2>Where it turns</h2>")
        );
    }

    [Test]
    public void Seeds_that_come_to_one_verdict_agree()
    {
        using var one = new ResultBench();
        using var two = new ResultBench();
        one.Run(ScenarioText.Load(Text, new RunRequest { Replications = 2, Quick = true }));
        two.Run(
            ScenarioText.Load(
                Text,
                new RunRequest
                {
                    Replications = 2,
                    Quick = true,
                    Seed = 8,
                }
            )
        );
        ResultFolder[] folders = [ResultFolder.Read(one.Path), ResultFolder.Read(two.Path)];

        Assert.Multiple(() =>
        {
            Assert.That(AgreementAnswer.Headline(ClaimAgreement.Of(folders).Single()), Is.EqualTo("fewer: all 2 seeds agree, refuted."));
            Assert.That(
                () => ClaimAgreement.Of([folders[0], folders[0]]),
                Throws.ArgumentException.With.Message.Contains("both have seed 7")
            );
        });
    }

    [Test]
    public void The_hash_of_a_claim_covers_the_ranges()
    {
        Assert.That(HashWith("{ meter.indoor: 30 % .. 60 % }"), Is.Not.EqualTo(HashWith("{ meter.indoor: 30 % .. 70 % }")));

        static string HashWith(string ranges)
        {
            using var bench = new ResultBench();
            bench.Run(ScenarioText.Load(With(ranges), new RunRequest { Replications = 1, Quick = true }));
            return ResultFolder.Read(bench.Path).Manifest.Claims.Single().Hash;
        }
    }

    [Test]
    public void A_sample_has_one_point_in_each_stratum_of_each_edge()
    {
        var points = LatinHypercube.Of(["a", "b", "c"], 7, seed: 5);

        Assert.That(
            Enumerable.Range(0, 3).Select(edge => points.Select(point => (int)(7 * point[edge])).Order().ToArray()),
            Has.All.EqualTo(Enumerable.Range(0, 7).ToArray())
        );
    }

    [Test]
    public void A_price_is_varied_in_the_bills_of_both_sides_and_changes_nothing_else()
    {
        const string Price = "device";
        var nominal = PriceList.Of(Library.Shipped.Prices).Find(Price)!.Each.Mid;
        using var bench = new ResultBench();
        bench.Run(
            ScenarioText.Load(
                With(string.Create(CultureInfo.InvariantCulture, $"{{ prices.{Price}: {nominal / 2} .. {nominal * 2} EUR }}")),
                new RunRequest { Replications = 1 }
            )
        );
        var rows = ResultFolder.Read(bench.Path).Runs.Where(row => row.Comparison == "metering~uncertain").ToList();
        var devices = rows.Where(row => row.Metric == "cost:devices").GroupBy(row => row.Point).ToList();

        Assert.Multiple(() =>
        {
            // One device price for both architectures, another at each point: within the range, so the extremes differ by less than four times.
            Assert.That(devices, Has.Count.EqualTo(5));
            Assert.That(devices.Select(point => point.Max(row => row.Value)).Distinct().Count(), Is.EqualTo(5));
            Assert.That(
                rows.Where(row => row is { Metric: "energy-per-day", Architecture: "direct", Relation: "meter" })
                    .Select(row => row.Value)
                    .Distinct()
                    .Count(),
                Is.EqualTo(1)
            );
        });
    }

    [Test]
    public void A_gap_that_is_the_cross_itself_is_taken_apart_once()
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(Asking("{ from: direct, to: mediated }"), new RunRequest { Replications = 2 }));

        var rows = FolderResults.Read(bench.Path).All.SelectMany(ShareTable.Rows).ToList();

        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(row => (row.From, row.To, row.Metric, row.Relation, row.Factor)), Is.Unique);
    }

    [Test]
    public void What_is_taken_apart_twice_is_refused() =>
        Assert.That(
            () => ScenarioText.Load(Asking("[{ from: direct, to: mediated }, { from: direct, to: mediated }]")),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("are taken apart at this place already")
        );

    private static string Asking(string why) => $"{ScenarioText.Metering}\n    why: {why}\n";

    [TestCase("{ prices.device: 1 .. 2 EUR / year }", "which is no quantity of the range")]
    [TestCase("{ prices.device: 1 .. 2 EUR }", "which lies outside its plausible range")]
    [TestCase("{ prices.devise: 1 .. 2 EUR }", "unknown price that this comparison pays 'devise'")]
    [TestCase("{ meter.indoor: 60 % .. 70 % }", "which lies outside its plausible range '60 .. 70 %'")]
    [TestCase("{ meter.indor: 30 % .. 60 % }", "unknown uncertain input 'meter.indor'; did you mean 'meter.indoor'?")]
    [TestCase("{ meter.temperature: 1 °C .. 5 °C }", "job 'metering' does not say what 'meter.temperature' is nominally")]
    [TestCase("{ loss: 1 .. 2 }", "unknown uncertain input 'loss'")]
    [TestCase("{ access: 1 .. 2 }", "'access' is swept by cross and cannot be uncertain too")]
    [TestCase("{ meter.indoor: 1 s .. 2 s }", "which is no quantity of the range")]
    public void What_cannot_be_varied_is_refused(string uncertain, string message) =>
        Assert.That(() => ScenarioText.Load(With(uncertain)), Throws.TypeOf<ScenarioException>().With.Message.Contains(message));

    [Test]
    public void A_name_of_a_comparison_may_not_look_derived() =>
        Assert.That(
            () =>
                ScenarioText.Load(
                    ScenarioText.Metering.Replace("metering:\n    question", "metering~a:\n    question", StringComparison.Ordinal)
                ),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("comparison 'metering~a' has a '~' in its name")
        );
}
