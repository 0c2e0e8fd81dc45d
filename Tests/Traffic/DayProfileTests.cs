using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

/// <summary>The arithmetic of days, by hand.</summary>
public sealed class DayProfileTests
{
    [Test]
    public void Weights_are_brought_to_a_mean_of_one() =>
        Assert.That(Enumerable.Range(0, 24).Average(Daytime().Relative), Is.EqualTo(1).Within(1e-12));

    // Fifteen hours have all of it.
    [Test]
    public void The_busiest_hour_has_24_fifteenths_of_the_mean() => Assert.That(Daytime().Peak, Is.EqualTo(24 / 15.0).Within(1e-12));

    [TestCase(0, 24, 1)]
    [TestCase(5, 29, 1)]
    [TestCase(0, 48, 1)]
    [TestCase(0, 6, 0)]
    [TestCase(8, 9, 1.6)]
    [TestCase(6.5, 7.5, 0.8)]
    [TestCase(21, 31, 0.16)]
    public void The_mean_of_a_part_of_the_day_is_that_of_its_hours(double begin, double end, double mean) =>
        Assert.That(Daytime().MeanBetween(At(begin), At(end)), Is.EqualTo(mean).Within(1e-9));

    [TestCase(0, 1, 1.6)]
    [TestCase(14, 16, 0.8)]
    [TestCase(15, 24, 0)]
    public void A_run_may_start_at_another_time_of_day(double begin, double end, double mean) =>
        Assert.That(Daytime(7).MeanBetween(At(begin), At(end)), Is.EqualTo(mean).Within(1e-9));

    // What the mean rate makes in an hour comes in 37.5 min of the day from 7 to 22; half an hour before its end, 7.5 min are left for the next morning.
    [TestCase(0, 7.625)]
    [TestCase(7, 0.625)]
    [TestCase(21.5, 9.625)]
    public void An_amount_of_weighted_time_has_passed_when_its_hours_have(double starts, double hours) =>
        Assert.That(Daytime(starts).After(SimTime.Start, 3600).TotalSeconds, Is.EqualTo(hours * 3600).Within(1e-3));

    [Test]
    public void A_mean_over_no_time_is_refused() =>
        Assert.That(() => Daytime().MeanBetween(At(1), At(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static SimTime At(double hours) => SimTime.Start + Duration.FromSeconds(hours * 3600);

    private static DayProfile Daytime(double starts = 0) =>
        new([.. Enumerable.Range(0, 24).Select(hour => hour is >= 7 and < 22 ? 3.0 : 0)]) { Starts = Duration.FromSeconds(starts * 3600) };
}
