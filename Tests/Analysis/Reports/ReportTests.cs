using System.Net;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

public sealed partial class ReportTests
{
    private static readonly string[] Parts =
    [
        "class=\"question\"",
        "The answer",
        "Key figures",
        "Figures</h3>",
        "What this rests on",
        "How to repeat",
    ];

    private static readonly Lazy<string> Report = new(() => Write(quick: false));

    [TestCase("<p class=\"question\">With the same access network, what does the broker cost")]
    [TestCase("differ in one factor, mediation (direct against broker). The differences below are because of mediation.")]
    [TestCase("From 3 replications of each case (indicative only: fewer than five replications).")]
    [TestCase("at a family-wise level of 5 %")]
    [TestCase("<dt>A-XDR</dt>")]
    [TestCase("Only what the job requires is part of these lines")]
    [TestCase("Requirements, point by point")]
    [TestCase("so nothing is called equivalent")]
    [TestCase("<td>infeasible</td>")]
    [TestCase("The payload exceeds the daily airtime of the band.")]
    [TestCase("3GPP TS 36.331, 5.3.3</td><td>from-memory</td>")]
    [TestCase("m2miot run metering.yaml --seed 20261122 -r 3</pre>")]
    [TestCase("<meta name=\"viewport\"")]
    public void The_report_says(string fragment) => Assert.That(Decoded(Report.Value), Does.Contain(fragment));

    [Test]
    public void The_question_comes_before_the_answer_and_the_answer_before_the_figures() =>
        Assert.That(Parts.Select(part => Report.Value.IndexOf(part, StringComparison.Ordinal)), Is.Ordered.And.All.GreaterThan(0));

    [Test]
    public void The_report_needs_no_other_file() => Assert.That(Report.Value, Does.Not.Match("(src|href)=\"(?!data:|#|claims/)"));

    [Test]
    public void The_same_folder_gives_the_same_bytes()
    {
        var first = Report.Value;

        Assert.That(Write(quick: false), Is.EqualTo(first));
    }

    [Test]
    public void Every_image_has_words_for_those_who_cannot_see_it() =>
        Assert.That(Images().Count(Report.Value), Is.EqualTo(ImagesWithText().Count(Report.Value)));

    [Test]
    public void A_quick_run_is_marked() => Assert.That(Write(quick: true), Does.Contain("This is a quick run"));

    [Test]
    public void A_quick_run_says_what_it_ran()
    {
        var manifest = SampleStudy.Manifest(quick: true);
        manifest = manifest with { Comparisons = [manifest.Comparisons[0] with { Shortened = ["meter.count 2000 instead of 20 000"] }] };

        var html = HtmlReport.ToText(new("", manifest, [], [], [], []));

        Assert.That(html, Does.Contain("Ran: meter.count 2000 instead of 20 000. "));
    }

    [Test]
    public void Warnings_stand_above_the_answer() =>
        Assert.That(
            Report.Value.IndexOf("class=\"warn\"", StringComparison.Ordinal),
            Is.GreaterThan(0).And.LessThan(Report.Value.IndexOf("The answer", StringComparison.Ordinal))
        );

    [Test]
    public void Every_figure_opens_larger() =>
        Assert.That(Images().Count(Report.Value), Is.EqualTo(LinkedImages().Count(Report.Value)).And.GreaterThan(0));

    [Test]
    public void Text_from_the_scenario_cannot_break_the_page()
    {
        var manifest = SampleStudy.Manifest() with { Study = "<script>alert(1)</script>" };

        Assert.That(HtmlReport.ToText(new("", manifest, [], [], [], [])), Does.Not.Contain("<script>"));
    }

    [Test]
    public void A_study_without_results_still_gives_a_report() =>
        Assert.That(
            HtmlReport.ToText(new("", SampleStudy.Manifest(), [], [], [], [])),
            Does.Contain("There are not two architectures with results to compare.")
        );

    [Test]
    public void A_requirement_that_is_met_by_pooled_arrivals_alone_says_so()
    {
        RunRow[] runs =
        [
            .. Enumerable
                .Range(1, 3)
                .SelectMany(i =>
                    new[]
                    {
                        new RunRow(
                            "metering-scale",
                            "direct",
                            "m2m",
                            "access=lte-cat1,meter.count=100",
                            i,
                            "reading",
                            "delivery-in-time",
                            1,
                            "1"
                        ),
                        new RunRow(
                            "metering-scale",
                            "direct",
                            "m2m",
                            "access=lte-cat1,meter.count=100",
                            i,
                            "reading",
                            "expected-arrivals",
                            5000,
                            "1"
                        ),
                    }
                ),
        ];

        Assert.That(Decoded(HtmlReport.ToText(new("", SampleStudy.Manifest(), runs, [], [], []))), Does.Contain(" ‡ ✓"));
    }

    [Test]
    public void Of_many_comparisons_each_is_told_in_a_few_lines()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);

        var lines = M2mVsIoTSim.Analysis.Reports.Tables.Brief(FolderResults.Read(folder.Path).Of("metering-scale")).TrimEnd().Split('\n');

        Assert.That(lines[0], Does.StartWith("metering-scale: "));
        Assert.That(lines[1], Does.StartWith("- direct: "));
        Assert.That(lines.Skip(1), Has.All.Match("^[-!] "));
    }

    [Test]
    public void The_table_for_the_terminal_lines_up()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);

        var lines = M2mVsIoTSim.Analysis.Reports.Tables.Headline(folder.Path, "metering-scale").Split('\n');

        Assert.That(
            lines.First(line => line.Contains("lte-cat1")).IndexOf("direct (m2m)", StringComparison.Ordinal),
            Is.EqualTo(lines[2].IndexOf("architecture", StringComparison.Ordinal))
        );
    }

    [Test]
    public void Only_boxes_of_their_own_scroll_sideways() =>
        Assert.That(Tables().Count(Report.Value), Is.EqualTo(BoxedTables().Count(Report.Value)).And.GreaterThan(0));

    private static string Write(bool quick)
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, quick: quick, replications: 3);
        return File.ReadAllText(HtmlReport.Write(folder.Path));
    }

    private static string Decoded(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("<table")]
    private static partial Regex Tables();

    [GeneratedRegex("<div class=\"scroll\"><table")]
    private static partial Regex BoxedTables();

    [GeneratedRegex("<img ")]
    private static partial Regex Images();

    [GeneratedRegex("<figure id=\"([^\"]+)\"><a href=\"#\\1\">\\s*<img ")]
    private static partial Regex LinkedImages();

    [GeneratedRegex("<img alt=\"[^\"]+\"")]
    private static partial Regex ImagesWithText();
}
