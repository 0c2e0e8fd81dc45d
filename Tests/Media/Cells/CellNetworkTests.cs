using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class CellNetworkTests
{
    private const int Idle = 1;
    private const int Acquire = 2;
    private const int Receive = 3;
    private const int Transmit = 4;
    private const int Wait = 5;
    private const int Connected = 6;

    private static readonly ConnectionSettings AtOnce = CellBench.Settings with { Release = ReleaseAssistance.AfterUplink };

    [Test]
    public void A_connected_device_asks_for_a_grant_by_random_access()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.Send(1, 5.05);
        bench.RunUntil(60);

        // Occasion at 5.1 s, preamble 10, window 2, response 8, gap 4, request 10, turnaround 1, grant 1 + 2, data 10.
        Assert.That(bench.Arrived(1), Is.EqualTo(5.148));
    }

    [Test]
    public void With_scheduling_requests_it_needs_none()
    {
        var bench = new CellBench(new PlainAir { RequestPeriod = 10.Milliseconds, Request = 2.Milliseconds });
        bench.Send(0, 0);
        bench.Send(1, 5.055);
        bench.RunUntil(60);

        // Request at 5.060 s for 2 ms, turnaround 1, grant 1 + 2, data 10.
        Assert.That(bench.Arrived(1), Is.EqualTo(5.076));
    }

    [Test]
    public void A_scheduling_request_is_sent_by_the_device()
    {
        var bench = new CellBench(new PlainAir { RequestPeriod = 10.Milliseconds, Request = 2.Milliseconds });
        bench.Send(0, 0);
        bench.RunUntil(5);
        var before = bench.Meter.TimeIn(Transmit);
        bench.Send(1, 5.055);
        bench.RunUntil(9);

        Assert.That(bench.Meter.TimeIn(Transmit) - before, Is.EqualTo(12.Milliseconds));
    }

    [Test]
    public void A_packet_to_a_connected_device_goes_at_once()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.Send(1, 5, isUp: false);
        bench.RunUntil(60);

        Assert.That(bench.Arrived(1), Is.EqualTo(5.008));
    }

    [Test]
    public void Packets_larger_than_a_block_take_several()
    {
        var bench = new CellBench();
        bench.Send(0, 0, length: 1500);
        bench.RunUntil(60);

        // Two blocks of 13 ms with 1 ms between.
        Assert.That(bench.Arrived(0), Is.EqualTo(0.162 + 0.014).Within(1e-12));
    }

    [Test]
    public void Further_packets_follow_behind_the_first()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.Send(1, 0);
        bench.RunUntil(60);

        Assert.That(bench.Arrived(1), Is.EqualTo(0.162 + 0.014).Within(1e-12));
    }

    [Test]
    public void A_block_that_always_fails_is_lost()
    {
        var bench = new CellBench(new PlainAir { BlockErrorRate = 0.5 }, seed: 3);
        for (var i = 0; i < 3000; i++)
        {
            bench.Send(i, 60 * i);
            bench.Send(-1 - i, 60 * i + 5, isUp: false);
        }

        bench.RunUntil(200_000);

        // Of the packets to connected devices 1 in 32 fails five times; four standard errors of 3000 are 1.3 %.
        var lost = bench.Log.Dropped.Count(frame => frame.Reason == DropReason.Noise && frame.Number < 0);
        Assert.That(lost / 3000.0, Is.EqualTo(1 / 32.0).Within(0.013));
    }

    [Test]
    public void What_the_inactivity_timer_ends_is_charged_as_long_as_it_was()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.Send(1, 5, isUp: false);
        bench.RunUntil(60);

        // From 0.162 s to 5 s, and for 10 s after the feedback at 5.013 s.
        Assert.That(bench.Meter.TimeIn(Connected), Is.EqualTo(14.838.Seconds));
    }

    [Test]
    public void Release_assistance_saves_the_timer()
    {
        var bench = new CellBench(settings: AtOnce);
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That((bench.Meter.TimeIn(Connected), bench.Meter.TimeIn(Idle)), Is.EqualTo((Duration.Zero, 8.Seconds)));
    }

    [Test]
    public void Release_assistance_can_wait_for_the_answer()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Release = ReleaseAssistance.AfterDownlink });
        bench.Send(0, 0);
        bench.Send(1, 2, isUp: false);
        bench.RunUntil(60);

        Assert.That(bench.Meter.TimeIn(Connected), Is.EqualTo(1.838.Seconds));
    }

    [Test]
    public void Early_data_goes_with_the_request()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Procedure = CellBench.Procedure with { GreatestRequest = 100 } });
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That((bench.Arrived(0), bench.Meter.TimeIn(Connected)), Is.EqualTo((0.134, Duration.Zero)));
    }

    [Test]
    public void What_is_too_large_for_early_data_goes_the_long_way()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Procedure = CellBench.Procedure with { GreatestRequest = 40 } });
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That(bench.Arrived(0), Is.EqualTo(0.162));
    }

    [Test]
    public void A_sleeping_device_cannot_be_reached()
    {
        var bench = new CellBench();
        bench.Send(0, 1, isUp: false);
        bench.RunUntil(60);

        Assert.That(bench.Log.Dropped, Is.EqualTo(new[] { (0, DropReason.Asleep) }));
    }

    [Test]
    public void What_the_network_keeps_for_it_arrives_when_it_connects()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Buffer = 1 });
        bench.Send(0, 1, isUp: false);
        bench.Send(1, 2, isUp: false);
        bench.Send(2, 1000);
        bench.RunUntil(1060);

        Assert.That(
            (bench.Log.Arrived.Select(frame => frame.Number).ToArray(), bench.Log.Dropped.Single().Number),
            Is.EqualTo((new[] { 2, 0 }, 1))
        );
    }

    [Test]
    public void A_device_is_paged_during_its_active_time()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.Send(1, 12, isUp: false);
        bench.RunUntil(60);

        // A page within a second, then 8 ms to receive it, random access, answer, set-up and the packet.
        Assert.That(bench.Arrived(1), Is.InRange(12.06, 13.4));
    }

    [Test]
    public void A_page_in_the_active_time_starts_no_modem()
    {
        var bench = new CellBench(settings: CellBench.Settings with { ModemStart = 500.Milliseconds });
        bench.Network.Timeline = new ExchangeTimeline();
        bench.Send(0, 0);
        bench.Send(1, 12, isUp: false);
        bench.RunUntil(60);

        // It starts for the packet at 0 s, out of its sleep, and listens from 10 s on.
        Assert.That(bench.Network.Timeline.Steps.Count(step => step.Name == "modem start"), Is.EqualTo(1));
    }

    [Test]
    public void What_the_network_keeps_for_a_device_is_lost_with_it()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Buffer = 2 });
        bench.Send(0, 1, isUp: false);
        bench.RunUntil(2);
        bench.Nodes[0].Stop();
        bench.Send(1, 3, isUp: false);

        Assert.That(bench.Log.Dropped, Is.EqualTo(new[] { (0, DropReason.NodeDown), (1, DropReason.NodeDown) }));
    }

    [Test]
    public void Pages_wait_for_half_a_cycle_on_average()
    {
        const int Pages = 2000;
        var bench = new CellBench(settings: AtOnce with { PowerSaving = PowerSaving.Drx, Inactivity = Duration.Zero }, devices: Pages);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < Pages; i++)
        {
            bench.Send(i, 10 * i, isUp: false, device: i);
        }

        bench.RunUntil(10 * Pages);
        var waits = bench
            .Network.Timeline.Steps.Where(step => step.Name == "page")
            .Select((step, i) => (step.Begin - SimTime.Start).TotalSeconds - 10 * i - 0.003);

        // Uniform on a second: four standard errors of 2000 are 0.026 s.
        Assert.That(waits.Average(), Is.EqualTo(0.5).Within(0.026));
    }

    [Test]
    public void With_an_extended_cycle_pages_wait_for_its_window()
    {
        var settings = AtOnce with { PowerSaving = PowerSaving.Edrx, ExtendedCycle = 80.Seconds, PagingWindow = 4.Seconds };
        var bench = new CellBench(settings: settings, devices: 400);
        for (var i = 0; i < 400; i++)
        {
            bench.Send(i, 200 * i, isUp: false, device: i);
        }

        bench.RunUntil(200 * 401);

        // In the window, 1/20 of the time, half a second; otherwise uniform on 76 s: 0.95 · 38 + 0.05 · 0.5 = 36.1 s, standard error 1.15 s.
        Assert.That(bench.Log.Arrived.Average(frame => frame.At.TotalSeconds - 200 * frame.Number), Is.EqualTo(36.1).Within(4.6));
    }

    [Test]
    public void An_extended_cycle_draws_the_mean_of_its_windows()
    {
        var settings = CellBench.Settings with { PowerSaving = PowerSaving.Edrx, ExtendedCycle = 80.Seconds, PagingWindow = 4.Seconds };
        var bench = new CellBench(settings: settings);
        bench.RunUntil(3600);
        bench.Meter.Settle(bench.Log.Simulation.Now);

        // In a window: 10 ms of 50 mA in each second and 0.7 mA otherwise.
        var paging = 0.7e-3 + 0.01 * (0.05 - 0.7e-3);
        Assert.That(bench.Meter.Joules, Is.EqualTo(3600 * 3.6 * (paging * 4 + 4e-6 * 76) / 80).Within(1e-9));
    }

    [Test]
    public void A_silent_device_tells_that_it_is_there_once_in_an_update_period()
    {
        var bench = new CellBench(settings: CellBench.Settings with { PeriodicUpdate = 1.Hours }, devices: 10);
        bench.RunUntil(3 * 3600 + 1);

        Assert.That(bench.Network.Accesses.Successes, Is.EqualTo(30));
    }

    [Test]
    public void Behind_a_timer_of_its_own_a_silent_device_listens_once_in_a_cycle()
    {
        var drx = new ConnectedDrx(2.Seconds, 1.Seconds, 100.Milliseconds);
        var bench = new CellBench(settings: CellBench.Settings with { Drx = drx });
        bench.Send(0, 0);
        bench.RunUntil(60);

        // Ten seconds until the release, of which the first two listening.
        Assert.That(
            (bench.Meter.TimeIn(CellCurrents.ConnectedState), bench.Meter.TimeIn(CellCurrents.DrxState)),
            Is.EqualTo((2.Seconds, 8.Seconds))
        );
    }

    [Test]
    public void An_update_waits_for_the_core_network()
    {
        var update = new SignallingMessage[] { new("update", true, 50), new("accept", false, 40, AwaitsCore: true) };
        var settings = CellBench.Settings with
        {
            Procedure = CellBench.Procedure with { Update = update },
            PeriodicUpdate = 1.Hours,
            CoreResponse = 900.Milliseconds,
        };
        var bench = new CellBench(settings: settings);
        bench.RunUntil(3600);

        Assert.That(bench.Meter.TimeIn(CellCurrents.CoreState), Is.EqualTo(900.Milliseconds));
    }

    [Test]
    public void An_update_ends_without_an_inactivity_timer()
    {
        var bench = new CellBench(settings: CellBench.Settings with { PeriodicUpdate = 1.Hours });
        bench.RunUntil(3600);

        Assert.That((bench.Meter.TimeIn(Connected), bench.Meter.TimeIn(Acquire)), Is.EqualTo((Duration.Zero, 50.Milliseconds)));
    }

    [Test]
    public void Who_reports_more_often_needs_no_updates()
    {
        var bench = new CellBench(settings: AtOnce with { PeriodicUpdate = 1.Hours });
        for (var i = 0; i < 100; i++)
        {
            bench.Send(i, 60 + 1800 * i);
        }

        bench.RunUntil(1800 * 100);

        // One at most before the first report.
        Assert.That(bench.Network.Accesses.Successes, Is.InRange(100, 101));
    }

    [Test]
    public void An_idle_million_costs_no_events()
    {
        var bench = new CellBench(
            settings: CellBench.Settings with
            {
                PowerSaving = PowerSaving.Edrx,
                ExtendedCycle = 20.Seconds,
                PagingWindow = 2.Seconds,
            },
            devices: 1_000_000
        );
        bench.RunUntil(86_400);

        Assert.That((bench.Log.Simulation.EventsFired, bench.Log.Simulation.EventsPending), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Updates_of_idle_devices_cost_the_events_of_their_transmissions_only()
    {
        const int Devices = 1000;
        var bench = new CellBench(settings: CellBench.Settings with { PeriodicUpdate = 24.Hours }, devices: Devices);
        bench.RunUntil(86_401);

        // The wake-up, the occasion, and the ends of request, answer, update, accept and release.
        Assert.That(bench.Log.Simulation.EventsFired, Is.InRange(6 * Devices, 7 * Devices));
    }

    [Test]
    public void Beyond_the_greatest_coupling_loss_everything_is_out_of_range()
    {
        var bench = new CellBench(couplingLoss: 164.1);
        bench.Send(0, 0);
        bench.Send(1, 0, isUp: false);
        bench.RunUntil(60);

        Assert.That(bench.Log.Dropped.Select(frame => frame.Reason), Is.EqualTo(new[] { DropReason.OutOfRange, DropReason.OutOfRange }));
    }

    [Test]
    public void A_day_costs_what_its_states_cost_by_hand()
    {
        var bench = new CellBench();
        for (var i = 0; i < 24; i++)
        {
            bench.Send(i, 3600 * i);
        }

        bench.RunUntil(86_400);
        bench.Meter.Settle(bench.Log.Simulation.Now);

        // A report: acquisition 50; waits for occasion 50, window 2, assigned time 2, granted time 4, turnaround 1, assigned 2, feedback 3, turnaround 1, granted 2;
        // receives response 1 + 5, answer 1 + 5, grant 1; sends preamble 10, request 10, feedback 2, data 10; connected 10 s; then the release: receives 1 + 5,
        // waits 2 + 3, sends 2; idle 8 s.
        var (acquire, wait, receive, transmit) = (0.05, 0.067 + 0.005, 0.013 + 0.006, 0.032 + 0.002);
        var busy = acquire + wait + receive + transmit + 10 + 8;
        var paging = 0.7e-3 + 0.01 * (0.05 - 0.7e-3);
        var report = 0.05 * (acquire + receive) + 0.2 * transmit + 0.7e-3 * wait + 0.02 * 10 + paging * 8;
        Assert.That(bench.Meter.Joules, Is.EqualTo(3.6 * (24 * report + 4e-6 * (86_400 - 24 * busy))).Within(1e-9));
        Assert.That(
            (bench.Meter.TimeIn(Acquire), bench.Meter.TimeIn(Wait), bench.Meter.TimeIn(Receive), bench.Meter.TimeIn(Transmit)),
            Is.EqualTo((1200.Milliseconds, (24 * 72).Milliseconds, (24 * 19).Milliseconds, (24 * 34).Milliseconds))
        );
    }

    [Test]
    public void States_add_up_to_the_time_elapsed()
    {
        var bench = new CellBench(
            new PlainAir { BlockErrorRate = 0.1 },
            CellBench.Settings with
            {
                PeriodicUpdate = 1.Minutes,
                Buffer = 2,
            }
        );
        var time = 0.0;
        for (var i = 0; i < 2000; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            time += draw.Exponential(10);
            bench.Send(i, time, draw.Bernoulli(0.5));
        }

        bench.RunUntil(time + 100);
        bench.Meter.Settle(bench.Log.Simulation.Now);
        var states = Enumerable.Range(0, 7).Select(bench.Meter.TimeIn).ToArray();

        Assert.That(
            (states.Aggregate((sum, state) => sum + state), states[0] > Duration.Zero),
            Is.EqualTo((bench.Log.Simulation.Now - SimTime.Start, true))
        );
    }

    [Test]
    public void Every_frame_ends_exactly_once()
    {
        var bench = new CellBench(new PlainAir { BlockErrorRate = 0.3, Attempts = 2 }, CellBench.Settings with { Buffer = 2 }, devices: 20);
        var time = 0.0;
        for (var i = 0; i < 5000; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            time += draw.Exponential(0.5);
            bench.Send(i, time, draw.Bernoulli(0.7), draw.UniformIndex(20));
        }

        for (var i = 0; i < 20; i++)
        {
            bench.Send(5000 + i, time + 100, device: i);
        }

        bench.RunUntil(time + 1000);
        var ended = bench.Log.Arrived.Select(frame => frame.Number).Concat(bench.Log.Dropped.Select(frame => frame.Number)).Order();

        Assert.That(ended, Is.EqualTo(Enumerable.Range(0, 5020)));
    }

    [Test]
    public void An_empty_battery_stops_its_node_in_the_middle_of_an_exchange()
    {
        // A report needs about 0.21 C: 0.3 C last for one.
        var battery = new Battery(0.3, 1, 0, SimTime.Start);
        var bench = new CellBench(supply: battery);
        battery.Emptied = _ => bench.Nodes[0].Stop();
        for (var i = 0; i < 5; i++)
        {
            bench.Send(i, 3600 * i);
        }

        bench.RunUntil(20_000);

        Assert.That(
            (bench.Log.Arrived.Count, bench.Log.Dropped.Select(frame => frame.Reason).Distinct().Single(), bench.Nodes[0].IsUp),
            Is.EqualTo((1, DropReason.NodeDown, false)).Or.EqualTo((2, DropReason.NodeDown, false))
        );
    }

    [Test]
    public void Another_device_does_not_change_a_devices_luck()
    {
        static double[] Times(int devices)
        {
            var bench = new CellBench(new PlainAir { BlockErrorRate = 0.3 }, AtOnce, devices);
            for (var i = 0; i < 200; i++)
            {
                bench.Send(i, 60 * i);
                if (devices > 1)
                {
                    bench.Send(-1 - i, 60 * i + 30, device: 1);
                }
            }

            bench.RunUntil(60 * 201);
            return [.. bench.Log.Arrived.Where(frame => frame.Number >= 0).Select(frame => frame.At.TotalSeconds)];
        }

        Assert.That(Times(2), Is.EqualTo(Times(1)));
    }

    [Test]
    public void The_wait_for_the_downlink_of_a_cell_is_that_of_an_M_D_1_queue()
    {
        const int Devices = 100;
        const int Frames = 40_000;
        const double Load = 0.6;
        var bench = new CellBench(settings: CellBench.Settings with { Inactivity = 10_000.Hours }, devices: Devices);
        for (var i = 0; i < Devices; i++)
        {
            bench.Send(-1, i, device: i);
        }

        bench.RunUntil(1000);
        bench.Log.Arrived.Clear();
        var (time, sent) = (1000.0, new double[Frames]);
        for (var i = 0; i < Frames; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            time += draw.Exponential(0.006 / Load);
            sent[i] = time;
            bench.Send(i, time, isUp: false, device: i % Devices);
        }

        bench.RunUntil(time + 10);
        var wait = bench.Log.Arrived.Average(frame => frame.At.TotalSeconds - sent[frame.Number] - 0.008);

        // ρ D/2(1−ρ) = 4.5 ms; the deviation of a wait is about its mean, and waits are correlated over some ten: four standard errors are 6 %.
        Assert.That(wait, Is.EqualTo(0.0045).Within(0.00027));
    }
}
