using System.Net;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

/// <summary>Which design of each family is best, and what decided, from made-up results.</summary>
public sealed class DecisionTests
{
    private const string Point = "access=lte-cat1,meter.count=100";

    [Test]
    public void What_meets_everything_goes_before_what_is_cheaper()
    {
        var m2m = Cell("m2m", [("direct", "m2m", 0.5, 1.0), ("brokered", "iot", 0.999, 2.0), ("copies", "m2m", 0.9999, 9.0)]);

        Assert.That(
            (m2m.Architecture, m2m.Verdict, m2m.Decided),
            Is.EqualTo(("copies", DecisionVerdict.Meets, "the only one of 2 that meets everything"))
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
            Is.EqualTo((DecisionVerdict.Fails, "fails: 98\u00A0% of reading must arrive within 4\u00A0h"))
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
            Does.Contain("<h3>water-metering</h3>").And.Contain("hybrid –").And.Contain("not compared").And.Not.Contain("<table")
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

    private static DecisionRow[] Rows(StudyManifest manifest, RunRow[] runs) =>
        [.. DecisionMatrix.Of([ComparisonResults.Of(new("", manifest, runs, [], [], []), "metering-scale")]).Rows()];

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
