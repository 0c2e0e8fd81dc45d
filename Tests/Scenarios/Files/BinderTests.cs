using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class BinderTests
{
    private const string Whole = """
        seed: 20261122
        duration: 1.5 h
        warm-up: 15 min
        parties:
          meter: { count: 5000, indoor: 60 %, transmit-current: 29 mA, payload: 51 B, rate: 0.2 / year }
          leak-app:
            kind: application
            carrier: 868.1 MHz
            uplink: 250 kbit/s
            note: no
            is-mobile: true
          engineer: { kind: on-call-person }
        hops:
          - { from: meter, to: leak-app, over: [lte-cat1, { internet: { rtt: 30 ms } }], security: tls-1.3, delivery: ">= 98 %" }
          - { from: leak-app, to: [engineer, meter], over: sms }
        area: { radius: 5 km, cells: 3, exponent: 3.76 }
        extra: { anything: [1, 2] }
        uncertain: { path-loss-exponent: 3.5 .. 4.1, sim-price: 0.3 .. 1.5 EUR / month }
        """;

    private static SampleStudy Good => new Reading<SampleStudy>(Whole).Good;

    private static SampleParty Party(string value) => new Reading<SampleStudy>($"parties: {{ p: {{ {value} }} }}").Good.Parties["p"];

    private static string Mistake(string value) => new Reading<SampleStudy>($"parties: {{ p: {{ {value} }} }}").Messages;

    [Test]
    public void Whole_numbers_are_read() => Assert.That(Good.Seed, Is.EqualTo(20261122));

    [Test]
    public void Durations_are_read() => Assert.That((Good.Duration, Good.WarmUp), Is.EqualTo((90.Minutes, (Duration?)15.Minutes)));

    [Test]
    public void Properties_that_are_not_given_keep_their_default() => Assert.That(Good.Parties["engineer"].Payload, Is.EqualTo(12));

    [Test]
    public void Names_keep_the_order_of_the_file() => Assert.That(Good.Parties.Keys, Is.EqualTo(["meter", "leak-app", "engineer"]));

    [TestCase("transmit-current: 29 mA", 0.029)]
    [TestCase("transmit-current: 29000 uA", 0.029)]
    [TestCase("transmit-current: 1.5e-3 A", 0.0015)]
    public void A_current_is_held_in_its_unit(string text, double amperes) => Assert.That(Party(text).TransmitCurrent, Is.EqualTo(amperes));

    [TestCase("transmit-currents: { 14 dBm: 44 mA, 2 dBm: 24 mA }", 0.024, 0.034)]
    [TestCase("transmit-currents: 29 mA", 0.029, 0.029)]
    public void Currents_by_transmit_power_are_points_or_one_for_all(string text, double atTwo, double atEight) =>
        Assert.That((Party(text).TransmitCurrents!.At(2), Party(text).TransmitCurrents!.At(8)), Is.EqualTo((atTwo, atEight)).Within(1e-12));

    [Test]
    public void A_share_may_be_a_percentage_or_a_number() =>
        Assert.That(Party("indoor: 60 %").Indoor, Is.EqualTo(Party("indoor: 0.6").Indoor));

    [Test]
    public void A_rate_is_a_number_per_time() => Assert.That(Party("rate: 3 / h").Rate, Is.EqualTo(3.0 / 3600));

    [Test]
    public void A_whole_number_of_bytes_may_be_written_in_kilobytes() => Assert.That(Party("payload: 1.2 kB").Payload, Is.EqualTo(1200));

    [Test]
    public void Frequencies_and_bit_rates_are_read() =>
        Assert.That(
            (Good.Parties["leak-app"].Carrier, Good.Parties["leak-app"].Uplink),
            Is.EqualTo(((Frequency?)868.1.Megahertz, (BitRate?)250.KilobitsPerSecond))
        );

    [Test]
    public void A_text_stays_as_written() => Assert.That(Good.Parties["leak-app"].Note, Is.EqualTo("no"));

    [Test]
    public void A_member_of_an_enumeration_may_have_a_name_of_its_own() =>
        Assert.That(Good.Hops[0].Security, Is.EqualTo(SampleSecurity.Tls13));

    [Test]
    public void A_single_item_stands_for_a_list_of_one() => Assert.That(Good.Hops[0].To, Is.EqualTo(["leak-app"]));

    [Test]
    public void A_short_form_may_be_one_text() => Assert.That(Good.Hops[0].Over[0].Name, Is.EqualTo("lte-cat1"));

    [Test]
    public void A_short_form_may_be_one_foreign_key() => Assert.That(Good.Hops[0].Over[1].Options!.Keys, Is.EqualTo(["rtt"]));

    [Test]
    public void A_bound_reads_itself() =>
        Assert.That(Good.Hops[0].Delivery, Is.EqualTo(new Bound(BoundSide.AtLeast, 98, UnitTable.Find("%"))));

    [Test]
    public void A_range_has_a_unit() => Assert.That(Good.Uncertain["sim-price"].Unit.Symbol, Is.EqualTo("EUR / month"));

    [Test]
    public void A_raw_part_is_kept_for_later() => Assert.That(Good.Extra!.Find("anything"), Is.InstanceOf<YamlSequence>());

    [TestCase("count: 0", "f.yaml:1:24: count: '0' is out of range; legal: 1 .. 1000000")]
    [TestCase("count: 99999999999", "f.yaml:1:24: count: '99999999999' is out of range; legal: -2147483648 .. 2147483647")]
    [TestCase("count: many", "f.yaml:1:24: count: expected a whole number such as '3', found 'many'")]
    [TestCase("indoor: 140 %", "f.yaml:1:25: indoor: '140 %' is out of range; legal: 0 % .. 100 %")]
    [TestCase("indoor: NaN", "f.yaml:1:25: indoor: expected a number such as '3.5', found 'NaN'")]
    [TestCase("indoor: 1e999", "f.yaml:1:25: indoor: expected a number such as '3.5', found '1e999'")]
    [TestCase(
        "transmit-current: 29",
        "f.yaml:1:35: transmit-current: expected a current such as '29 mA', found '29'; units that fit: nA, uA, mA, A"
    )]
    [TestCase(
        "transmit-current: 29 dBm",
        "f.yaml:1:35: transmit-current: expected a current such as '29 mA', found '29 dBm': that is a power level; units that fit: nA, uA, mA, A"
    )]
    [TestCase(
        "transmit-currents: 29",
        "f.yaml:1:36: transmit-currents: expected a current such as '29 mA', found '29'; units that fit: nA, uA, mA, A"
    )]
    [TestCase("transmit-currents: { 2 dBm: 3 A }", "f.yaml:1:45: 2 dBm: '3 A' is out of range; legal: 0 A .. 2 A")]
    [TestCase(
        "transmit-currents: { 2: 3 mA }",
        "f.yaml:1:38: transmit-currents: expected a power level such as '14 dBm', found '2'; the unit is dBm"
    )]
    [TestCase("transmit-currents: { 2 dBm: 3 mA, 2.0 dBm: 4 mA }", "f.yaml:1:51: transmit-currents: '2.0 dBm' is given twice")]
    [TestCase(
        "transmit-currents: [3 mA]",
        "f.yaml:1:36: transmit-currents: expected currents by transmit power such as '{ 2 dBm: 24 mA, 14 dBm: 44 mA }', or one current such as '29 mA', found a list of 1"
    )]
    [TestCase("payload: 1 bit", "f.yaml:1:26: payload: '1 bit' is not a whole number of B")]
    [TestCase(
        "kind: aplication",
        "f.yaml:1:23: kind: unknown value 'aplication'; did you mean 'application'? Legal here: device, application, on-call-person"
    )]
    [TestCase("is-mobile: yes", "f.yaml:1:28: is-mobile: expected 'true' or 'false', found 'yes'")]
    [TestCase("count: [1, 2]", "f.yaml:1:24: count: expected a whole number such as '3', found a list of 2")]
    [TestCase("count: ", "f.yaml:1:17: count: expected a whole number such as '3', found nothing")]
    public void A_mistake_is_told_with_place_value_and_what_is_legal(string text, string message) =>
        Assert.That(Mistake(text), Is.EqualTo(message));

    [Test]
    public void A_number_without_its_unit_is_told_which_units_fit() =>
        Assert.That(
            new Reading<SampleStudy>("duration: 15\nparties: {}").Messages,
            Is.EqualTo(
                "f.yaml:1:11: duration: expected a duration such as '15 min', found '15'; "
                    + "units that fit: ns, us, ms, s, min, h, d, week, month, year"
            )
        );

    [Test]
    public void An_unknown_unit_is_told_the_nearest() =>
        Assert.That(
            new Reading<SampleStudy>("duration: 15 mn\nparties: {}").Messages,
            Does.Contain("there is no unit 'mn' (did you mean 'min'?); units that fit")
        );

    [Test]
    public void An_unknown_key_is_told_the_nearest() =>
        Assert.That(
            new Reading<SampleStudy>("parites: {}\nparties: {}").Messages,
            Does.StartWith("f.yaml:1:1: unknown key 'parites'; did you mean 'parties'? Legal here: seed, duration, warm-up, parties, hops")
        );

    [Test]
    public void All_mistakes_are_told_in_the_order_of_the_file() =>
        Assert.That(
            new Reading<SampleStudy>("hops:\n  - { from: a }\nparties: { p: { count: x } }\nseed: -1\nwarm-up: 1 km")
                .Problems.InOrder()
                .Select(problem => problem.Place.Line),
            Is.EqualTo([2, 3, 4, 5])
        );

    [Test]
    public void A_missing_key_is_told() =>
        Assert.That(
            new Reading<SampleStudy>("parties: {}\nhops: { from: a }").Messages,
            Is.EqualTo("f.yaml:2:1: hops: the key 'to' is missing")
        );

    [Test]
    public void A_record_checks_itself_and_points_at_the_property() =>
        Assert.That(
            new Reading<SampleStudy>("parties: {}\nhops:\n  - from: a\n    to: [b, a]").Messages,
            Is.EqualTo("f.yaml:4:5: a hop from 'a' to itself")
        );

    [Test]
    public void Nothing_is_returned_where_anything_is_wrong() =>
        Assert.That(new Reading<SampleStudy>("parties: {}\nseed: x").Value, Is.Null);

    [Test]
    public void A_name_with_a_slash_is_refused() =>
        Assert.That(
            new Reading<SampleStudy>("parties: { a/b: {} }").Messages,
            Does.Contain("'a/b' is not a name; names are letters, digits, '-', '_' and '.'")
        );

    [Test]
    public void A_name_of_something_unknown_is_told_the_nearest() =>
        Assert.That(
            new Reading<SampleStudy>("parties: {}\nhops: { from: a, to: b, over: lorawam }", "lorawan", "nb-iot").Messages,
            Is.EqualTo("f.yaml:2:31: unknown technology 'lorawam'; did you mean 'lorawan'? Legal here: lorawan, nb-iot")
        );

    [Test]
    public void A_parameter_passes_as_a_name() =>
        Assert.That(new Reading<SampleStudy>("parties: {}\nhops: { from: a, to: b, over: $access }", "lorawan").Messages, Is.Empty);

    [Test]
    public void A_mapping_where_a_text_belongs_is_told() =>
        Assert.That(
            new Reading<SampleStudy>("parties: {}\narea: 5 km").Messages,
            Is.EqualTo("f.yaml:2:7: area: expected a mapping with keys out of radius, cells, exponent, found '5 km'")
        );

    [Test]
    public void Null_is_legal_where_nothing_is_legal() =>
        Assert.That(new Reading<SampleStudy>("parties: {}\nwarm-up: null").Good.WarmUp, Is.Null);

    [Test]
    public void The_place_of_a_property_is_remembered()
    {
        var reading = new Reading<SampleStudy>(Whole);

        Assert.That(reading.Places.Of(reading.Good.Hops[1], nameof(SampleHop.Over)).ToString(), Is.EqualTo("f.yaml:15:52"));
    }

    [Test]
    public void The_place_of_an_entry_is_its_key()
    {
        var reading = new Reading<SampleStudy>(Whole);

        Assert.That(reading.Places.Of(reading.Good.Parties, "leak-app").ToString(), Is.EqualTo("f.yaml:6:3"));
    }

    [Test]
    public void The_place_of_an_item_is_remembered()
    {
        var reading = new Reading<SampleStudy>(Whole);

        Assert.That(reading.Places.Of(reading.Good.Hops[1].To, 1).ToString(), Is.EqualTo("f.yaml:15:38"));
    }

    [Test]
    public void A_default_is_where_its_owner_is()
    {
        var reading = new Reading<SampleStudy>("parties: {}");

        Assert.That(reading.Places.Of(reading.Good.Area).ToString(), Is.EqualTo("f.yaml:1:1"));
    }

    [Test]
    public void It_is_known_what_was_given()
    {
        var reading = new Reading<SampleStudy>("parties: {}");

        Assert.That(
            (
                reading.Places.IsGiven(reading.Good, nameof(SampleStudy.Parties)),
                reading.Places.IsGiven(reading.Good, nameof(SampleStudy.Seed))
            ),
            Is.EqualTo((true, false))
        );
    }

    [Test]
    public void A_type_reads_itself() => Assert.That(Party("carries: 4 x 16 bit").Carries, Is.EqualTo(new SampleContent(4, 16)));
}
