using System.Net;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

/// <summary>Which design of each family is best, and what decided, from made-up results.</summary>
public sealed class DecisionTests
{
    private static readonly string[] Loads = ["30 %", "70 %"];

    private const string Point = "access=lte-cat1,meter.count=100";

    [Test]
    public void What_meets_everything_goes_before_what_is_cheaper()
    {
        var m2m = Cell("m2m", [("direct", "m2m", 0.5, 1.0), ("brokered", "iot", 0.999, 2.0), ("copies", "m2m", 0.9999, 9.0)]);

        Assert.That(
            (m2m.Architecture, m2m.Verdict, m2m.Decided),
            Is.EqualTo(("copies", DecisionVerdict.Meets, "the only one of 2 that is shown to meet everything"))
        );
    }

    [Test]
    public void Of_those_that_meet_everything_the_cheapest_is_best()
    {
        var m2m = Cell("m2m", [("direct", "m2m", 0.9999, 5.0), ("copies", "m2m", 0.9999, 3.0)]);

        Assert.That((m2m.Architecture, m2m.Decided, m2m.CostEur), Is.EqualTo(("copies", "cheapest of 2 that meet everything", 3.0)));
    }

    [Test]
    public void What_fails_says_what_it_fails()
    {
        var m2m = Cell("m2m", [("direct", "m2m", 0.5, 1.0)]);

        Assert.That(
            (m2m.Verdict, m2m.Decided),
            Is.EqualTo((DecisionVerdict.Fails, "fails: 98\u00A0% of reading must arrive within 4\u00A0h; at worst 50.0\u00A0%"))
        );
    }

    /// <summary>Of "brokered" nobody knows much, as its replications differ; "copies" surely fails, though by little, and is dearer.</summary>
    [Test]
    public void What_stays_behind_least_is_best_though_it_is_known_to_fail()
    {
        var manifest = Manifest(["brokered", "copies"], ["iot", "iot"]);
        RunRow[] runs =
        [
            .. Runs(("brokered", "iot", 0.34, 1.0))
                .Select(run => run.Metric == "delivery-in-time" ? run with { Value = run.Replication == 1 ? 1 : 0.1 } : run),
            .. Runs(("copies", "iot", 0.975, 9.0)),
        ];
        var best = Rows(manifest, runs).Single(row => row.Family == "iot");

        Assert.That((best.Architecture, best.Verdict), Is.EqualTo(("copies", DecisionVerdict.Fails)));
        Assert.That(best.Decided, Does.StartWith("fails, the closest of 2: 98\u00A0%").And.EndsWith("; at worst 97.5\u00A0%"));
    }

    [Test]
    public void What_was_not_measured_is_not_met()
    {
        var manifest = Manifest(["direct", "copies"], ["m2m", "m2m"]);
        manifest = manifest with
        {
            Comparisons =
            [
                manifest.Comparisons[0] with
                {
                    Relations = [manifest.Comparisons[0].Relations[0], manifest.Comparisons[0].Relations[0] with { Name = "alarm" }],
                },
            ],
        };
        RunRow[] direct = Runs(("direct", "m2m", 0.9999, 1.0));
        RunRow[] copies =
        [
            .. Runs(("copies", "m2m", 0.97, 9.0)),
            .. Runs(("copies", "m2m", 0.9999, 9.0)).Where(run => run.Relation == "reading").Select(run => run with { Relation = "alarm" }),
        ];

        var unmeasured = Rows(manifest, direct).Single(row => row.Family == "m2m");
        var best = Rows(manifest, [.. direct, .. copies]).Single(row => row.Family == "m2m");

        Assert.That(
            (unmeasured.Verdict, unmeasured.Meeting, unmeasured.Decided),
            Is.EqualTo(
                (
                    DecisionVerdict.Unclear,
                    0,
                    "cannot be told: nothing was measured of what is required, 98\u00A0% of alarm must arrive within 4\u00A0h"
                )
            )
        );
        Assert.That(best.Architecture, Is.EqualTo("copies"), "what stays behind a little goes before what nobody knows");
    }

    [Test]
    public void Where_nothing_was_measured_of_anything_that_is_required_nothing_can_be_told()
    {
        RunRow[] runs = [.. Runs(("direct", "m2m", 0.9999, 1.0)).Where(run => run.Relation != "reading")];

        Assert.That(
            Rows(Manifest(["direct"], ["m2m"]), runs).Single(row => row.Family == "m2m").Verdict,
            Is.EqualTo(DecisionVerdict.Unclear)
        );
    }

    [Test]
    public void Conditions_have_to_be_coped_with_at_all_their_values()
    {
        var manifest = Manifest(["direct", "copies"], ["m2m", "m2m"]);
        manifest = manifest with { Comparisons = [manifest.Comparisons[0] with { Factors = [new("load", Loads) { IsCondition = true }] }] };
        RunRow[] At(string load, (string, string, double, double) design) =>
            [.. Runs(design).Select(run => run with { Point = $"load={load}" })];
        var best = Rows(
                manifest,
                [
                    .. At("30 %", ("direct", "m2m", 0.9999, 1.0)),
                    .. At("70 %", ("direct", "m2m", 0.9, 1.0)),
                    .. At("30 %", ("copies", "m2m", 0.9999, 2.0)),
                    .. At("70 %", ("copies", "m2m", 0.9999, 2.0)),
                ]
            )
            .Single(row => row.Family == "m2m");

        Assert.That((best.Architecture, best.Design, best.Designs, best.Verdict), Is.EqualTo(("copies", "", 2, DecisionVerdict.Meets)));
    }

    [Test]
    public void Comparisons_of_one_job_are_not_set_against_each_other()
    {
        var manifest = Manifest(["direct"], ["m2m"]);
        var other = Manifest(["brokered"], ["iot"]).Comparisons[0] with { Name = "metering-limits" };
        manifest = manifest with { Comparisons = [manifest.Comparisons[0], other] };
        ResultFolder folder = new(
            "",
            manifest,
            [
                .. Runs(("direct", "m2m", 0.9999, 1.0)),
                .. Runs(("brokered", "iot", 0.5, 9.0)).Select(run => run with { Comparison = "metering-limits" }),
            ],
            [],
            [],
            []
        );
        var matrix = DecisionMatrix.Of(manifest.Comparisons.Select(one => ComparisonResults.Of(folder, one.Name)));

        Assert.That(
            matrix.Rows().Where(row => row.Verdict != DecisionVerdict.NotCompared).Select(row => (row.Comparison, row.Family)),
            Is.EqualTo([("metering-scale", "m2m"), ("metering-limits", "iot")])
        );
        Assert.That(matrix.Comparisons.Select(DecisionAnswer.Of), Is.EqualTo(["Only m2m was compared.", "Only iot was compared."]));
    }

    [Test]
    public void Choices_that_differ_do_not_keep_costs_of_one_need_from_being_compared()
    {
        var manifest = Manifest(["direct", "brokered"], ["m2m", "iot"]);
        RunRow[] runs =
        [
            .. Runs(("direct", "m2m", 0.9999, 1.0)),
            .. Runs(("brokered", "iot", 0.9999, 2.0)).Select(run => run with { Point = "access=nb-iot,meter.count=100" }),
        ];

        Assert.That(
            DecisionAnswer.Of(DecisionMatrix.Of([Results(manifest, runs)]).Comparisons.Single()).Replace('\u00A0', ' '),
            Is.EqualTo(
                "m2m and iot have designs that meet everything. m2m costs 50 % less than iot at meter.count 100. They differ as a package, in 2 factors."
            )
        );
    }

    [Test]
    public void Figures_of_different_needs_are_not_compared()
    {
        var manifest = Manifest(["direct", "brokered"], ["m2m", "iot"]);
        RunRow[] runs =
        [
            .. Runs(("direct", "m2m", 0.9999, 1.0)),
            .. Runs(("brokered", "iot", 0.9999, 2.0)).Select(run => run with { Point = "access=lte-cat1,meter.count=1000" }),
        ];

        Assert.That(
            DecisionAnswer.Of(DecisionMatrix.Of([Results(manifest, runs)]).Comparisons.Single()).Replace('\u00A0', ' '),
            Does.EndWith("Figures of m2m and iot are not compared: they are of different needs at meter.count 100 and at meter.count 1000.")
        );
    }

    [Test]
    public void A_family_without_a_design_was_not_compared()
    {
        var hybrid = Cell("hybrid", [("direct", "m2m", 0.9999, 5.0)]);

        Assert.That(
            (hybrid.Verdict, hybrid.Decided, hybrid.CostEur),
            Is.EqualTo((DecisionVerdict.NotCompared, "not compared", (double?)null))
        );
    }

    [Test]
    public void What_cannot_work_says_why()
    {
        var manifest = Manifest(["direct"], ["m2m"]);
        manifest = manifest with
        {
            Comparisons = [manifest.Comparisons[0] with { Infeasible = [new("direct", Point, "The payload is too long.")] }],
        };
        var other = Runs(("brokered", "iot", 0.999, 2.0));
        manifest = manifest with
        {
            Comparisons =
            [
                manifest.Comparisons[0] with
                {
                    Architectures = [.. manifest.Comparisons[0].Architectures, new("brokered", "iot", "")],
                },
            ],
        };

        Assert.That(
            Rows(manifest, other).Single(row => row.Family == "m2m"),
            Has.Property("Verdict")
                .EqualTo(DecisionVerdict.Infeasible)
                .And.Property("Decided")
                .EqualTo("cannot work: The payload is too long.")
        );
    }

    [Test]
    public void Choices_make_designs_and_the_job_is_to_be_coped_with()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);
        var results = ComparisonResults.Of(ResultFolder.Read(folder.Path), "metering-scale");

        var rows = DecisionMatrix.Of([results]).Rows().ToArray();

        // Three access networks are three designs of each family, and four fleets are points of each.
        Assert.That(rows.Select(row => (row.Family, row.Designs)), Is.EqualTo([("m2m", 3), ("iot", 3), ("hybrid", 0)]));
        Assert.That(rows[0].Design, Does.StartWith("access="));
        Assert.That(rows[0].Point, Does.EndWith("meter.count=100000"));
    }

    [Test]
    public void The_report_has_a_card_for_each_family_and_nothing_that_is_wide()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);
        var html = File.ReadAllText(HtmlReport.Write(folder.Path));
        var section = html[html.IndexOf("<section id=\"decisions\">", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];

        Assert.That(section.Split("<div class=\"card\">"), Has.Length.EqualTo(4));
        Assert.That(
            WebUtility.HtmlDecode(section),
            Does.Contain("<h3>water-metering <span class=\"soft\">in <a href=\"#metering-scale\">metering-scale</a></span></h3>")
                .And.Contain("hybrid –")
                .And.Contain("not compared")
                .And.Not.Contain("<table")
        );
    }

    [Test]
    public void The_table_is_written_and_read_again()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);
        DerivedTables.Write(folder.Path);

        Assert.That(RowFile.ReadFrom<DecisionRow>(folder.Path), Has.Count.EqualTo(3));
    }

    private static DecisionRow Cell(string family, (string, string, double, double)[] designs) =>
        Rows(
                Manifest([.. designs.Select(one => one.Item1)], [.. designs.Select(one => one.Item2)]),
                [.. designs.SelectMany(one => Runs(one))]
            )
            .Single(row => row.Family == family);

    private static DecisionRow[] Rows(StudyManifest manifest, RunRow[] runs) => [.. DecisionMatrix.Of([Results(manifest, runs)]).Rows()];

    private static ComparisonResults Results(StudyManifest manifest, RunRow[] runs) =>
        ComparisonResults.Of(new("", manifest, runs, [], [], []), "metering-scale");

    private static StudyManifest Manifest(string[] names, string[] families)
    {
        var manifest = SampleStudy.Manifest();
        var comparison = manifest.Comparisons[0];
        return manifest with
        {
            Comparisons =
            [
                comparison with
                {
                    Architectures = [.. names.Zip(families, (name, family) => new ArchitectureManifest(name, family, ""))],
                    Relations = [comparison.Relations[0]],
                    Infeasible = [],
                },
            ],
        };
    }

    private static RunRow[] Runs((string Architecture, string Family, double Delivery, double Cost) design) =>
        [
            .. Enumerable
                .Range(1, 3)
                .SelectMany(i =>
                    new[]
                    {
                        ("reading", "delivery-in-time", design.Delivery + (i * 1e-5)),
                        ("", "cost-per-message", design.Cost),
                        ("", "cost-total", design.Cost),
                    }.Select(one => new RunRow(
                        "metering-scale",
                        design.Architecture,
                        design.Family,
                        Point,
                        i,
                        one.Item1,
                        one.Item2,
                        one.Item3,
                        MetricTable.Find(one.Item2).Unit
                    ))
                ),
        ];
}
