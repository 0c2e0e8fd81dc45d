using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;
using static M2mVsIoTSim.Tests.Media.Wlan.WlanBench;

namespace M2mVsIoTSim.Tests.Media.Wlan;

public sealed class WlanChannelTests
{
    private static readonly Duration Slot = Direct.Phy.Slot;
    private static readonly Duration Sifs = Direct.Phy.Sifs;
    private static readonly Duration Difs = Direct.Phy.Difs;

    /// <summary>Every counter is 0, so that nothing is left to chance.</summary>
    private static readonly WlanSettings Narrow = Direct with { LeastWindow = 0, GreatestWindow = 0 };

    [Test]
    public void Who_finds_the_channel_idle_for_DIFS_sends_at_once()
    {
        var bench = new WlanBench(Direct, 1);
        bench.Up(0, 1, 1.Seconds);
        bench.Run();

        Assert.That(bench.Arrived, Is.EqualTo(new[] { (1, 1.Seconds + Data) }));
    }

    [Test]
    public void Who_finds_it_idle_for_less_waits_for_the_rest_of_DIFS()
    {
        var bench = new WlanBench(Direct, 1);
        bench.Up(0, 1, 20.Microseconds);
        bench.Run();

        Assert.That(bench.Arrived, Is.EqualTo(new[] { (1, Difs + Data) }));
    }

    [Test]
    public void Who_finds_it_busy_waits_for_the_acknowledgement_DIFS_and_a_whole_number_of_slots()
    {
        var bench = new WlanBench(Direct, 2);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds + 100.Microseconds);
        bench.Run();

        var slots = (bench.Arrived[1].At - (1.Seconds + Data + Sifs + Answer + Difs + Data)) / Slot;
        Assert.That((bench.Arrived[1].Number, slots, slots is >= 0 and <= 31), Is.EqualTo((2, Math.Round(slots), true)));
    }

    [Test]
    public void Without_slots_to_wait_frames_follow_each_other_to_the_nanosecond()
    {
        var bench = new WlanBench(Narrow, 1);
        for (var i = 0; i < 3; i++)
        {
            bench.Up(0, i, 1.Seconds);
        }

        bench.Run();

        var cycle = Data + Sifs + Answer + Difs;
        Assert.That(
            bench.Arrived.Select(frame => frame.At),
            Is.EqualTo(new[] { 1.Seconds + Data, 1.Seconds + cycle + Data, 1.Seconds + cycle * 2 + Data })
        );
    }

    [Test]
    public void A_counter_that_others_freeze_goes_on_where_it_stood()
    {
        // Both wait behind a first frame; whoever draws less goes first, the other is left with the difference.
        var bench = new WlanBench(Direct, 3);
        bench.Up(0, 0, 1.Seconds);
        bench.Up(1, 1, 1.Seconds + 1.Microseconds);
        bench.Up(2, 2, 1.Seconds + 1.Microseconds);
        bench.Run();

        var exchange = Data + Sifs + Answer;
        var first = (bench.Arrived[1].At - (1.Seconds + exchange + Difs + Data)) / Slot;
        var second = (bench.Arrived[2].At - (bench.Arrived[1].At + Sifs + Answer + Difs + Data)) / Slot;
        Assert.That(bench.Arrived, Has.Count.EqualTo(3));
        Assert.That((first, second), Is.EqualTo((Math.Round(first), Math.Round(second))));
        Assert.That(first + second, Is.InRange(1, 31));
    }

    [Test]
    public void A_counter_without_traffic_runs_down_unseen()
    {
        // Long after the first frame its back-off is over, so the second goes at once.
        var bench = new WlanBench(Direct, 1);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(0, 2, 1.Seconds + 50.Milliseconds);
        bench.Run();

        Assert.That(bench.Arrived[1].At, Is.EqualTo(1.Seconds + 50.Milliseconds + Data));
    }

    [Test]
    public void Those_who_begin_at_the_same_time_collide_and_try_again()
    {
        var bench = new WlanBench(Direct, 2);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds);
        bench.Run();

        Assert.That(bench.Channel.Collisions, Is.GreaterThanOrEqualTo(2));
        Assert.That(bench.Arrived.Select(frame => frame.Number), Is.EquivalentTo(new[] { 1, 2 }));
        Assert.That(bench.Arrived[0].At, Is.GreaterThanOrEqualTo(1.Seconds + Data + Direct.AnswerTimeout + Difs + Data));
    }

    [Test]
    public void After_a_collision_others_wait_for_EIFS()
    {
        // Those who collided give up, so that only the one who heard it is left.
        var settings = Direct with
        {
            LeastWindow = 0,
            GreatestWindow = 0,
            ShortRetryLimit = 1,
        };
        var bench = new WlanBench(settings, 3);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds);
        bench.Up(2, 3, 1.Seconds + 100.Microseconds);
        bench.Run();

        Assert.That(bench.Arrived, Is.EqualTo(new[] { (3, 1.Seconds + Data + settings.Eifs + Data) }));
    }

    [Test]
    public void Those_who_always_meet_give_up_after_the_last_attempt()
    {
        var bench = new WlanBench(Narrow, 2);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds);
        bench.Run();

        Assert.That(bench.Lost, Is.EquivalentTo(new[] { (1, DropReason.RetriesExhausted), (2, DropReason.RetriesExhausted) }));
        Assert.That(bench.Channel.Attempts, Is.EqualTo(14));
    }

    [Test]
    public void A_much_stronger_frame_survives_a_collision()
    {
        var bench = new WlanBench(
            Direct with
            {
                CaptureRatio = 10,
            },
            2,
            station => new WlanLink(3, 3) { Milliwatts = station == 0 ? 1e-6 : 1e-8 }
        );
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds);
        bench.Run();

        Assert.That(bench.Arrived[0], Is.EqualTo((1, 1.Seconds + Data)));
        Assert.That(bench.Channel.Collisions, Is.EqualTo(1));
    }

    [Test]
    public void A_long_frame_is_preceded_by_a_request_to_send()
    {
        var bench = new WlanBench(Direct with { RequestThreshold = 500 }, 1);
        bench.Up(0, 1, 1.Seconds);
        bench.Run();

        // At 2 Mbit/s: request 192 + 80 us, permission 192 + 56 us.
        Assert.That(bench.Arrived, Is.EqualTo(new[] { (1, 1.Seconds + 272.Microseconds + Sifs + 248.Microseconds + Sifs + Data) }));
    }

    [Test]
    public void A_full_queue_drops_what_comes()
    {
        var bench = new WlanBench(Direct with { Queue = 2 }, 1);
        for (var i = 0; i < 3; i++)
        {
            bench.Up(0, i, 1.Seconds);
        }

        bench.Run();

        Assert.That(bench.Lost, Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    [Test]
    public void Out_of_range_is_told_from_noise()
    {
        var bench = new WlanBench(Direct, 2, station => station == 0 ? new WlanLink(null, null) : new WlanLink(3, 3) { UpMargin = -20 });
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 2.Seconds);
        bench.Run();

        Assert.That(bench.Lost, Is.EqualTo(new[] { (1, DropReason.OutOfRange), (2, DropReason.RetriesExhausted) }));
        Assert.That((bench.Channel.Attempts, bench.Channel.Collisions), Is.EqualTo((7, 0)));
    }

    [Test]
    public void At_the_sensitivity_a_tenth_of_frames_of_1000_octets_is_lost()
    {
        Assert.That(WlanErrors.Frame(0, 1000), Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void The_access_point_contends_like_a_station()
    {
        var bench = new WlanBench(Direct, 1);
        bench.Down(0, 1, 1.Seconds);
        bench.Up(0, 2, 1.Seconds + 100.Microseconds);
        bench.Run();

        Assert.That(bench.Arrived[0], Is.EqualTo((1, 1.Seconds + Data)));
        Assert.That(bench.Arrived[1].At, Is.GreaterThanOrEqualTo(1.Seconds + Data + Sifs + Answer + Difs + Data));
    }

    [Test]
    public void Every_frame_arrives_or_is_lost_once()
    {
        var settings = Direct with
        {
            LeastWindow = 3,
            GreatestWindow = 7,
            Queue = 4,
            BeaconInterval = 102.4.Milliseconds,
            Beacon = 1.Milliseconds,
            ForeignLoad = 0.2,
            ForeignFrame = 1.Milliseconds,
            RequestThreshold = 800,
            CaptureRatio = 6,
        };
        var bench = new WlanBench(
            settings,
            8,
            station => new WlanLink(3, 2) { UpMargin = station == 7 ? 0 : 20, Milliwatts = Math.Pow(10, station) }
        );
        for (var i = 0; i < 4000; i++)
        {
            var at = new Duration(i * 700_000L + i % 7 * 10_000L);
            if (i % 5 == 4)
            {
                bench.Down(i % 8, i, at, 200 + i % 900);
            }
            else
            {
                bench.Up(i % 8, i, at, 200 + i % 900);
            }
        }

        bench.Run();

        Assert.That(
            bench.Arrived.Select(frame => frame.Number).Concat(bench.Lost.Select(frame => frame.Number)).Order(),
            Is.EqualTo(Enumerable.Range(0, 4000))
        );
        Assert.That((bench.Arrived.Count > 1000, bench.Lost.Count > 10), Is.EqualTo((true, true)));
    }

    [Test]
    public void Foreign_frames_delay_by_their_load()
    {
        // Found busy with probability 0.3, otherwise sent at once: 20 000 frames far apart leave 0.3 % of standard error.
        var bench = new WlanBench(Direct with { ForeignLoad = 0.3, ForeignFrame = 2.Milliseconds }, 1);
        for (var i = 0; i < 20_000; i++)
        {
            bench.Up(0, i, i.Seconds + 0.5.Seconds);
        }

        bench.Run(20_001.Seconds);

        var delayed = bench.Arrived.Count(frame => frame.At - (frame.Number.Seconds + 0.5.Seconds) > Data);
        Assert.That(delayed / 20_000.0, Is.EqualTo(0.3).Within(4 * Math.Sqrt(0.3 * 0.7 / 20_000)));
    }

    [Test]
    public void A_station_whose_node_stops_sends_no_more_and_hears_no_more()
    {
        var bench = new WlanBench(Direct, 2);
        bench.Up(0, 1, 1.Seconds);
        bench.Up(1, 2, 1.Seconds + 100.Microseconds);
        bench.Down(1, 3, 1.Seconds + 100.Microseconds);
        bench.Run(1.Seconds + 200.Microseconds);
        bench.Nodes[1].Stop();
        bench.Down(1, 4, 2.Seconds);
        bench.Run();

        Assert.That(bench.Arrived.Select(frame => frame.Number), Is.EqualTo(new[] { 1 }));
        Assert.That(
            bench.Lost.Order(),
            Is.EqualTo(new[] { (2, DropReason.NodeDown), (3, DropReason.RetriesExhausted), (4, DropReason.NodeDown) })
        );
    }

    [Test]
    public void The_same_seed_gives_the_same_times()
    {
        var first = Times();

        Assert.That(Times(), Is.EqualTo(first));

        static List<(int, Duration)> Times()
        {
            var bench = new WlanBench(Direct, 5);
            for (var i = 0; i < 500; i++)
            {
                bench.Up(i % 5, i, new Duration(i * 900_000L));
            }

            bench.Run();
            return bench.Arrived;
        }
    }

    [Test]
    public void A_frame_allocates_nothing()
    {
        var bench = new WlanBench(Direct, 5);
        for (var i = 0; i < 20_000; i++)
        {
            bench.Up(i % 5, i, new Duration(i * 900_000L));
        }

        // Room for the log, and everything that grows to the size that is needed.
        bench.Arrived.Capacity = bench.Lost.Capacity = 40_000;
        bench.Run(9.Seconds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        bench.Run(18.Seconds);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2000));
    }
}
