using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>What cells of other generations do: switching off, a common control channel, block flows, a path behind the radio.</summary>
public class LegacyCellTests
{
    private const int Connected = 6;
    private const int Start = 8;
    private const int Core = 9;

    private static readonly ConnectionSettings Off = CellBench.Settings with
    {
        PowerSaving = PowerSaving.Off,
        ActiveTime = Duration.Zero,
        ModemStart = 500.Milliseconds,
        AttachResponse = 100.Milliseconds,
        Procedure = CellBench.Procedure with { Attach = [new("attach", true, 40), new("accept", false, 40, AwaitsCore: true)] },
    };

    private static readonly ConnectionSettings Attached = CellBench.Settings with { PowerSaving = PowerSaving.Drx };

    private static readonly ConnectionSettings BlockFlow = CellBench.Settings with
    {
        Procedure = CellBench.Procedure with { GreatestRequest = 10_000, AnswerEnds = false, SetUp = [] },
    };

    [Test]
    public void A_device_that_was_switched_off_starts_and_attaches()
    {
        var bench = new CellBench(settings: Off);
        bench.Send(0, 0);
        bench.RunUntil(60);

        // Start 500, acquisition 50, occasion at 600, access as ever until 648; attach 1 + 13, core 100, accept 1 + 8 + 5, data 1 + 13.
        Assert.That(bench.Arrived(0), Is.EqualTo(0.790).Within(1e-12));
    }

    [Test]
    public void It_does_so_for_every_report()
    {
        var bench = new CellBench(settings: Off);
        bench.Send(0, 0);
        bench.Send(1, 60);
        bench.RunUntil(120);

        Assert.That(bench.Arrived(1), Is.EqualTo(60.790).Within(1e-12));
    }

    [Test]
    public void Start_and_answers_of_the_core_network_are_charged()
    {
        var bench = new CellBench(settings: Off);
        bench.Send(0, 0);
        bench.RunUntil(60);
        bench.Meter.Settle(bench.Log.Simulation.Now);

        Assert.That((bench.Meter.TimeIn(Start), bench.Meter.TimeIn(Core)), Is.EqualTo((500.Milliseconds, 100.Milliseconds)));
    }

    [Test]
    public void A_device_that_is_switched_off_cannot_be_reached()
    {
        var bench = new CellBench(settings: Off);
        bench.Send(0, 0);
        bench.Send(1, 60, isUp: false);
        bench.RunUntil(120);

        Assert.That(bench.Log.Dropped, Is.EqualTo(new[] { (1, DropReason.Asleep) }));
    }

    [Test]
    public void Until_its_connection_ends_it_can_be_reached()
    {
        var bench = new CellBench(settings: Off);
        bench.Send(0, 0);
        bench.Send(1, 5, isUp: false);
        bench.RunUntil(120);

        Assert.That(bench.Arrived(1), Is.EqualTo(5.008));
    }

    [Test]
    public void A_device_that_is_switched_off_draws_the_current_of_sleep()
    {
        var bench = new CellBench(settings: Off);
        bench.RunUntil(1000);
        bench.Meter.Settle(bench.Log.Simulation.Now);

        Assert.That(bench.Meter.Joules, Is.EqualTo(CellBench.Currents.Volts * CellBench.Currents.Sleep * 1000).Within(1e-12));
    }

    [Test]
    public void States_add_up_to_the_time_elapsed([Values] bool isOff)
    {
        var air = new PlainAir
        {
            Settings =
            [
                PlainAir.Access with
                {
                    ContentionTimer = 500.Milliseconds,
                    Preambles = 1,
                    Collision = PreambleCollision.Undetected,
                    BackOff = 1.Seconds,
                },
            ],
            RequestPeriod = 20.Milliseconds,
            Opening = 60.Milliseconds,
            Common = new Transfer { Data = 30.Milliseconds },
            BlockErrorRate = 0.2,
        };
        var settings = (isOff ? Off : Attached) with { Ready = 20.Seconds, Core = Path(20, 0.1), Inactivity = 2.Seconds };
        var bench = new CellBench(air, settings, devices: 3);
        for (var i = 0; i < 600; i++)
        {
            var draw = new Randomness(5, 0).Draw(Entity.Of("arrivals"), Purpose.Named("gap"), i);
            bench.Send(i, bench.Log.Simulation.Now.TotalSeconds + draw.Exponential(2), draw.Bernoulli(0.5), i % 3);
        }

        var end = bench.Log.Simulation.Now + 1.Hours;
        bench.Log.Simulation.RunUntil(end);
        foreach (var meter in bench.Nodes.Select(node => node.Meters.Single()))
        {
            meter.Settle(end);
            var times = Enumerable.Range(0, meter.Profile.States.Count).Select(meter.TimeIn).ToArray();
            Assert.That(times, Is.All.GreaterThanOrEqualTo(Duration.Zero));
            Assert.That(times.Aggregate((sum, time) => sum + time), Is.EqualTo(end - SimTime.Start));
        }

        Assert.That(bench.Log.Arrived.Count + bench.Log.Dropped.Count, Is.EqualTo(600));
        Assert.That(bench.Log.Arrived.Select(frame => frame.Number).Concat(bench.Log.Dropped.Select(frame => frame.Number)), Is.Unique);
    }

    [Test]
    public void Assignments_on_a_channel_of_their_own_are_given_one_after_the_other()
    {
        var access = PlainAir.Access with { Preambles = 1_000_000, ResponseWindow = 1.Seconds, GrantsPerResponse = 1 };
        var bench = new CellBench(
            new PlainAir
            {
                Settings = [access],
                Common = new Transfer { Data = 200.Milliseconds },
            },
            devices: 2
        );
        bench.Send(0, 0);
        bench.Send(1, 0, device: 1);
        bench.RunUntil(60);

        Assert.That(Math.Abs(bench.Arrived(0) - bench.Arrived(1)), Is.EqualTo(0.2).Within(1e-12));
        Assert.That(bench.Network.CommonBusy, Is.EqualTo(400.Milliseconds));
    }

    [Test]
    public void Who_gets_no_assignment_in_its_window_tries_again()
    {
        var access = PlainAir.Access with { Preambles = 1_000_000, ResponseWindow = 100.Milliseconds, GrantsPerResponse = 1 };
        var bench = new CellBench(
            new PlainAir
            {
                Settings = [access],
                Common = new Transfer { Data = 200.Milliseconds },
            },
            devices: 2
        );
        bench.Send(0, 0);
        bench.Send(1, 0, device: 1);
        bench.RunUntil(60);

        Assert.That((bench.Log.Arrived.Count, bench.Network.Accesses.Preambles), Is.EqualTo((2, 3)));
    }

    [Test]
    public void While_the_network_knows_its_cell_a_device_needs_no_random_access_to_receive()
    {
        Assert.That((AccessesBefore(20), AccessesBefore(100)), Is.EqualTo((1, 2)));
    }

    [Test]
    public void A_block_flow_is_set_up_when_the_direction_changes()
    {
        var bench = new CellBench(
            new PlainAir { Settings = [PlainAir.Access with { ContentionTimer = 500.Milliseconds }], Opening = 60.Milliseconds }
        );
        bench.Send(0, 0);
        bench.Send(1, 5, isUp: false);
        bench.Send(2, 6, isUp: false);
        bench.RunUntil(60);

        Assert.That((bench.Arrived(1), bench.Arrived(2)), Is.EqualTo((5.068, 6.008)));
    }

    [Test]
    public void A_packet_of_any_size_goes_with_the_first_assignment_and_the_flow_stays()
    {
        var bench = new CellBench(settings: BlockFlow);
        bench.Send(0, 0);
        bench.RunUntil(60);
        bench.Meter.Settle(bench.Log.Simulation.Now);

        // Occasion 100, preamble 10, window 2, response 8, gap 4, request with the packet 10.
        Assert.That((bench.Arrived(0), bench.Meter.TimeIn(Connected)), Is.EqualTo((0.134, 10.Seconds)));
    }

    [Test]
    public void What_lies_behind_the_radio_delays_both_ways()
    {
        var bench = new CellBench(settings: CellBench.Settings with { Core = Path(20, 0) });
        bench.Send(0, 0);
        bench.Send(1, 5, isUp: false);
        bench.RunUntil(60);

        Assert.That((bench.Arrived(0), bench.Arrived(1)), Is.EqualTo((0.182, 5.028)));
    }

    [Test]
    public void What_lies_behind_the_radio_loses_its_share()
    {
        const int Frames = 4000;
        var bench = new CellBench(settings: CellBench.Settings with { Core = Path(20, 0.2) });
        for (var i = 0; i < Frames; i++)
        {
            bench.Send(i, 30 * i);
        }

        bench.RunUntil(30 * Frames);

        // Four standard errors of 4000 frames are 2.5 %.
        Assert.That(bench.Log.Dropped.Count(frame => frame.Reason == DropReason.Noise) / (double)Frames, Is.EqualTo(0.2).Within(0.025));
    }

    [Test]
    public void Another_device_does_not_change_what_is_lost_behind_the_radio() => Assert.That(Lost(true), Is.EqualTo(Lost(false)));

    private static CorePath Path(int milliseconds, double loss) => new(DelayModel.Constant(milliseconds.Milliseconds), new LossModel(loss));

    private static long AccessesBefore(double seconds)
    {
        var bench = new CellBench(settings: Attached with { Ready = 44.Seconds });
        bench.Send(0, 0);
        bench.Send(1, seconds, isUp: false);
        bench.RunUntil(200);

        Assert.That(bench.Log.Arrived, Has.Count.EqualTo(2));
        return bench.Network.Accesses.Successes;
    }

    private static List<int> Lost(bool strangers)
    {
        var bench = new CellBench(settings: CellBench.Settings with { Core = Path(20, 0.2) }, devices: 2);
        for (var i = 0; i < 300; i++)
        {
            bench.Send(i, 30 * i);
            if (strangers)
            {
                bench.Send(1000 + i, 30 * i + 15, device: 1);
            }
        }

        bench.RunUntil(30 * 300);
        return [.. bench.Log.Dropped.Select(frame => frame.Number).Where(number => number < 1000)];
    }
}
