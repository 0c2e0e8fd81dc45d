using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class SwitchedLanTests
{
    [Test]
    public void A_smallest_frame_crosses_one_switch_in_the_worked_time()
    {
        var (log, lan) = Lan();
        log.Leg = lan.Join(log.Near, log.Far).Up;

        log.Send(0, 46, SimTime.Start);
        log.Simulation.Run();

        // Twice 72 octets at 100 Mbit/s, twice 100 m at 5 ns/m, 5 us in the switch: 2 * 5.76 + 2 * 0.5 + 5 us.
        Assert.That(log.Arrived.Single().At, Is.EqualTo(new SimTime(17_520)));
    }

    [Test]
    public void Two_senders_compete_for_the_receivers_cable()
    {
        var (log, lan) = Lan();
        var other = new Node(log.Simulation, Entity.Of("near", 1), log.Observers);
        log.Leg = lan.Join(log.Near, log.Far).Up;
        log.Send(0, 1500, SimTime.Start);
        log.Leg = lan.Join(other, log.Far).Up;
        log.Send(1, 1500, SimTime.Start);

        log.Simulation.Run();

        // The second waits for one wire time of a full frame.
        Assert.That(log.Arrived[1].At - log.Arrived[0].At, Is.EqualTo(123.04.Microseconds));
    }

    [Test]
    public void A_smallest_frame_crosses_two_switches_in_the_worked_time()
    {
        var (log, lan) = Lan(switches: 2);
        log.Leg = lan.Join(log.Near, log.Far).Up;

        log.Send(0, 46, SimTime.Start);
        log.Simulation.Run();

        // 3 * 5.76 + 2 * 5 + 3 * 0.5 us.
        Assert.That(log.Arrived.Single().At, Is.EqualTo(new SimTime(28_780)));
    }

    [Test]
    public void The_way_back_crosses_as_many_switches()
    {
        var (log, lan) = Lan(switches: 3);
        log.Leg = lan.Join(log.Near, log.Far).Down;

        log.Send(0, 46, SimTime.Start);
        log.Simulation.Run();

        // 4 * 5.76 + 3 * 5 + 4 * 0.5 us.
        Assert.That(log.Arrived.Single().At, Is.EqualTo(new SimTime(40_040)));
    }

    [Test]
    public void A_tag_takes_four_octets_on_every_cable()
    {
        var (log, lan) = Lan();
        log.Leg = lan.Join(log.Near, log.Far, TrafficClass.Tagged(0)).Up;

        log.Send(0, 100, SimTime.Start);
        log.Simulation.Run();

        // Twice 100 + 30 octets, twice 0.5 us, 5 us.
        Assert.That(log.Arrived.Single().At, Is.EqualTo(new SimTime(26_800)));
    }

    [Test]
    public void Senders_through_the_same_switches_compete_between_them()
    {
        var (log, lan) = Lan(switches: 2);
        var (other, elsewhere) = (
            new Node(log.Simulation, Entity.Of("near", 1), log.Observers),
            new Node(log.Simulation, Entity.Of("far", 1), log.Observers)
        );
        log.Leg = lan.Join(log.Near, log.Far).Up;
        log.Send(0, 1500, SimTime.Start);
        log.Leg = lan.Join(other, elsewhere).Up;
        log.Send(1, 1500, SimTime.Start);

        log.Simulation.Run();

        Assert.That(log.Arrived[1].At - log.Arrived[0].At, Is.EqualTo(123.04.Microseconds));
    }

    [Test]
    public void A_class_that_comes_after_the_first_frame_is_refused()
    {
        var (log, lan) = Lan();
        log.Leg = lan.Join(log.Near, log.Far).Up;
        log.Send(0, 46, SimTime.Start);

        Assert.That(() => lan.Join(log.Near, log.Far, TrafficClass.Tagged(7)), Throws.InvalidOperationException);
    }

    private static (FrameLog Log, SwitchedLan Lan) Lan(int switches = 1)
    {
        var log = new FrameLog();
        var cable = new LinkSettings { Rate = 100.MegabitsPerSecond, Delay = DelayModel.Constant(500.Nanoseconds) };
        return (log, new SwitchedLan("lan", log.Simulation, log.Observers, cable, 5.Microseconds, 1, 1.Hours, switches));
    }
}
