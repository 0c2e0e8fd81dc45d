using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class DigestProbeTests
{
    [Test]
    public void The_same_observations_have_the_same_digest()
    {
        var first = Digest(way => way.Send(3, SimTime.Start));
        var second = Digest(way => way.Send(3, SimTime.Start));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Another_serial_is_another_digest() =>
        Assert.That(Digest(way => way.Send(3, SimTime.Start)), Is.Not.EqualTo(Digest(way => way.Send(4, SimTime.Start))));

    [Test]
    public void Another_order_is_another_digest()
    {
        var forwards = Digest(way =>
        {
            way.Send(0, SimTime.Start);
            way.Send(1, SimTime.Start);
        });
        var backwards = Digest(way =>
        {
            way.Send(1, SimTime.Start);
            way.Send(0, SimTime.Start);
        });

        Assert.That(backwards, Is.Not.EqualTo(forwards));
    }

    [Test]
    public void Another_reason_is_another_digest()
    {
        var noise = Digest(way => way.Lose(way.Send(0, SimTime.Start), way.Broker, DropReason.Noise));
        var outage = Digest(way => way.Lose(way.Send(0, SimTime.Start), way.Broker, DropReason.Outage));

        Assert.That(outage, Is.Not.EqualTo(noise));
    }

    [Test]
    public void Another_time_is_another_digest()
    {
        var early = new Simulation();
        var late = new Simulation();
        late.RunUntil(SimTime.Start + 1.Seconds);

        Assert.That(Digest(way => way.Send(0, SimTime.Start), late), Is.Not.EqualTo(Digest(way => way.Send(0, SimTime.Start), early)));
    }

    [Test]
    public void Another_time_is_the_same_order()
    {
        var (early, late) = (new Simulation(), new Simulation());
        late.RunUntil(SimTime.Start + 1.Seconds);
        var probes = new[] { new DigestProbe(early), new DigestProbe(late) };
        foreach (var probe in probes)
        {
            new Way(probe).Send(0, SimTime.Start);
        }

        Assert.That(probes[0].Order, Is.EqualTo(probes[1].Order));
    }

    [Test]
    public void A_digest_has_sixteen_digits() => Assert.That(Digest(way => way.Send(0, SimTime.Start)), Does.Match("^[0-9a-f]{16}$"));

    private static string Digest(Action<Way> story, Simulation? simulation = null)
    {
        var probe = new DigestProbe(simulation ?? new Simulation());
        story(new Way(probe));
        return probe.ToString();
    }
}
