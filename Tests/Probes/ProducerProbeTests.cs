using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class ProducerProbeTests
{
    private static readonly Entity Meter = Entity.Of("meter", 3);

    [Test]
    public void Messages_of_the_measured_time_count_for_their_producer()
    {
        var probe = new ProducerProbe(At(10), At(20));
        foreach (var second in new[] { 9, 10, 19, 20 })
        {
            probe.Sent(new Message(Root(), Meter, 0, At(second)), At(second));
        }

        Assert.That(probe.Of(Meter), Is.EqualTo(2));
    }

    [Test]
    public void Who_sent_nothing_has_no_messages() => Assert.That(new ProducerProbe(At(0), At(1)).Of(Meter), Is.Zero);

    private static Branch Root() => new(new Relation(0, "reading", ["utility"], new Content(1, 8), null), -1, null, []);

    private static SimTime At(double seconds) => SimTime.Start + seconds.Seconds;
}
