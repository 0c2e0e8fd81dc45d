using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class CellularNetworkTests
{
    private const int Rest = 0;
    private const int Idle = 1;
    private const int Promotion = 2;
    private const int Transmit = 3;
    private const int Receive = 4;
    private const int Connected = 5;

    /// <summary>1000 octets take a device 10 ms and the cell 1 ms; promotion 250 ms, tail 10 s, latency 20 ms.</summary>
    private static readonly CellSettings Plain = new()
    {
        UplinkCapacity = 8.MegabitsPerSecond,
        DownlinkCapacity = 8.MegabitsPerSecond,
        UplinkRate = 800.KilobitsPerSecond,
        DownlinkRate = 800.KilobitsPerSecond,
        Latency = DelayModel.Constant(20.Milliseconds),
        Promotion = DelayModel.Constant(250.Milliseconds),
        WakeUp = 500.Milliseconds,
        Inactivity = 10.Seconds,
        PowerSaving = PowerSaving.Drx,
        PagingCycle = 1.28.Seconds,
        ActiveTime = 8.Seconds,
    };

    private static readonly ModemProfile Profile = new("modem", 3.8, 0.001, 0.002, 0.3, 0.5, 0.15, 0.1);

    [Test]
    public void An_idle_device_connects_before_it_sends()
    {
        var log = Over(Plain);
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.Run();

        Assert.That(log.Arrived.Single().At, Is.EqualTo(At(250 + 10 + 20)));
    }

    [Test]
    public void A_connected_device_sends_at_once()
    {
        var log = Over(Plain);
        log.Send(0, 1000, SimTime.Start);
        log.Send(1, 1000, At(5_000));
        log.Simulation.Run();

        Assert.That(log.Arrived[1].At, Is.EqualTo(At(5_000 + 10 + 20)));
    }

    [Test]
    public void A_device_is_idle_again_after_the_inactivity_time()
    {
        var log = Over(Plain);
        log.Send(0, 1000, SimTime.Start);
        log.Send(1, 1000, At(10_260));
        log.Simulation.Run();

        Assert.That(log.Arrived[1].At, Is.EqualTo(At(10_260 + 250 + 10 + 20)));
    }

    [Test]
    public void Frames_that_wait_for_the_connection_keep_their_order()
    {
        var log = Over(Plain);
        for (var i = 0; i < 5; i++)
        {
            log.Send(i, 1000, At(50 * i));
        }

        log.Simulation.Run();

        Assert.That(log.Arrived.Select(frame => frame.Number), Is.EqualTo(Enumerable.Range(0, 5)));
    }

    [Test]
    public void An_idle_device_leaves_nothing_pending()
    {
        var log = Over(Plain);
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.RunUntil(At(300));

        Assert.That(log.Simulation.EventsPending, Is.Zero);
    }

    [Test]
    public void Devices_of_a_cell_share_its_uplink()
    {
        var arrivals = TwoDevices(Plain with { UplinkRate = 8.MegabitsPerSecond }, cells: 1);

        Assert.That(arrivals[1].At - arrivals[0].At, Is.EqualTo(1.Milliseconds));
    }

    [Test]
    public void Devices_of_different_cells_do_not_wait_for_each_other()
    {
        var arrivals = TwoDevices(Plain with { UplinkRate = 8.MegabitsPerSecond }, cells: 2);

        Assert.That(arrivals[1].At, Is.EqualTo(arrivals[0].At));
    }

    [Test]
    public void Assignments_are_given_one_after_the_other()
    {
        var arrivals = TwoDevices(Plain with { AssignmentsPerSecond = 5 }, cells: 1);

        Assert.That(arrivals[1].At - arrivals[0].At, Is.EqualTo(200.Milliseconds));
    }

    [Test]
    public void A_device_gives_up_waiting_for_an_assignment()
    {
        var log = new FrameLog();
        var settings = Plain with { AssignmentsPerSecond = 5, AssignmentPatience = 100.Milliseconds };
        SendFromTwo(log, new CellularNetwork("cell", log.Simulation, log.Observers, 1, settings, Profile));
        log.Simulation.Run();

        Assert.That(log.Dropped, Is.EqualTo(new[] { (1, DropReason.QueueFull) }));
    }

    [Test]
    public void A_full_cell_drops_the_last_to_come()
    {
        var log = Over(Plain with { QueueBytes = 2500 });
        for (var i = 0; i < 3; i++)
        {
            log.Send(i, 1000, SimTime.Start);
        }

        log.Simulation.Run();

        Assert.That(log.Dropped, Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    [Test]
    public void What_is_sent_while_the_network_is_down_is_lost()
    {
        var log = Over(Plain, new Outages([(At(100), At(5_000))]));
        log.Send(0, 1000, SimTime.Start);
        log.Send(1, 1000, At(1_000));
        log.Simulation.Run();

        Assert.That(log.Dropped.Select(frame => frame.Reason), Is.EqualTo(new[] { DropReason.Outage, DropReason.Outage }));
    }

    [Test]
    public void A_page_reaches_an_idle_device_within_its_cycle()
    {
        var log = Over(Plain, down: true);
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.Run();

        Assert.That(log.Arrived.Single().At.TotalSeconds, Is.InRange(0.28, 0.28 + 1.28));
    }

    [Test]
    public void Pages_wait_for_half_a_cycle_on_average()
    {
        const int Pages = 4000;
        var log = Over(Plain, down: true);
        for (var i = 0; i < Pages; i++)
        {
            log.Send(i, 1000, SimTime.Start + i.Minutes);
        }

        log.Simulation.Run();

        // Uniform on 1.28 s: four standard errors of 4000 pages are 0.023 s.
        Assert.That(log.Arrived.Average(frame => frame.At.TotalSeconds - frame.Number * 60), Is.EqualTo(0.28 + 0.64).Within(0.024));
    }

    [Test]
    public void A_sleeping_device_cannot_be_reached()
    {
        var log = Over(Plain with { PowerSaving = PowerSaving.Psm }, down: true);
        log.Send(0, 1000, At(1_000));
        log.Simulation.Run();

        Assert.That(log.Dropped, Is.EqualTo(new[] { (0, DropReason.Asleep) }));
    }

    [Test]
    public void A_device_can_be_reached_during_its_active_time()
    {
        var log = new FrameLog();
        var settings = Plain with { PowerSaving = PowerSaving.Psm };
        var legs = new CellularNetwork("cell", log.Simulation, log.Observers, 1, settings, Profile).Join(log.Near, log.Far);
        log.Leg = legs.Up;
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.RunUntil(At(17_000));
        log.Leg = legs.Down;
        log.Send(1, 1000, At(17_000));
        log.Simulation.Run();

        Assert.That(log.Arrived, Has.Count.EqualTo(2));
    }

    [Test]
    public void Waking_from_sleep_takes_longer_than_connecting()
    {
        var log = Over(Plain with { PowerSaving = PowerSaving.Psm });
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.Run();

        Assert.That(log.Arrived.Single().At, Is.EqualTo(At(500 + 250 + 10 + 20)));
    }

    [Test]
    public void A_device_that_switches_off_attaches_for_every_report()
    {
        var log = Over(Plain with { PowerSaving = PowerSaving.Off });
        log.Send(0, 1000, SimTime.Start);
        log.Send(1, 1000, At(60_000));
        log.Simulation.Run();

        Assert.That(log.Arrived[1].At, Is.EqualTo(At(60_000 + 500 + 250 + 10 + 20)));
    }

    [Test]
    public void A_report_costs_promotion_transmission_and_tail()
    {
        var meter = Metered(Plain, [0]);

        Assert.That(
            (meter.TimeIn(Promotion), meter.TimeIn(Transmit), meter.TimeIn(Connected)),
            Is.EqualTo((250.Milliseconds, 10.Milliseconds, 10.Seconds))
        );
    }

    [Test]
    public void A_second_report_within_the_tail_extends_it()
    {
        var meter = Metered(Plain, [0, 5_000]);

        // Connected from 0.25 s to 5.01 s + 10 s, less two transmissions of 10 ms.
        Assert.That(
            (meter.TimeIn(Promotion), meter.TimeIn(Transmit), meter.TimeIn(Connected)),
            Is.EqualTo((250.Milliseconds, 20.Milliseconds, 14_740.Milliseconds))
        );
    }

    [Test]
    public void An_active_time_cut_short_is_charged_as_long_as_it_was()
    {
        var meter = Metered(Plain with { PowerSaving = PowerSaving.Psm }, [0, 12_760]);

        // The tail ends at 0.75 + 0.01 + 10 s; 2 s of active time follow, and 8 s after the second tail.
        Assert.That(meter.TimeIn(Idle), Is.EqualTo(10.Seconds));
    }

    [Test]
    public void Energy_is_the_sum_of_state_currents_and_times()
    {
        var meter = Metered(Plain with { PowerSaving = PowerSaving.Psm }, [0]);

        // 100 s in all: wake-up and promotion 0.75 s, transmission 0.01 s, tail 10 s, active time 8 s.
        var expected = 3.8 * (0.3 * 0.75 + 0.5 * 0.01 + 0.1 * 10 + 0.002 * 8 + 0.001 * (100 - 18.76));
        Assert.That(meter.Joules, Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void States_add_up_to_the_time_elapsed()
    {
        var log = new FrameLog();
        var (up, down) = new CellularNetwork("cell", log.Simulation, log.Observers, 1, Plain, Profile).Join(log.Near, log.Far);
        for (var i = 0; i < 500; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            log.Simulation.RunUntil(log.Simulation.Now + Duration.FromSeconds(draw.Exponential(2)));
            log.Leg = draw.Bernoulli(0.5) ? up : down;
            log.Send(i, 1000, log.Simulation.Now);
        }

        var end = log.Simulation.Now + 1.Hours;
        log.Simulation.RunUntil(end);
        var meter = log.Near.Meters.Single();
        meter.Settle(end);

        var states = Enumerable.Range(0, 6).Select(meter.TimeIn).ToArray();
        Assert.That(states.Aggregate((sum, time) => sum + time), Is.EqualTo(end - SimTime.Start));
    }

    [Test]
    public void A_received_frame_is_charged_as_receiving()
    {
        var log = Over(Plain, down: true);
        log.Send(0, 1000, SimTime.Start);
        log.Simulation.Run();

        Assert.That(log.Near.Meters.Single().TimeIn(Receive), Is.EqualTo(10.Milliseconds));
    }

    [Test]
    public void Another_device_on_the_network_does_not_change_a_devices_luck()
    {
        Assert.That(Lost(strangers: true), Is.EqualTo(Lost(strangers: false)));
    }

    [Test]
    public void The_wait_for_a_shared_cell_is_that_of_an_M_D_1_queue()
    {
        const double Load = 0.7;
        const int Frames = 100_000;
        var log = new FrameLog();
        var settings = Plain with { UplinkRate = 8.MegabitsPerSecond, Inactivity = 1.Hours };
        var network = new CellularNetwork("cell", log.Simulation, log.Observers, 1, settings, Profile);
        var legs = Enumerable
            .Range(0, 100)
            .Select(i => network.Join(new Node(log.Simulation, Entity.Of("near", i), log.Observers), log.Far).Up)
            .ToArray();
        for (var i = 0; i < legs.Length; i++)
        {
            log.Leg = legs[i];
            log.Send(-1, 1, SimTime.Start);
        }

        log.Simulation.RunUntil(At(1_000));
        log.Arrived.Clear();
        var waits = 0.0;
        for (var i = 0; i < Frames; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            log.Simulation.RunUntil(log.Simulation.Now + Duration.FromSeconds(draw.Exponential(0.001 / Load)));
            log.Leg = legs[draw.UniformIndex(legs.Length)];
            waits -= log.Simulation.Now.TotalSeconds + 0.021;
            log.Send(i, 1000, log.Simulation.Now);
        }

        log.Simulation.Run();
        waits += log.Arrived.Sum(frame => frame.At.TotalSeconds);

        // Pollaczek and Khinchine: rho / (2 (1 - rho)) of 1 ms. The standard error of 100 000 correlated waits is about 1.5 %.
        Assert.That(waits / Frames, Is.EqualTo(0.001 * Load / (2 * (1 - Load))).Within(6).Percent);
    }

    private static SimTime At(int milliseconds) => new(milliseconds * 1_000_000L);

    private static FrameLog Over(CellSettings settings, Outages? outages = null, bool down = false)
    {
        var log = new FrameLog();
        var network = new CellularNetwork("cell", log.Simulation, log.Observers, 1, settings, Profile, outages);
        var legs = network.Join(log.Near, log.Far);
        log.Leg = down ? legs.Down : legs.Up;
        return log;
    }

    private static void SendFromTwo(FrameLog log, CellularNetwork network)
    {
        log.Leg = network.Join(log.Near, log.Far).Up;
        log.Send(0, 1000, SimTime.Start);
        log.Leg = network.Join(new Node(log.Simulation, Entity.Of("near", 1), log.Observers), log.Far).Up;
        log.Send(1, 1000, SimTime.Start);
    }

    private static List<(int Number, SimTime At)> TwoDevices(CellSettings settings, int cells)
    {
        var log = new FrameLog();
        SendFromTwo(log, new CellularNetwork("cell", log.Simulation, log.Observers, cells, settings, Profile));
        log.Simulation.Run();
        return log.Arrived;
    }

    private static EnergyMeter Metered(CellSettings settings, int[] reports)
    {
        var log = Over(settings);
        foreach (var milliseconds in reports)
        {
            log.Send(milliseconds, 1000, At(milliseconds));
        }

        log.Simulation.RunUntil(At(100_000));
        var meter = log.Near.Meters.Single();
        meter.Settle(log.Simulation.Now);
        return meter;
    }

    private static List<int> Lost(bool strangers)
    {
        var log = new FrameLog();
        var network = new CellularNetwork("cell", log.Simulation, log.Observers, 1, Plain with { Loss = new LossModel(0.2) }, Profile);
        var own = network.Join(log.Near, log.Far).Up;
        var other = network.Join(new Node(log.Simulation, Entity.Of("near", 1), log.Observers), log.Far).Up;
        for (var i = 0; i < 500; i++)
        {
            log.Leg = own;
            log.Send(i, 100, log.Simulation.Now);
            log.Leg = other;
            if (strangers)
            {
                log.Send(-1, 100, log.Simulation.Now);
            }

            log.Simulation.RunUntil(log.Simulation.Now + 1.Seconds);
        }

        return [.. log.Dropped.Select(frame => frame.Number).Where(number => number >= 0)];
    }
}
