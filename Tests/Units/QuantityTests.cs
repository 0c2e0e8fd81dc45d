using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Units;

public sealed class QuantityTests
{
    [Test]
    public void Bytes_take_their_bits_over_the_rate() =>
        Assert.That(100.KilobitsPerSecond.TimeFor(bytes: 125), Is.EqualTo(10.Milliseconds));

    [Test]
    public void Time_for_a_byte_is_rounded_to_the_nanosecond() =>
        Assert.That(new BitRate(3e9).TimeFor(bytes: 1), Is.EqualTo(3.Nanoseconds));

    [Test]
    public void Frequencies_have_units() => Assert.That(868.1.Megahertz > 125.Kilohertz, Is.True);

    [Test]
    public void Distance_is_Pythagorean_in_space_and_over_ground()
    {
        var (mast, meter) = (new Position(0, 0, 12), new Position(3, 4, 0));

        Assert.That((mast.DistanceTo(meter), mast.GroundDistanceTo(meter)), Is.EqualTo((13.0, 5.0)));
    }
}
