using CsCheck;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class EffectiveWriterTests
{
    private static readonly Gen<string> Name = Gen.OneOf("meter", "leak-app", "a.b", "1", "null", "X_9", "true");

    private static readonly Gen<SampleParty> Party = Gen.Select(
            Gen.Int[1, 1_000_000],
            Gen.Enum<SampleKind>(),
            Gen.Double[0, 1],
            Gen.Select(Gen.Bool, Gen.Double[0, 3]).Select((given, value) => given ? value : (double?)null),
            Gen.Int[-9, 70_000],
            Gen.Double[0, 1e5],
            Gen.Select(Gen.Bool, Gen.String.Where(text => !text.Any(char.IsSurrogate))).Select((given, text) => given ? text : null),
            Gen.Bool
        )
        .Select(
            (count, kind, indoor, current, payload, rate, note, mobile) =>
                new SampleParty
                {
                    Count = count,
                    Kind = kind,
                    Indoor = indoor,
                    TransmitCurrent = current,
                    TransmitCurrents = current is { } amperes ? Curve(amperes % 1, payload) : null,
                    Payload = payload,
                    Rate = rate,
                    Carrier = new Frequency(rate),
                    Uplink = current is null ? null : new BitRate(current.Value),
                    Note = note,
                    IsMobile = mobile,
                    Carries = new SampleContent(count, payload),
                }
        );

    private static readonly Gen<SampleHop> Hop = Gen.Select(
            Name.Array[0, 3],
            Gen.Select(Name, Gen.Bool).Array[0, 3],
            Gen.Enum<SampleSecurity>(),
            Gen.Double[0, 100]
        )
        .Select(
            (to, over, security, share) =>
                new SampleHop
                {
                    From = "source",
                    To = to,
                    Over =
                    [
                        .. over.Select(pair => new SampleCrossing { Name = pair.Item1, Options = pair.Item2 ? Raw("rtt: 30 ms") : null }),
                    ],
                    Security = security,
                    Delivery = new Bound(BoundSide.AtLeast, share, UnitTable.Find("%")),
                }
        );

    private static readonly Gen<SampleStudy> Study = Gen.Select(
            Gen.ULong,
            Gen.Long[1_000_000_000, long.MaxValue],
            Gen.Select(Name, Party).Array[0, 4],
            Hop.Array[0, 3],
            Gen.Double[0, 1e6]
        )
        .Select(
            (seed, duration, parties, hops, radius) =>
                new SampleStudy
                {
                    Seed = seed,
                    Duration = new Duration(duration),
                    WarmUp = seed % 2 == 0 ? null : new Duration((long)(seed / 4)),
                    Parties = new OrderedDictionary<string, SampleParty>(
                        parties.DistinctBy(party => party.Item1).Select(party => KeyValuePair.Create(party.Item1, party.Item2))
                    ),
                    Hops = hops,
                    Area = new SampleArea { Radius = radius },
                    Extra = Raw("a: [1, {b: 'null'}]\nc: \"x: y\""),
                    Uncertain = new Dictionary<string, QuantityRange> { ["price"] = new(-radius, radius, UnitTable.Find("EUR / month")) },
                }
        );

    private static PowerCurve Curve(double current, int power) =>
        power % 3 == 0 ? PowerCurve.Constant(current) : new PowerCurve((power, current), (power + 0.5, 2 * current));

    private static YamlMapping Raw(string text) => (YamlMapping)YamlTree.Parse(text, "raw", new Problems())!;

    private static string Write(object record) => new EffectiveWriter().Write(record);

    [Test]
    public void What_is_written_reads_back_to_equal_parties() =>
        Study.Sample(study => new Reading<SampleStudy>(Write(study)).Good.Parties.SequenceEqual(study.Parties), iter: 200);

    [Test]
    public void What_is_written_reads_back_to_the_same_text() =>
        Study.Sample(study => Write(new Reading<SampleStudy>(Write(study)).Good) == Write(study), iter: 200);

    [Test]
    public void Defaults_are_filled_in() =>
        Assert.That(
            Write(new Reading<SampleStudy>("parties: { a: {} }").Good),
            Is.EqualTo(
                """
                seed: 1
                duration: 1 d
                parties:
                  a:
                    count: 1
                    kind: device
                    indoor: 0
                    payload: 12 B
                    rate: 0 / s
                    is-mobile: false
                hops: []
                area:
                  radius: 1 km
                  exponent: 3.5
                uncertain: {}

                """
            )
        );

    [Test]
    public void Short_forms_stay_short() =>
        Assert.That(
            Write(new Reading<SampleHop>("from: a\nto: b\nover: [lte, { internet: { rtt: 30 ms } }, { name: options }]").Good),
            Does.Contain("over:\n  - lte\n  - internet:\n      rtt: 30 ms\n  - options\n")
        );

    [TestCase("1.10")]
    [TestCase("no")]
    [TestCase("Null")]
    [TestCase("")]
    public void Texts_that_other_readers_take_for_something_else_are_quoted(string note) =>
        Assert.That(Write(new SampleParty { Note = note }), Does.Contain($"note: \"{note}\""));

    [Test]
    public void The_defaults_of_a_part_that_was_read_later_are_written_too() =>
        Assert.That(
            new EffectiveWriter { Resolve = _ => new SampleArea() }.Write(new SampleCrossing { Name = "x", Options = Raw("cells: 1") }),
            Is.EqualTo("x:\n  radius: 1 km\n  exponent: 3.5\n")
        );
}
