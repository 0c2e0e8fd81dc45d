using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class SigfoxTests
{
    private static readonly Position Near = SigfoxBench.At(500);

    [Test]
    public void An_uplink_is_three_frames_of_two_seconds_half_a_second_apart()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);
        log.At = () => bench.Simulation.Now;

        bench.Report(0);
        bench.RunFor(1.Minutes);

        // Awake after 10 ms, 26 octets at 100 bit/s, gaps of 500 ms.
        Assert.That(log.FrameTimes, Is.EqualTo(new[] { 0.01, 2.59, 5.17 }).Within(1e-9));
        Assert.That(log.Frames, Is.All.EqualTo((26, 2.08.Seconds)));
    }

    [Test]
    public void A_message_is_at_the_network_server_after_its_first_frame_that_gets_through()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        var message = log.DeliveredMessages.Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.TimeIn(0), Is.EqualTo(10.Milliseconds), "wakes up");
            Assert.That(message.TimeIn(1), Is.EqualTo(2.08.Seconds));
            Assert.That(message.TimeIn(2), Is.InRange(13.Milliseconds, 100.Milliseconds));
            Assert.That(
                message.TimeIn(0) + message.TimeIn(1) + message.TimeIn(2),
                Is.EqualTo(log.DeliveryTimes.Single() - message.Created)
            );
            Assert.That(bench.Network.Copies, Is.EqualTo(2));
        });
    }

    [Test]
    public void Frames_of_a_message_lie_six_kilohertz_apart_anywhere_in_the_band()
    {
        var (bench, _) = Bench(SigfoxBench.Plain);
        var all = new List<double>();
        for (var message = 0; message < 1000; message++)
        {
            var carriers = new Frequency[3];
            bench.Sessions[0].Choose(carriers, message, 12, SimTime.Start);
            double[] sorted = [.. carriers.Select(carrier => carrier.Hertz).Order()];
            Assert.That(Math.Min(sorted[1] - sorted[0], sorted[2] - sorted[1]), Is.GreaterThanOrEqualTo(6000));
            all.AddRange(sorted);
        }

        // The mean of 3000 uniform carriers in 192 kHz has a standard error of 1 kHz.
        Assert.That(all, Is.All.InRange(868_034_000, 868_226_000));
        Assert.That(all.Average(), Is.EqualTo(868_130_000).Within(3000));
    }

    [Test]
    public void The_band_is_used_by_airtime_times_bandwidth()
    {
        var (bench, _) = Bench(SigfoxBench.Plain);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        // 3 times 2.08 s of 100 Hz in 192 kHz.
        Assert.That(bench.Network.Air.Busy.TotalSeconds, Is.EqualTo(0.00325).Within(1e-8));
    }

    [Test]
    public void Every_station_in_range_hears_a_message_and_the_server_keeps_one_copy()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { Stations = 3, Repetitions = 1 }, radius: 3000);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(log.DeliveredMessages, Has.Count.EqualTo(1));
            Assert.That(bench.Network.Copies, Is.EqualTo(2));
        });
    }

    [Test]
    public void Messages_that_destroy_each_other_at_one_station_are_received_by_others()
    {
        // In a band hardly wider than a frame two devices always collide. They are equally far from the middle, and each is much nearer to one of two stations.
        var narrow = SigfoxBench.Plain with
        {
            MacroChannelWidth = new Frequency(1),
            FrameDistance = new Frequency(0),
            Repetitions = 1,
        };
        int Delivered(int stations)
        {
            var (near, far) = (Sunflower.Places(2, 5000, 1.5)[0], Sunflower.Places(2, 5000, 1.5)[1]);
            var scale = near.X / default(Position).GroundDistanceTo(far);
            Position[] places = [near, new Position(far.X * scale, far.Y * scale, 1.5)];
            var (bench, log) = Bench(narrow with { Stations = stations }, radius: 5000, places: places);
            bench.Report(0);
            bench.Report(1);
            bench.RunFor(1.Minutes);
            return log.DeliveredMessages.Count;
        }

        Assert.That((Delivered(1), Delivered(2)), Is.EqualTo((0, 2)));
    }

    [TestCase(100, -140)]
    [TestCase(600, -132.2)]
    public void A_station_needs_thermal_noise_six_decibels_of_its_own_and_the_least_ratio(double bandwidth, double sensitivity)
    {
        // -174 dBm/Hz over the bandwidth, 6 dB, 8 dB.
        var options = new SigfoxRc1Options { Bandwidth = new Frequency(bandwidth) };

        Assert.That(options.Sensitivity, Is.EqualTo(sensitivity).Within(0.05));
    }

    [Test]
    public void A_device_out_of_range_loses_its_messages()
    {
        var (bench, log) = Bench(SigfoxBench.Plain, places: [SigfoxBench.At(200_000)]);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(log.Drops, Is.EqualTo(new[] { DropReason.OutOfRange }));
    }

    [Test]
    public void A_lossy_line_loses_messages_for_noise()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { BackhaulLoss = 1 });

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(log.Drops, Is.EqualTo(new[] { DropReason.Noise }));
    }

    [Test]
    public void The_duty_cycle_leaves_36_s_an_hour_and_then_a_hundredth_of_the_time()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { Queue = 10 });

        for (var i = 0; i < 7; i++)
        {
            bench.Report(0, i);
        }

        bench.RunFor(1.Hours);

        // A message takes 7.255 s and 6.24 s of airtime. After five of them, 31.2 s, the sixth finds 4.8 s and what 144 s bring; the next has to wait for all of its 624 s.
        double[] expected = [0, 7.255, 14.51, 21.765, 29.02, 144, 768];
        Assert.That(
            log.DeliveredMessages.Select(message => message.TimeIn(0).TotalSeconds),
            Is.EqualTo(expected.Select(seconds => seconds + 0.01)).Within(1e-6)
        );
    }

    [Test]
    public void A_message_too_many_is_dropped_for_the_rule_that_holds_it_back()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { DutyCycle = 0.001, Queue = 0 });

        bench.Report(0, 0);
        bench.Report(0, 1);
        bench.RunFor(1.Minutes);
        bench.Report(0, 2);

        Assert.That(log.Drops, Is.EqualTo(new[] { DropReason.QueueFull, DropReason.DutyCycle }));
    }

    [Test]
    public void A_message_beyond_the_days_contract_is_lost_and_the_next_day_begins_anew()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { UplinksPerDay = 2 });
        for (var i = 0; i < 4; i++)
        {
            bench.Report(0, i);
            bench.RunFor(8.Hours);
        }

        Assert.That((log.DeliveredMessages.Count, log.Drops.Single()), Is.EqualTo((3, DropReason.Quota)));
    }

    [Test]
    public void Rc2_sends_shorter_frames_and_lets_micro_channels_rest()
    {
        var options = new SigfoxRc2Options
        {
            Stations = 1,
            ForeignLoad = 0,
            ForeignWidebandLoad = 0,
        };
        var (bench, log) = Bench(options);

        bench.Report(0, 0);
        bench.RunFor(3.Seconds);
        bench.Report(0, 1);
        bench.RunFor(3.Seconds);
        bench.Report(0, 2);
        bench.RunFor(1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(log.Frames, Is.All.EqualTo((26, new BitRate(600).TimeFor(26))));
            Assert.That(log.DeliveredMessages[1].TimeIn(0), Is.EqualTo(10.Milliseconds), "three micro-channels are left");
            Assert.That(log.DeliveredMessages[2].TimeIn(0), Is.GreaterThan(14.Seconds), "none is left for 20 s");
        });
    }

    [TestCase(1, 14)]
    [TestCase(8, 15)]
    [TestCase(96, 26)]
    public void A_single_bit_stands_in_the_head_of_a_frame(int bits, int octets)
    {
        var (bench, log) = Bench(SigfoxBench.Plain, bits: bits);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(log.Frames, Is.All.EqualTo((octets, new BitRate(100).TimeFor(octets))));
    }

    [Test]
    public void Strangers_destroy_some_frames()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { ForeignLoad = 0.5, Repetitions = 1 }, places: [SigfoxBench.At(6500)]);
        for (var i = 0; i < 50; i++)
        {
            bench.Report(0, i);
            bench.RunFor(10.Minutes);
        }

        Assert.That(log.Drops, Does.Contain(DropReason.Collision));
    }

    [TestCase(-105, DropReason.Collision)]
    [TestCase(-125, null)]
    public void Lora_frames_harm_with_what_of_their_power_lies_within_a_frame(double level, DropReason? expected)
    {
        // A channel of 125 kHz leaves 100 Hz 31 dB less. They are on the air nearly always.
        var options = SigfoxBench.Plain with
        {
            ForeignWidebandLoad = 1,
            ForeignWidebandPowerLow = level,
            ForeignWidebandPowerHigh = level,
            Repetitions = 1,
        };
        var (bench, log) = Bench(options, places: [SigfoxBench.At(6000)]);
        bench.RunFor(1.Minutes);
        for (var i = 0; i < 50; i++)
        {
            bench.Report(0, i);
            bench.RunFor(10.Minutes);
        }

        Assert.That(log.Drops.Distinct(), Is.EqualTo(expected is { } reason ? [reason] : Array.Empty<DropReason>()));
    }

    [Test]
    public void A_frame_fades_for_every_station_by_itself()
    {
        var rayleigh = SigfoxBench.PlainSight with { Fading = FadingModel.Rayleigh };
        var (bench, log) = Bench(
            SigfoxBench.Plain with
            {
                Stations = 3,
                Repetitions = 1,
            },
            [SigfoxBench.At(8000)],
            radius: 12_000,
            propagation: rayleigh
        );
        for (var i = 0; i < 100; i++)
        {
            bench.Report(0, i);
            bench.RunFor(15.Minutes);
        }

        Assert.That(bench.Network.Copies, Is.GreaterThan(0).And.LessThan(2 * log.DeliveredMessages.Count));
    }

    [Test]
    public void Reports_allocate_nothing_once_the_network_has_warmed_up()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { DutyCycle = 1, UplinksPerDay = null });
        void Reports(int count)
        {
            for (var i = 0; i < count; i++)
            {
                bench.Report(0, i);
                bench.RunFor(1.Minutes);
                log.Clear();
            }
        }

        Reports(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reports(100);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_battery_that_empties_stops_its_node_in_mid_run()
    {
        // 0.8 C: a message of three frames takes 0.176 C, a day asleep 1.62 C.
        Battery? battery = null;
        var (bench, log) = Bench(SigfoxBench.Plain, supply: _ => battery = new Battery(0.8));
        var watch = new DepletionWatch(bench.Devices[0], battery!);
        for (var i = 0; i < 24; i++)
        {
            bench.Report(0, i);
            bench.RunFor(1.Hours);
        }

        Assert.Multiple(() =>
        {
            Assert.That(bench.Devices[0].IsUp, Is.False);
            Assert.That(watch.Stopped!.Value, Is.InRange(SimTime.Start + 2.Hours, SimTime.Start + 4.Hours));
            Assert.That(log.Drops, Is.Not.Empty.And.All.EqualTo(DropReason.NodeDown));
            Assert.That(log.DeliveredMessages.Count + log.Drops.Count, Is.EqualTo(24));
        });
    }

    private static (SigfoxBench Bench, Log Log) Bench(
        SigfoxOptions options,
        Position[]? places = null,
        double radius = 10_000,
        int bits = 96,
        PropagationOptions? propagation = null,
        Func<int, IEnergySource>? supply = null
    )
    {
        var bench = new SigfoxBench(options, places ?? [Near], bits, radius: radius, propagation: propagation, supply: supply);
        var log = new Log();
        bench.Observers.Add(log);
        return (bench, log);
    }

    /// <summary>Everything that a probe sees, and when frames begin [s].</summary>
    private sealed class Log : Probe
    {
        public Func<SimTime>? At { get; set; }

        public List<double> FrameTimes { get; } = [];

        public List<(int Octets, Duration Airtime)> Frames { get; } = [];

        public List<Message> DeliveredMessages { get; } = [];

        public List<SimTime> DeliveryTimes { get; } = [];

        public List<DropReason> Drops { get; } = [];

        public override void Delivered(in Message message, int consumer, SimTime now)
        {
            DeliveredMessages.Add(message);
            DeliveryTimes.Add(now);
        }

        public override void Dropped(in Message message, DropReason reason, SimTime now) => Drops.Add(reason);

        public override void FrameSent(Medium medium, int bytes, Duration occupied)
        {
            Frames.Add((bytes, occupied));
            if (At is not null)
            {
                FrameTimes.Add(At().TotalSeconds);
            }
        }

        public void Clear()
        {
            Frames.Clear();
            DeliveredMessages.Clear();
            DeliveryTimes.Clear();
        }
    }
}
