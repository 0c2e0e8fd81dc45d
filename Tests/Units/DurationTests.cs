using CsCheck;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Units;

public sealed class DurationTests
{
    [TestCase(0, "0 s")]
    [TestCase(1, "1 ns")]
    [TestCase(1_500, "1.5 us")]
    [TestCase(1_500_000, "1.5 ms")]
    [TestCase(12_500_000_000, "12.5 s")]
    [TestCase(5_400_000_000_000, "1.5 h")]
    [TestCase(-129_600_000_000_000, "-1.5 d")]
    public void A_duration_is_written_with_a_unit_that_keeps_it_readable(long nanoseconds, string text) =>
        Assert.That(new Duration(nanoseconds).ToString(), Is.EqualTo(text));

    [TestCase(0.5e-9, 0)]
    [TestCase(1.5e-9, 2)]
    [TestCase(2.5e-9, 2)]
    [TestCase(-1.5e-9, -2)]
    [TestCase(0.1, 100_000_000)]
    public void Seconds_are_rounded_half_to_even_to_the_nanosecond(double seconds, long nanoseconds) =>
        Assert.That(Duration.FromSeconds(seconds).Nanoseconds, Is.EqualTo(nanoseconds));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(9.3e9)]
    [TestCase(-9.3e9)]
    public void Seconds_beyond_292_years_are_refused(double seconds) =>
        Assert.That(() => Duration.FromSeconds(seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Sums_beyond_the_range_overflow() => Assert.That(() => Duration.Longest + 1.Nanoseconds, Throws.TypeOf<OverflowException>());

    [Test]
    public void Multiplying_by_one_changes_nothing() =>
        // Up to 2⁵³ ns (104 days) a floating-point number holds every nanosecond.
        Gen.Long[-(1L << 53), 1L << 53].Sample(ns => new Duration(ns) * 1.0 == new Duration(ns));

    [Test]
    public void Units_are_multiples_of_each_other() =>
        Assert.That(
            (1.Days, 1.Hours, 1.Minutes, 1.Seconds, 1.Milliseconds, 1.Microseconds),
            Is.EqualTo((24.Hours, 60.Minutes, 60.Seconds, 1_000.Milliseconds, 1_000.Microseconds, 1_000.Nanoseconds))
        );

    [Test]
    public void Fractions_of_units_are_those_of_whole_ones() =>
        Assert.That((0.5.Seconds, 0.5.Milliseconds, 0.5.Microseconds), Is.EqualTo((500.Milliseconds, 500.Microseconds, 500.Nanoseconds)));

    [Test]
    public void Durations_divide_to_a_ratio() => Assert.That(1.Hours / 1.Minutes, Is.EqualTo(60.0));

    [Test]
    public void Durations_add_and_subtract_without_loss() =>
        Gen.Select(Gen.Long[-(1L << 60), 1L << 60], Gen.Long[-(1L << 60), 1L << 60])
            .Sample((a, b) => new Duration(a) + new Duration(b) - new Duration(b) == new Duration(a));

    [Test]
    public void Durations_compare_as_their_nanoseconds() =>
        Gen.Select(Gen.Long, Gen.Long)
            .Sample(
                (a, b) =>
                    new Duration(a) < new Duration(b) == a < b
                    && new Duration(a) >= new Duration(b) == a >= b
                    && Duration.Max(new Duration(a), new Duration(b)).Nanoseconds == Math.Max(a, b)
                    && Duration.Min(new Duration(a), new Duration(b)).Nanoseconds == Math.Min(a, b)
            );
}
