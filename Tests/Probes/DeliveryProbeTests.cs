using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DeliveryProbeTests
{
    private static readonly SimTime From = SimTime.Start + 1.Hours;
    private static readonly SimTime To = SimTime.Start + 2.Hours;
    private readonly DeliveryProbe _probe = new([Way.Relation], From, To);

    [Test]
    public void A_message_is_sent_to_every_consumer()
    {
        new Way(_probe).Send(0, From);

        Assert.That((_probe.Of(Way.Relation, 0).Sent, _probe.Of(Way.Relation, 1).Sent), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Each_consumer_has_its_own_account()
    {
        var way = new Way(_probe);

        way.Deliver(way.Send(0, From), consumer: 1, step: 1.Milliseconds);

        Assert.That((_probe.Of(Way.Relation, 0).Delivered, _probe.Of(Way.Relation, 1).Delivered), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Latency_runs_from_production_to_arrival()
    {
        var way = new Way(_probe);

        way.Deliver(way.Send(0, From), consumer: 0, step: 1.Milliseconds);

        Assert.That(_probe.Of(Way.Relation, 0).Latency.Mean, Is.EqualTo(0.021));
    }

    // The way takes 21 steps; the deadline is 10 s.
    [TestCase(476, 1)]
    [TestCase(477, 0)]
    public void A_late_message_is_not_in_time(int stepMilliseconds, int inTime)
    {
        var way = new Way(_probe);

        way.Deliver(way.Send(0, From), consumer: 0, stepMilliseconds.Milliseconds);

        Assert.That(_probe.Of(Way.Relation, 0).InTime, Is.EqualTo(inTime));
    }

    [Test]
    public void Messages_of_the_warm_up_do_not_count_even_if_they_arrive_later()
    {
        var way = new Way(_probe);

        way.Deliver(way.Send(0, From - new Duration(1)), consumer: 0, 1.Seconds);

        Assert.That((_probe.Of(Way.Relation, 0).Sent, _probe.Of(Way.Relation, 0).Delivered), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Messages_at_the_end_of_the_measurement_do_not_count()
    {
        new Way(_probe).Send(0, To);

        Assert.That(_probe.Of(Way.Relation, 0).Sent, Is.Zero);
    }

    [Test]
    public void Messages_that_arrive_after_the_end_of_the_measurement_count()
    {
        var way = new Way(_probe);

        way.Deliver(way.Send(0, To - new Duration(1)), consumer: 0, 1.Seconds);

        Assert.That(_probe.Of(Way.Relation, 0).Delivered, Is.EqualTo(1));
    }

    [Test]
    public void Copies_are_counted_apart()
    {
        var way = new Way(_probe);
        var message = way.Send(0, From);

        way.Observers.Duplicate(message, From);

        Assert.That((_probe.Duplicates(Way.Relation), _probe.Of(Way.Relation, 0).Delivered), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Relations_out_of_order_are_refused() =>
        Assert.That(() => new DeliveryProbe([Way.Relation with { Index = 1 }], From, To), Throws.ArgumentException);
}
