using System.Xml.Linq;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class TypeDocsTests
{
    private static string Plain(string xml) => DocText.Plain(XElement.Parse($"<summary>{xml}</summary>"));

    [Test]
    public void The_summary_of_a_type_is_found() =>
        Assert.That(new TypeDocs().Summary(typeof(SampleHop)), Is.EqualTo("A hop from one party to others."));

    [Test]
    public void The_summary_of_a_property_is_found() =>
        Assert.That(new TypeDocs().Summary(typeof(SampleParty).GetProperty(nameof(SampleParty.Count))!), Is.EqualTo("How many."));

    [Test]
    public void The_summary_of_a_member_of_an_enumeration_is_found() =>
        Assert.That(new TypeDocs().Summary(typeof(SampleKind).GetField(nameof(SampleKind.Application))!), Is.EqualTo("A program."));

    [Test]
    public void The_remarks_of_another_assembly_are_found() =>
        Assert.That(new TypeDocs().Remarks(typeof(Duration)), Does.StartWith("Overflow throws OverflowException."));

    [Test]
    public void Nothing_said_is_no_text() => Assert.That(new TypeDocs().Summary(typeof(SampleSecurity)), Is.Empty);

    [Test]
    public void A_missing_file_is_told() =>
        Assert.That(
            () => new TypeDocs().Summary(typeof(string)),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("documentation")
        );

    [TestCase("a\n   b  c", "a b c")]
    [TestCase("see <see cref=\"M:A.B.Run(System.Int32)\"/> and <paramref name=\"x\"/>", "see Run and x")]
    [TestCase("<see cref=\"T:A.List`1\"/>, <see langword=\"null\"/>, <c>x y</c>", "List, null, x y")]
    [TestCase("first<para>second</para>third", "first\n\nsecond\n\nthird")]
    [TestCase(
        "of:<list type=\"bullet\"><item>one</item><item><term>two</term><description>2</description></item></list>end",
        "of:\n- one\n- two: 2\nend"
    )]
    public void Comments_become_plain_text(string xml, string text) => Assert.That(Plain(xml), Is.EqualTo(text));
}
