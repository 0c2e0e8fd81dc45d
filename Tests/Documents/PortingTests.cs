using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>The examples of the porting page are those that are compiled and run.</summary>
public sealed partial class PortingTests
{
    private static readonly string Page = Checkout.Read("docs/porting.md");
    private static readonly string Source = Checkout.Read("Tests/Documents/PortingExamples.cs");

    private static IEnumerable<TestCaseData> Cells() =>
        Row()
            .Matches(Page)
            .SelectMany(row => Code().Matches(row.Groups[1].Value))
            .Select(code => new TestCaseData(code.Groups[1].Value).SetArgDisplayNames(code.Groups[1].Value));

    [TestCaseSource(nameof(Cells))]
    public void What_the_table_says_is_compiled(string code) => Assert.That(Source, Does.Contain(code));

    [Test]
    public void The_blocks_of_the_page_are_the_regions_of_the_examples() =>
        Assert.That(Fence().Matches(Page).Select(block => block.Groups[1].Value), Is.EquivalentTo(Regions()));

    /// <summary>The text of each region, moved to the left margin.</summary>
    private static IEnumerable<string> Regions()
    {
        foreach (Match region in Region().Matches(Source))
        {
            var indent = region.Groups[1].Length;
            var lines = region.Groups[2].Value.Split('\n').Select(line => line.Length > indent ? line[indent..] : "");
            yield return string.Join('\n', lines);
        }
    }

    /// <summary>The last cell of a row.</summary>
    [GeneratedRegex(@"^\|.*\|([^|\n]+)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( *)#region [^\n]*\n(.*?)^ *#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
