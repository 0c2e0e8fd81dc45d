using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class SchemaWriterTests
{
    private static readonly JsonObject Schema = new SchemaWriter(new TypeDocs())
    {
        LegalNames = new Dictionary<string, IReadOnlyCollection<string>> { ["technology"] = ["internet", "lte"] },
        OptionTypes = new Dictionary<string, IReadOnlyDictionary<string, Type>>
        {
            ["technology"] = new Dictionary<string, Type> { ["internet"] = typeof(SampleArea) },
        },
    }.Write(typeof(SampleStudy));

    private static string At(params string[] path) =>
        path.Aggregate((JsonNode)Schema["$defs"]!, (node, key) => int.TryParse(key, out var index) ? node[index]! : node[key]!)
            .ToJsonString();

    private static string Party(string property, string key) => At("sample-party", "properties", property, key);

    [Test]
    public void The_root_is_the_record() => Assert.That((string?)Schema["$ref"], Is.EqualTo("#/$defs/sample-study"));

    [Test]
    public void Required_keys_are_required() => Assert.That(At("sample-hop", "required"), Is.EqualTo("""["from","to"]"""));

    [Test]
    public void Other_keys_are_refused() => Assert.That(At("sample-party", "additionalProperties"), Is.EqualTo("false"));

    [Test]
    public void Descriptions_come_from_the_comments() =>
        Assert.That(Party("count", "description"), Is.EqualTo("\"How many. Legal: 1 .. 1000000.\""));

    [Test]
    public void Bounds_are_told() => Assert.That((Party("count", "minimum"), Party("count", "maximum")), Is.EqualTo(("1", "1000000")));

    [Test]
    public void Defaults_are_told() => Assert.That((Party("count", "default"), Party("payload", "default")), Is.EqualTo(("1", "\"12 B\"")));

    [Test]
    public void Members_of_an_enumeration_are_told() =>
        Assert.That(Party("kind", "oneOf"), Does.StartWith("""[{"const":"device","description":"A machine."},{"const":"application","""));

    [TestCase("transmit-current", "29 mA", true)]
    [TestCase("transmit-current", "29", false)]
    [TestCase("transmit-current", "29 dBm", false)]
    [TestCase("rate", "0.2 / year", true)]
    [TestCase("uplink", "250 kbit/s", true)]
    [TestCase("payload", "51 B", true)]
    public void The_pattern_of_a_quantity_is_what_the_reader_accepts(string property, string text, bool legal) =>
        Assert.That(Regex.IsMatch(text, (string)JsonNode.Parse(Party(property, "pattern"))!), Is.EqualTo(legal));

    [TestCase("-3.5 dBm", true)]
    [TestCase("14", false)]
    [TestCase("14 mA", false)]
    public void The_points_of_a_curve_are_powers(string text, bool legal) =>
        Assert.That(
            Regex.IsMatch(
                text,
                (string)JsonNode.Parse(At("sample-party", "properties", "transmit-currents", "anyOf", "1", "propertyNames", "pattern"))!
            ),
            Is.EqualTo(legal)
        );

    [Test]
    public void A_quantity_has_an_example() => Assert.That(Party("transmit-current", "examples"), Is.EqualTo("""["29 mA"]"""));

    [Test]
    public void A_single_item_may_stand_for_a_list() =>
        Assert.That(
            At("sample-hop", "properties", "over", "anyOf", "1"),
            Is.EqualTo(At("sample-hop", "properties", "over", "anyOf", "0", "items"))
        );

    [Test]
    public void Legal_names_are_told() =>
        Assert.That(
            At("sample-crossing", "anyOf", "0"),
            Is.EqualTo("""{"anyOf":[{"enum":["internet","lte"]},{"type":"string","pattern":"^\\$"}]}""")
        );

    [Test]
    public void Options_are_told_by_name() =>
        Assert.That(At("sample-crossing", "anyOf", "1", "properties"), Is.EqualTo("""{"internet":{"$ref":"#/$defs/sample-area"}}"""));
}
