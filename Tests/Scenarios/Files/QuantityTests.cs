using CsCheck;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class QuantityTests
{
    private static string? DurationProblem(string text) => new DurationCodec(Bounds.Of(null, UnitTable.Find("s"))).Read(text, out _);

    private static long Nanoseconds(string text)
    {
        var problem = new DurationCodec(Bounds.Of(null, UnitTable.Find("s"))).Read(text, out var value);
        return value is Duration duration ? duration.Nanoseconds : throw new AssertionException(problem ?? "");
    }

    private static string? Mistake(string text)
    {
        Quantity.TryRead(text, out _, out var problem);
        return problem;
    }

    [TestCase("5 s", 5, "s")]
    [TestCase("5s", 5, "s")]
    [TestCase(" -137 dBm ", -137, "dBm")]
    [TestCase("1e3 m", 1000, "m")]
    [TestCase("5EUR", 5, "EUR")]
    [TestCase("98%", 98, "%")]
    [TestCase("1.5 EUR/month", 1.5, "EUR / month")]
    [TestCase("0.2 / year", 0.2, "/ year")]
    [TestCase("3", 3, "1")]
    public void A_number_and_its_unit_are_parted(string text, double amount, string symbol)
    {
        Quantity.TryRead(text, out var quantity, out _);

        Assert.That(quantity, Is.EqualTo(new Quantity(amount, UnitTable.Find(symbol))));
    }

    [TestCase("five", "'five' does not start with a number")]
    [TestCase("1.2.3 s", "'1.2.3 s' does not start with a number")]
    [TestCase(".5 s", "'.5 s' does not start with a number")]
    [TestCase("Infinity", "'Infinity' does not start with a number")]
    [TestCase("1e400 s", "'1e400' is too large a number")]
    [TestCase("5 mhz", "there is no unit 'mhz' (did you mean 'MHz'?)")]
    [TestCase("5 EUR / mont", "there is no unit 'mont' (did you mean 'month'?)")]
    [TestCase("5 / s / s", "there is no unit '/ s / s'")]
    public void What_is_no_quantity_is_told(string text, string problem) => Assert.That(Mistake(text), Is.EqualTo(problem));

    [TestCase("0.5 ns", 0)]
    [TestCase("1.5 ns", 2)]
    [TestCase("2.5 ns", 2)]
    [TestCase("0.1 s", 100_000_000)]
    [TestCase("1.0000005 ms", 1_000_000)]
    [TestCase("1.0000015 ms", 1_000_002)]
    [TestCase("30.4375 d", 2_629_800_000_000_000)]
    public void A_duration_is_rounded_half_to_even(string text, long nanoseconds) =>
        Assert.That(Nanoseconds(text), Is.EqualTo(nanoseconds));

    [TestCase("293 years")]
    [TestCase("1e25 s")]
    [TestCase("1e40 ns")]
    public void A_duration_beyond_292_years_is_out_of_range(string text) =>
        Assert.That(DurationProblem(text), Is.EqualTo($"'{text}' is out of range; a duration lies within ±292 years"));

    [TestCase("3.5 .. 4.1", 3.5, 4.1, "1")]
    [TestCase("3.5..4.1", 3.5, 4.1, "1")]
    [TestCase("0.3 .. 1.5 EUR / month", 0.3, 1.5, "EUR / month")]
    [TestCase("10 ms .. 2 s", 0.01, 2, "s")]
    [TestCase("-90 .. -80 dBm", -90, -80, "dBm")]
    public void A_range_has_two_ends(string text, double low, double high, string symbol)
    {
        QuantityRange.TryRead(text, out var range, out _);

        Assert.That(range, Is.EqualTo(new QuantityRange(low, high, UnitTable.Find(symbol))));
    }

    [TestCase("5 s", "the two ends are parted by '..'")]
    [TestCase("5 .. 3 s", "the first end is the greater one")]
    [TestCase("5 m .. 3 s", "'m' does not convert to 's'")]
    [TestCase("5 s .. 8", "'s' does not convert to '1'")]
    public void What_is_no_range_is_told(string text, string expected)
    {
        QuantityRange.TryRead(text, out _, out var problem);

        Assert.That(problem, Is.EqualTo(expected));
    }

    [TestCase(">= 98 %", 0.98, true)]
    [TestCase("> 98 %", 0.98, false)]
    [TestCase("<= 10", 10, true)]
    [TestCase("< 10", 10, false)]
    public void A_bound_is_met_or_not(string text, double value, bool met)
    {
        Bound.TryRead(text, out var bound, out _);

        Assert.That(bound.IsMetBy(value, UnitTable.One), Is.EqualTo(met));
    }

    [Test]
    public void A_bound_without_sign_is_refused()
    {
        Bound.TryRead("98 %", out _, out var problem);

        Assert.That(problem, Is.EqualTo("it starts with one of >=, <=, >, <"));
    }

    [Test]
    public void A_quantity_reads_back_what_it_writes() =>
        Gen.Select(Gen.Double[-1e15, 1e15], Gen.OneOf<string>([.. UnitTable.Symbols, "/ s", "kbit/s"]))
            .Select((amount, symbol) => new Quantity(amount, UnitTable.Find(symbol)))
            .Sample(written => Quantity.TryRead(written.ToString(), out var read, out _) && read == written);

    [Test]
    public void A_range_reads_back_what_it_writes() =>
        Gen.Select(Gen.Double[-1e6, 0], Gen.Double[0, 1e6], Gen.OneOf<string>([.. UnitTable.Symbols]))
            .Select((low, high, symbol) => new QuantityRange(low, high, UnitTable.Find(symbol)))
            .Sample(written => QuantityRange.TryRead(written.ToString(), out var read, out _) && read == written);

    [Test]
    public void A_bound_reads_back_what_it_writes() =>
        Gen.Select(Gen.Enum<BoundSide>(), Gen.Double[-1e6, 1e6], Gen.OneOf<string>([.. UnitTable.Symbols]))
            .Select((side, limit, symbol) => new Bound(side, limit, UnitTable.Find(symbol)))
            .Sample(written => Bound.TryRead(written.ToString(), out var read, out _) && read == written);

    [Test]
    public void A_duration_reads_back_what_it_writes() =>
        Gen.Long[-9_000_000_000_000_000_000, 9_000_000_000_000_000_000]
            .Sample(nanoseconds => Nanoseconds(UnitTable.Format(new Duration(nanoseconds))) == nanoseconds);
}
