using System.Text.RegularExpressions;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>What the pages say is so: tables are the program's, links lead somewhere, examples run.</summary>
public sealed partial class PageTests
{
    /// <summary>Set to 1, the tests write the tables into the pages instead of comparing them.</summary>
    internal const string Write = "M2MIOT_WRITE_DOCS";

    private static IEnumerable<TestCaseData> Tabled() =>
        Checkout
            .Pages.Where(page => Checkout.Read(page).Contains("<!-- table: ", StringComparison.Ordinal))
            .Select(page => new TestCaseData(page));

    [TestCaseSource(nameof(Tabled))]
    public void The_tables_of_a_page_are_those_of_the_program(string page)
    {
        var renewed = GeneratedTables.Renew(Checkout.Read(page));
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(Checkout.PathOf(page), renewed);
        }

        Assert.That(
            Checkout.Read(page),
            Is.EqualTo(renewed),
            $"{page} is out of date: {Write}=1 dotnet test Tests --filter PageTests renews it."
        );
    }

    private static IEnumerable<string> RecordNames() => GeneratedTables.Model.Select(type => Names.Kebab(type.Name));

    [TestCaseSource(nameof(RecordNames))]
    public void The_reference_describes_every_record(string record) =>
        Assert.That(
            Checkout.Read("docs/scenario-file.md"),
            Does.Contain($"\n### {record}\n").And.Contain($"<!-- table: record {record} -->")
        );

    private static IEnumerable<TestCaseData> Links() =>
        Checkout.Pages.SelectMany(page =>
            Link().Matches(Fence().Replace(Checkout.Read(page), "")).Select(link => new TestCaseData(page, link.Groups[1].Value))
        );

    [TestCaseSource(nameof(Links))]
    public void A_link_leads_to_a_file(string page, string target)
    {
        var path = Path.Combine(Path.GetDirectoryName(Checkout.PathOf(page))!, target);

        Assert.That(File.Exists(path) || Directory.Exists(path), $"{page} links to {target}");
    }

    private static IEnumerable<TestCaseData> Examples() =>
        Checkout.Pages.SelectMany(page =>
            Example()
                .Matches(Checkout.Read(page))
                .Select((example, index) => new TestCaseData(example.Groups[1].Value).SetArgDisplayNames($"{page} {index + 1}"))
        );

    [TestCaseSource(nameof(Examples))]
    public void A_complete_example_runs(string example) =>
        Assert.That(Study.Parse(example, new RunRequest { Quick = true, Replications = 1 }).Run(jobs: 1).Cells, Is.Not.Empty);

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```yaml complete\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();
}
