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

    private static (FrameLog Log, SwitchedLan Lan) Lan()
    {
        var log = new FrameLog();
        var cable = new LinkSettings { Rate = 100.MegabitsPerSecond, Delay = DelayModel.Constant(500.Nanoseconds) };
        return (log, new SwitchedLan("lan", log.Simulation, log.Observers, cable, 5.Microseconds, 1, 1.Hours));
    }
}
