using System.Net;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

/// <summary>Statements with what was found, as a section of the report and as a page beside it.</summary>
public sealed partial class ArticleTests
{
    private static readonly StatementManifest[] Statements =
    [
        new("Direct is faster.", "Of M2M", ["faster", "elsewhere"], null, null),
        new("<b>Nobody</b> looks.", "Of M2M", [], null, "there is no telescope"),
        new("It carries meters.", "Of the IoT", [], "metering-scale", null),
        new("It carries lamps.", "Of the IoT", [], "lamps", null),
        new("It is direct.", "Of M2M", ["elsewhere"], null, null) { Context = ["faster"] },
    ];

    private static readonly Lazy<(string Report, string Article)> Pages = new(() => Write(Statements));

    [TestCase("Supported (1 of 2 claims not run).")]
    [TestCase("elsewhere: not run")]
    [TestCase("It is direct.</b></p>\n<p>Not run.</p>")]
    [TestCase("Beside it, neither for nor against:")]
    [TestCase("Not tested because there is no telescope.")]
    [TestCase("No claim decides; the comparison shows this:")]
    [TestCase("lamps: not run")]
    [TestCase("direct at lte-cat1 less brokered at lte-cat1 −")]
    public void Both_pages_say(string text)
    {
        Assert.That(WebUtility.HtmlDecode(Pages.Value.Article), Does.Contain(text));
        Assert.That(WebUtility.HtmlDecode(Pages.Value.Report), Does.Contain(text));
    }

    [Test]
    public void Each_link_of_the_page_leads_to_a_place_of_the_report()
    {
        string[] targets =
        [
            .. Link().Matches(Pages.Value.Article).Select(match => match.Groups[1].Value).Where(target => target.Length > 0),
        ];

        Assert.That(targets, Has.Length.EqualTo(4));
        Assert.That(targets.Where(target => !Pages.Value.Report.Contains($"id=\"{target}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Words_of_a_statement_cannot_break_the_page() => Assert.That(Pages.Value.Article, Does.Not.Contain("<b>Nobody</b>"));

    [Test]
    public void Without_statements_there_is_no_page()
    {
        var (report, article) = Write([]);

        Assert.That((article, report.Contains("What is said", StringComparison.Ordinal)), Is.EqualTo(("", false)));
    }

    private static (string Report, string Article) Write(StatementManifest[] statements)
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 3);
        JsonFile.Write(
            folder.Path,
            JsonFile.ReadManifest(folder.Path) with
            {
                Claims =
                [
                    new(
                        "faster",
                        null,
                        null,
                        "metering-scale",
                        "latency-p95(direct, reading) at {access=lte-cat1} < latency-p95(brokered, reading) at {access=lte-cat1}",
                        0,
                        "0123456789abcdef"
                    ),
                ],
                Article = statements,
            }
        );
        var report = File.ReadAllText(HtmlReport.Write(folder.Path));
        var page = Path.Combine(folder.Path, "article.html");
        return (report, File.Exists(page) ? File.ReadAllText(page) : "");
    }

    [GeneratedRegex("href=\"report\\.html#?([^\"]*)\"")]
    private static partial Regex Link();
}
