using CsCheck;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Units;

[TestFixture]
public sealed class UnitTableTests
{
    [TestCase(29, "mA", "A", 0.029)]
    [TestCase(1, "month", "d", 30.4375)]
    [TestCase(1, "year", "d", 365.25)]
    [TestCase(1, "week", "h", 168)]
    [TestCase(1, "kB", "bit", 8000)]
    [TestCase(1, "Wh", "J", 3600)]
    [TestCase(60, "%", "1", 0.6)]
    [TestCase(3, "/ h", "1/s", 3.0 / 3600)]
    [TestCase(12, "EUR / year", "EUR/month", 1)]
    [TestCase(250, "kbit/s", "bit/s", 250_000)]
    [TestCase(1, "kB/s", "kbit/s", 8)]
    [TestCase(36, "km/h", "m/s", 10)]
    [TestCase(5, "µs", "us", 5)]
    public void A_value_converts(double value, string from, string to, double expected) =>
        Assert.That(UnitTable.Find(from).Convert(value, UnitTable.Find(to)), Is.EqualTo(expected));

    [TestCase("EUR", "USD")]
    [TestCase("dB", "dBm")]
    [TestCase("Hz", "1/s")]
    [TestCase("m", "min")]
    public void Units_of_different_things_do_not_convert(string from, string to) =>
        Assert.That(() => UnitTable.Find(from).Convert(1, UnitTable.Find(to)), Throws.ArgumentException);

    [TestCase("mw")]
    [TestCase("KB")]
    [TestCase("Hours")]
    [TestCase("EUR / month / year")]
    [TestCase("5 / 3")]
    [TestCase("s / 1")]
    public void Other_units_are_unknown(string symbol) => Assert.That(UnitTable.TryFind(symbol, out _), Is.False);

    [Test]
    public void No_symbol_is_a_plain_number() => Assert.That(UnitTable.Find(" "), Is.EqualTo(UnitTable.One));

    [TestCase(0.029, "A", "29 mA")]
    [TestCase(0.5, "A", "0.5 A")]
    [TestCase(5000, "m", "5 km")]
    [TestCase(868_100_000, "Hz", "868.1 MHz")]
    [TestCase(3.5, "1", "3.5")]
    [TestCase(0.25, "EUR/month", "0.25 EUR / month")]
    [TestCase(-137, "dBm", "-137 dBm")]
    [TestCase(0, "A", "0 A")]
    public void A_value_is_written_in_a_readable_unit(double value, string held, string text) =>
        Assert.That(UnitTable.Format(value, UnitTable.Find(held)), Is.EqualTo(text));

    [Test]
    public void A_rare_event_is_written_per_long_time() =>
        Assert.That(
            UnitTable.Format(UnitTable.Find("/ year").Convert(0.2, UnitTable.Find("1/s")), UnitTable.Find("1/s")),
            Is.EqualTo("0.2 / year")
        );

    [TestCase(86_400_000_000_000, "1 d")]
    [TestCase(5_400_000_000_000, "90 min")]
    [TestCase(900_000_000_000, "15 min")]
    [TestCase(1_500_000, "1.5 ms")]
    [TestCase(1_000_000_001, "1000000001 ns")]
    [TestCase(0, "0 s")]
    [TestCase(-2_000_000_000, "-2 s")]
    [TestCase(31_557_600_000_000_000, "1 year")]
    public void A_duration_is_written_in_the_shortest_exact_way(long nanoseconds, string text) =>
        Assert.That(UnitTable.Format(new Duration(nanoseconds)), Is.EqualTo(text));

    [Test]
    public void Every_symbol_has_a_description() =>
        Assert.That(UnitTable.Symbols.Select(symbol => UnitTable.Describe(UnitTable.Find(symbol))), Has.All.Match("^an? .+ such as '.+'$"));

    [Test]
    public void Every_unit_fits_among_its_own() =>
        Assert.That(UnitTable.Symbols.Select(UnitTable.Find).All(unit => UnitTable.Fitting(unit).All(unit.Fits)), Is.True);

    [Test]
    public void Every_pair_of_units_makes_a_unit() =>
        Gen.Select(Gen.OneOf<string>([.. UnitTable.Symbols]), Gen.OneOf("s", "h", "month", "km2", "B", "m"))
            .Sample(
                (top, bottom) =>
                    UnitTable.TryFind($"{top} / {bottom}", out var unit) && UnitTable.TryFind(unit.Symbol, out var again) && again == unit
            );

    [Test]
    public void What_is_written_reads_back_to_the_same_number() =>
        Gen.Select(Gen.Double[-1e12, 1e12], Gen.OneOf<string>([.. UnitTable.Symbols, "1/s", "bit/s", "EUR/month", "m/s"]))
            .Sample(
                (value, symbol) =>
                {
                    var held = UnitTable.Find(symbol);
                    var parts = UnitTable.Format(value, held).Split(' ', 2);
                    var unit = UnitTable.Find(parts.Length == 1 ? "" : parts[1]);
                    return unit.Convert(double.Parse(parts[0]), held).Equals(value);
                }
            );
}
