using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TrendProbeTests
{
    private readonly TrendProbe _probe = new([Way.Relation], SimTime.Start + 100.Seconds, SimTime.Start + 300.Seconds);
    private readonly Way _way;

    public TrendProbeTests() => _way = new(_probe);

    [TestCase(100.0, 0)]
    [TestCase(101.5, 1)]
    [TestCase(299.9, 199)]
    public void A_message_counts_in_the_slice_in_which_it_was_produced(double second, int slice)
    {
        Deliver(second);

        Assert.That(_probe.Of(Way.Relation).Index().Where(one => one.Item.Count > 0).Select(one => one.Index), Is.EqualTo([slice]));
    }

    [TestCase(99.9)]
    [TestCase(300.0)]
    public void A_message_from_outside_the_measurement_does_not_count(double second)
    {
        Deliver(second);

        Assert.That(_probe.Of(Way.Relation).Sum(slice => slice.Count), Is.Zero);
    }

    [Test]
    public void Latencies_of_a_slice_add_up()
    {
        Deliver(100);
        Deliver(100.5);

        // Way.Deliver takes 1 s in the first stage, 2 s in the second and so on, six stages in all.
        Assert.That(_probe.Of(Way.Relation)[0].Seconds, Is.EqualTo(2 * 21.0).Within(1e-9));
    }

    private void Deliver(double second) =>
        _way.Deliver(_way.Send((int)second, SimTime.Start + new Duration((long)(second * 1e9))), consumer: 0, 1.Seconds);
}
