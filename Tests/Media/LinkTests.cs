using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class LinkTests
{
    /// <summary>1000 octets take a millisecond.</summary>
    private static readonly LinkSettings Plain = new() { Rate = 8.MegabitsPerSecond, Framing = Framing.None };

    [Test]
    public void A_frame_arrives_after_serialisation_and_propagation()
    {
        var log = Over(Plain with { Delay = DelayModel.Constant(3.Milliseconds) });

        log.Send(0, 1000, SimTime.Start);
        log.Simulation.Run();

        Assert.That(log.Arrived, Is.EqualTo(new[] { (0, At(4)) }));
    }

    [Test]
    public void Frames_queue_behind_each_other()
    {
        var log = Over(Plain);

        Burst(log, 3);
        log.Simulation.Run();

        Assert.That(log.Arrived, Is.EqualTo(new[] { (0, At(1)), (1, At(2)), (2, At(3)) }));
    }

    [Test]
    public void A_link_has_one_wake_up_pending_however_many_frames_it_carries()
    {
        var log = Over(Plain);

        Burst(log, 100);

        Assert.That(log.Simulation.EventsPending, Is.EqualTo(1));
    }

    [Test]
    public void A_full_queue_drops_the_last_to_come()
    {
        var log = Over(Plain with { QueueBytes = 2000 });

        Burst(log, 3);
        log.Simulation.Run();

        Assert.That(log.Dropped, Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    [Test]
    public void A_queue_has_room_again_as_octets_leave_it()
    {
        var log = Over(Plain with { QueueBytes = 2000 });

        Burst(log, 2);
        log.Send(2, 1000, At(1));
        log.Simulation.Run();

        Assert.That(log.Arrived, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_frame_sent_while_the_link_is_down_is_lost()
    {
        var log = Over(Plain, new Outages([(At(10), At(20))]));

        log.Send(0, 1000, At(15));
        log.Simulation.Run();

        Assert.That(log.Dropped, Is.EqualTo(new[] { (0, DropReason.Outage) }));
    }

    [Test]
    public void What_is_queued_when_the_link_goes_down_is_lost()
    {
        var log = Over(Plain, new Outages([(new SimTime(1_500_000), At(20))]));

        Burst(log, 3);
        log.Simulation.Run();

        Assert.That(log.Arrived, Is.EqualTo(new[] { (0, At(1)) }));
    }

    [Test]
    public void A_frame_sent_after_an_outage_arrives()
    {
        var log = Over(Plain, new Outages([(At(10), At(20))]));

        log.Send(0, 1000, At(20));
        log.Simulation.Run();

        Assert.That(log.Arrived, Is.EqualTo(new[] { (0, At(21)) }));
    }

    [Test]
    public void A_frame_beyond_the_greatest_length_is_too_large()
    {
        var log = Over(Plain with { Framing = Framing.Ethernet });

        log.Send(0, 1501, SimTime.Start);

        Assert.That(log.Dropped, Is.EqualTo(new[] { (0, DropReason.TooLarge) }));
    }

    [Test]
    public void Frames_do_not_overtake_each_other_when_the_delay_varies()
    {
        var log = Over(Plain with { Delay = DelayModel.LogNormal(Duration.Zero, 50.Milliseconds, 1) });

        Burst(log, 200);
        log.Simulation.Run();

        Assert.That(log.Arrived.Select(frame => frame.Number), Is.Ordered);
    }

    [Test]
    public void Bit_errors_cost_frames_by_their_length()
    {
        const int Frames = 20_000;
        var log = Over(Plain with { BitErrorRate = 1e-4, Framing = new Framing(0, 1500, 8, 0) });
        for (var i = 0; i < Frames; i++)
        {
            log.Send(i, 125, new SimTime(i * 1_000_000L));
        }

        log.Simulation.Run();

        // 1 - (1 - 1e-4)^1000 = 0.0952; three standard deviations of 20 000 frames are 0.0062.
        Assert.That(log.Dropped.Count / (double)Frames, Is.EqualTo(1 - Math.Pow(1 - 1e-4, 1000)).Within(0.0063));
    }

    [Test]
    public void Another_session_on_the_same_link_does_not_change_a_sessions_luck()
    {
        var lossy = Plain with { Loss = new LossModel(0.3) };

        Assert.That(LostAmong(lossy, others: true), Is.EqualTo(LostAmong(lossy, others: false)));
    }

    [TestCase(0.5)]
    [TestCase(0.8)]
    public void The_mean_wait_is_that_of_an_M_D_1_queue(double load)
    {
        const int Frames = 200_000;
        var waits = Enumerable.Range(0, 20).Select(run => MeanWait(load, run, Frames)).ToArray();
        var mean = waits.Average();
        var deviation = Math.Sqrt(waits.Sum(wait => (wait - mean) * (wait - mean)) / 19);

        // Pollaczek and Khinchine: rho / (2 (1 - rho)) service times. 99 % Student interval of 20 runs: 2.861 s / sqrt(20).
        Assert.That(mean, Is.EqualTo(load / (2 * (1 - load))).Within(2.861 * deviation / Math.Sqrt(20)));
    }

    [Test]
    public void The_blocking_is_that_of_an_M_D_1_2_queue()
    {
        const double Load = 0.8;
        const int Frames = 200_000;
        var log = Over(Plain with { QueueBytes = 2000 });
        Poisson(log, Load, Frames, run: 0);
        log.Simulation.Run();

        // One in service and one waiting: a departure leaves the system empty with probability exp(-rho), hence a throughput of
        // 1 / (1 + exp(-rho) / rho) per service time. Five standard deviations of 200 000 correlated frames are about 0.006.
        var expected = 1 - 1 / (Load + Math.Exp(-Load));
        Assert.That(log.Dropped.Count / (double)Frames, Is.EqualTo(expected).Within(0.006));
    }

    [Test]
    public void A_frame_costs_no_allocation_once_the_link_has_carried_some()
    {
        var log = Over(Plain);
        var carrier = new Carrier(log);
        carrier.Round(10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        carrier.Round(1000);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static SimTime At(int milliseconds) => new(milliseconds * 1_000_000L);

    private static FrameLog Over(LinkSettings settings, Outages? outages = null)
    {
        var log = new FrameLog();
        var link = new Link("link", log.Simulation, log.Observers, null, settings, settings, outages);
        log.Leg = link.Join(new Port(log.Near), new Port(log.Far)).Up;
        return log;
    }

    private static void Burst(FrameLog log, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            log.Send(i, 1000, SimTime.Start);
        }
    }

    private static void Poisson(FrameLog log, double load, int frames, int run)
    {
        var time = 0.0;
        for (var i = 0; i < frames; i++)
        {
            var draw = new Randomness(7, run).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            time += draw.Exponential(0.001 / load);
            log.Send(i, 1000, SimTime.Start + time.Seconds);
        }
    }

    private static double MeanWait(double load, int run, int frames)
    {
        var log = Over(Plain);
        frames /= 10;
        var sent = new double[frames];
        var time = 0.0;
        for (var i = 0; i < frames; i++)
        {
            var draw = new Randomness(11, run).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            time += draw.Exponential(0.001 / load);
            sent[i] = time;
            log.Send(i, 1000, SimTime.Start + time.Seconds);
        }

        log.Simulation.Run();
        return log.Arrived.Skip(frames / 10).Average(frame => frame.At.TotalSeconds - sent[frame.Number]) / 0.001 - 1;
    }

    private static List<int> LostAmong(LinkSettings settings, bool others)
    {
        var log = new FrameLog();
        var link = new Link("link", log.Simulation, log.Observers, null, settings, settings);
        var leg = link.Join(new Port(log.Near), new Port(log.Far)).Up;
        var stranger = new Node(log.Simulation, Entity.Of("near", 9), log.Observers);
        var other = link.Join(new Port(stranger), new Port(log.Far)).Up;
        for (var i = 0; i < 100; i++)
        {
            log.Leg = leg;
            log.Send(i, 1000, log.Simulation.Now);
            log.Leg = other;
            if (others)
            {
                log.Send(1000 + i, 1000, log.Simulation.Now);
            }
        }

        return [.. log.Dropped.Select(frame => frame.Number).Where(number => number < 1000)];
    }

    private sealed class Carrier(FrameLog log) : IFrameReceiver
    {
        private readonly Packet _packet = new Empty();
        private Route? _route;

        public void Round(int frames)
        {
            _route ??= new Route([log.Leg!], this);
            for (var i = 0; i < frames; i++)
            {
                log.Leg!.Medium.Send(new Frame(_packet, _route, log.Simulation.Now));
                log.Simulation.Run();
            }
        }

        public void Receive(in Frame frame) { }

        public void Lost(in Frame frame, DropReason reason) { }

        private sealed class Empty : Packet
        {
            public override int Length => 100;

            public override void Write(Span<byte> destination) { }
        }
    }
}
