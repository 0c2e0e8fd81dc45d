using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DropProbeTests
{
    private readonly DeliveryProbe _deliveries = new([Way.Relation], SimTime.Start, SimTime.Start + 1.Hours);
    private readonly DropProbe _probe;
    private readonly Way _way;

    public DropProbeTests()
    {
        _probe = new DropProbe(_deliveries);
        _way = new Way(_deliveries, _probe);
    }

    [Test]
    public void A_message_lost_before_it_branches_is_lost_for_every_consumer()
    {
        _way.Lose(_way.Send(0, SimTime.Start), _way.Broker, DropReason.Collision);

        Assert.That(Lost(DropReason.Collision), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_copy_lost_after_the_branch_is_lost_for_its_consumer_only()
    {
        _way.Lose(_way.Send(1, SimTime.Start), _way.Second, DropReason.QueueFull);

        Assert.That(Lost(DropReason.QueueFull), Is.EqualTo((0, 1)));
    }

    [Test]
    public void What_is_neither_delivered_nor_dropped_is_unfinished()
    {
        var message = _way.Send(2, SimTime.Start);
        _way.Deliver(message, consumer: 0, 1.Milliseconds);

        Assert.That(Lost(DropReason.Unfinished), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Losses_of_messages_outside_the_window_do_not_count()
    {
        _way.Lose(_way.Send(3, SimTime.Start + 1.Hours), _way.Broker, DropReason.Outage);

        Assert.That(Lost(DropReason.Outage), Is.EqualTo((0, 0)));
    }

    private (long First, long Second) Lost(DropReason reason) =>
        (_probe.Count(Way.Relation, 0, reason), _probe.Count(Way.Relation, 1, reason));
}
