using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Units;

public sealed class SimTimeTests
{
    [Test]
    public void The_difference_of_two_points_is_a_length() =>
        Assert.That(SimTime.Start + 5.Seconds - (SimTime.Start + 2.Seconds), Is.EqualTo(3.Seconds));

    [Test]
    public void A_point_beyond_the_end_overflows() => Assert.That(() => SimTime.End + 1.Nanoseconds, Throws.TypeOf<OverflowException>());

    [Test]
    public void Later_or_never_stops_at_the_end() =>
        Assert.That((SimTime.Start + 1.Seconds).PlusOrEnd(Duration.Longest), Is.EqualTo(SimTime.End));

    [Test]
    public void Later_or_never_is_exact_before_the_end() =>
        Assert.That(SimTime.Start.PlusOrEnd(3.Seconds), Is.EqualTo(SimTime.Start + 3.Seconds));

    [Test]
    public void A_point_is_written_as_the_length_since_the_start() =>
        Assert.That((SimTime.Start + 12.5.Seconds).ToString(), Is.EqualTo("12.5 s"));
}
