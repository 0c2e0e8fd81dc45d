using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StageProbeTests
{
    private readonly StageProbe _probe = new(SimTime.Start, SimTime.End);

    [Test]
    public void Stages_are_listed_in_the_order_of_the_way()
    {
        var way = new Way(_probe);
        way.Deliver(way.Send(0, SimTime.Start), consumer: 0, 1.Seconds);

        var stages = _probe.Of(Way.Relation, 0).Select(stage => (stage.Edge, stage.Name, stage.Mean));

        Assert.That(
            stages,
            Is.EqualTo([
                (0, "waiting", 1.0),
                (0, "radio", 2.0),
                (0, "broker", 3.0),
                (1, "waiting", 4.0),
                (1, "internet", 5.0),
                (1, "application", 6.0),
            ])
        );
    }

    [Test]
    public void Stages_sum_exactly_to_the_latency()
    {
        var deliveries = new DeliveryProbe([Way.Relation], SimTime.Start, SimTime.End);
        var way = new Way(_probe, deliveries);
        for (var serial = 0; serial < 100; serial++)
        {
            way.Deliver(way.Send(serial, new SimTime(serial)), consumer: 0, new Duration(7919 * serial + 13));
        }

        var sum = _probe.Of(Way.Relation, 0).Aggregate(Int128.Zero, (total, stage) => total + stage.Nanoseconds);

        Assert.That(sum, Is.EqualTo(deliveries.Of(Way.Relation, 0).Latency.SumNanoseconds));
    }

    [Test]
    public void Time_that_no_stage_accounts_for_is_an_error()
    {
        var way = new Way(_probe);
        var message = way.Send(0, SimTime.Start);

        Assert.That(
            () => way.Observers.Delivered(message.Towards(way.First), 0, SimTime.Start + 1.Seconds),
            Throws.InvalidOperationException.With.Message.Contains("reading")
        );
    }

    [Test]
    public void A_consumer_that_got_nothing_has_no_waterfall() => Assert.That(_probe.Of(Way.Relation, 1), Is.Empty);
}
