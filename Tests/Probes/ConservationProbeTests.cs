using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class ConservationProbeTests
{
    private readonly SimTime _now = SimTime.Start;

    [Test]
    public void Sent_is_delivered_and_dropped_and_unfinished()
    {
        var probe = new ConservationProbe();
        var way = new Way(probe);
        way.Deliver(way.Send(0, _now), consumer: 0, 1.Seconds);
        way.Lose(way.Send(1, _now), way.Broker, DropReason.Noise);

        Assert.That((probe.Due, probe.Arrived, probe.Lost, probe.Unfinished), Is.EqualTo((4, 1, 2, 1)));
    }

    [Test]
    public void A_message_delivered_twice_is_an_error()
    {
        var way = new Way(new ConservationProbe());
        var message = way.Send(0, _now);
        way.Deliver(message, consumer: 0, 1.Seconds);

        Assert.That(() => way.Deliver(message, consumer: 0, 1.Seconds), Throws.InvalidOperationException);
    }

    [Test]
    public void A_message_delivered_and_lost_is_an_error()
    {
        var way = new Way(new ConservationProbe());
        var message = way.Send(0, _now);
        way.Deliver(message, consumer: 0, 1.Seconds);

        Assert.That(
            () => way.Lose(message, way.Broker, DropReason.RetriesExhausted),
            Throws.InvalidOperationException.With.Message.Contains("'utility'")
        );
    }

    [Test]
    public void A_message_that_was_never_sent_cannot_arrive()
    {
        var way = new Way(new ConservationProbe());
        var message = new Way().Send(0, _now);

        Assert.That(() => way.Deliver(message, consumer: 0, 1.Seconds), Throws.InvalidOperationException);
    }

    [Test]
    public void A_serial_used_twice_is_an_error()
    {
        var way = new Way(new ConservationProbe());
        way.Send(0, _now);

        Assert.That(() => way.Send(0, _now), Throws.InvalidOperationException);
    }
}
