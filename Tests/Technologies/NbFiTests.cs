using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.NbFi;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class NbFiTests
{
    private static readonly NbFiOptions Silent = NbFiBench.Plain with { Mode = NbFiMode.Nrx };
    private static readonly NbFiOptions Fast = NbFiBench.Plain with { UplinkRate = NbFiRate.Bps400, DownlinkRate = NbFiRate.Bps400 };

    [Test]
    public void An_unacknowledged_message_is_on_the_air_for_5760_ms_and_at_the_server_20_ms_later()
    {
        var bench = Bench(Silent);

        bench.RunUntil(10);
        bench.Report();
        bench.RunUntil(100);

        var (message, at) = bench.Log.Deliveries.Single();
        Assert.That(bench.Log.Frames, Is.EqualTo([10.0]));
        Assert.That(at, Is.EqualTo(15.78));
        Assert.That(
            Enumerable.Range(0, 3).Select(stage => message.TimeIn(stage)),
            Is.EqualTo([Duration.Zero, 5760.Milliseconds, 20.Milliseconds])
        );
    }

    [Test]
    public void A_longer_message_is_cut_into_frames_a_millisecond_apart_and_put_together_at_the_server()
    {
        var bench = Bench(Silent, bytes: 20);

        bench.Report();
        bench.RunUntil(100);

        Assert.That(bench.Log.Frames, Is.EqualTo([0, 5.761, 11.522]));
        Assert.That(bench.Log.Deliveries.Single().At, Is.EqualTo(17.302));
    }

    [Test]
    public void Without_acknowledgement_a_lost_frame_loses_its_message_with_its_reason()
    {
        var bench = Bench(Silent, bytes: 20);

        bench.Report();
        bench.RunUntil(6);
        bench.Deafen(1.Seconds);
        bench.RunUntil(100);

        Assert.That(
            (bench.Log.Deliveries, bench.Log.Drops),
            Is.EqualTo((Array.Empty<(Message, double)>(), new[] { DropReason.ReceiverBusy }))
        );
    }

    [Test]
    public void Sent_twice_a_frame_that_is_lost_once_arrives()
    {
        var bench = Bench(Silent with { SendTwice = true });

        bench.Report();
        bench.Deafen(1.Seconds);
        bench.RunUntil(100);

        Assert.That(bench.Log.Frames, Is.EqualTo([0, 5.761]));
        Assert.That((bench.Log.Deliveries.Single().At, bench.Log.Drops), Is.EqualTo((11.541, Array.Empty<DropReason>())));
    }

    [Test]
    public void A_group_with_one_lost_frame_is_completed_by_that_frame()
    {
        var bench = Bench(Fast, bytes: 20);

        bench.Report();
        bench.RunUntil(0.8);
        bench.Deafen(100.Milliseconds);
        bench.RunUntil(100);

        // Three frames of 720 ms a millisecond apart, of which the second is lost; the last asks and is at the server at 2.182. The answer leaves
        // the station at 2.202 and is there at 2.922; the second frame follows, asks and completes the message at 3.662; its answer leaves at 3.682.
        Assert.That(bench.Log.Frames, Is.EqualTo([0, 0.721, 1.442, 2.202, 2.922, 3.682]));
        Assert.That(bench.Log.Deliveries.Single().At, Is.EqualTo(3.662));
        Assert.That(bench.Log.FrameLosses, Is.EqualTo([DropReason.ReceiverBusy]));
    }

    [Test]
    public void Messages_of_one_frame_share_an_acknowledgement_as_many_as_the_window_has()
    {
        var bench = Bench(Fast with { AcknowledgementWindow = 4 });

        for (var i = 0; i < 4; i++)
        {
            bench.RunUntil(100 * i);
            bench.Report(0, i);
        }

        bench.RunUntil(1000);

        Assert.That(bench.Log.Frames, Is.EqualTo([0, 100, 200, 300, 300.76]));
        Assert.That(bench.Log.DeliveryCount, Is.EqualTo(4));
    }

    [Test]
    public void What_is_missing_of_a_window_of_messages_is_sent_again()
    {
        var bench = Bench(Fast with { AcknowledgementWindow = 2 });

        bench.Report(0, 0);
        bench.Deafen(100.Milliseconds);
        bench.RunUntil(100);
        bench.Report(0, 1);
        bench.RunUntil(1000);

        Assert.That(bench.Log.Frames, Is.EqualTo([0, 100, 100.76, 101.48, 102.24]));
        Assert.That(bench.Log.Deliveries.Select(one => one.Message.Serial), Is.EqualTo([1, 0]));
    }

    [Test]
    public void Whoever_hears_no_answer_sends_again_as_often_as_there_are_retries_and_gives_up()
    {
        var bench = Bench(Fast);

        bench.Report();
        bench.Deafen(1.Hours);
        bench.RunUntil(1000);

        Assert.That(bench.Log.Drops, Is.EqualTo([DropReason.RetriesExhausted]));
        Assert.That(bench.Log.Frames, Has.Count.EqualTo(3));
        Assert.That(bench.Log.Frames.Zip(bench.Log.Frames.Skip(1), (a, b) => b - a), Has.All.InRange(10.74, 11.74));
    }

    [Test]
    public void A_message_whose_answers_are_not_heard_arrives_once_and_is_not_lost()
    {
        var bench = Bench(Fast with { DeviceSensitivity = -80 }, distance: 6000);

        bench.Report();
        bench.RunUntil(1000);

        Assert.That((bench.Log.DeliveryCount, bench.Log.Drops.Count, bench.Network.RepeatedFrames), Is.EqualTo((1L, 0, 2L)));
    }

    [Test]
    public void Rates_rise_with_the_answers_and_fall_to_the_first_one_when_none_come()
    {
        var bench = Bench(NbFiBench.Plain with { RateAdaptation = true });
        for (var i = 0; i < 10; i++)
        {
            bench.RunUntil(600 * i);
            bench.Report(0, i);
        }

        bench.RunUntil(6000);
        Assert.That((bench.Devices[0].UplinkRate, bench.Devices[0].DownlinkRate), Is.EqualTo((NbFiRate.Bps25600, NbFiRate.Bps25600)));

        bench.Report(0, 10);
        bench.Deafen(1.Hours);
        bench.RunUntil(9000);

        // Eleven at the great rate, three more at the first.
        Assert.That(bench.Devices[0].UplinkRate, Is.EqualTo(NbFiRate.Bps50));
        Assert.That((bench.Devices[0].Transmissions, bench.Log.Drops.Single()), Is.EqualTo((10 + 11 + 3, DropReason.RetriesExhausted)));
    }

    /// <summary>A fleet that has been sending for long begins where its adaptation ends.</summary>
    [TestCase(500)]
    [TestCase(2500)]
    [TestCase(6000)]
    public void A_device_that_begins_adapted_does_not_change_any_more(double distance)
    {
        var bench = Bench(NbFiBench.Plain with { RateAdaptation = true, AdaptedAtStart = true }, distance: distance);
        var began = (bench.Devices[0].UplinkRate, bench.Devices[0].DownlinkRate, bench.Devices[0].Power);
        for (var i = 0; i < 12; i++)
        {
            bench.RunUntil(600 * i);
            bench.Report(0, i);
        }

        bench.RunUntil(7200);
        Assert.That((bench.Devices[0].UplinkRate, bench.Devices[0].DownlinkRate, bench.Devices[0].Power), Is.EqualTo(began));
    }

    [Test]
    public void Where_a_station_answers_all_the_time_every_message_arrives_or_is_lost_with_a_reason()
    {
        // Thirty devices a minute, each with an answer of 5.76 s: the station is behind, and many an answer comes too late.
        var bench = new NbFiBench(NbFiBench.Plain, [.. Enumerable.Range(0, 30).Select(i => NbFiBench.At(100 + 10 * i))]);
        for (var i = 0; i < 3000; i++)
        {
            bench.RunUntil(2 * i);
            bench.Report(i % 30, i / 30);
        }

        bench.RunUntil(20_000);

        Assert.That(bench.Log.Drops, Is.Not.Empty.And.All.AnyOf(DropReason.RetriesExhausted, DropReason.QueueFull));
        Assert.That(bench.Log.DeliveryCount + bench.Log.Drops.Count, Is.EqualTo(3000));
    }

    [Test]
    public void A_device_that_listens_after_uplinks_gets_a_message_after_its_next_one()
    {
        var bench = Bench(Fast with { Acknowledged = false });

        bench.Command();
        bench.RunUntil(10);
        bench.Report();
        bench.RunUntil(100);

        // The uplink ends at 10.72 and is at the server at 10.74; the downlink leaves the station at 10.76.
        Assert.That(bench.Log.Frames, Is.EqualTo([10, 10.76]));
        Assert.That(bench.Log.Deliveries.Select(one => one.At), Is.EqualTo([10.74, 11.48]));
    }

    [Test]
    public void Where_uplinks_are_acknowledged_the_message_follows_the_answer()
    {
        var bench = Bench(Fast, bytes: 9);

        bench.Command();
        bench.RunUntil(10);
        bench.Report();
        bench.RunUntil(100);

        // Two frames up until 11.441; the answer from 11.481 to 12.201; from there 20 ms to the station for each of two frames down.
        Assert.That(bench.Log.Frames, Is.EqualTo([10, 10.721, 11.481, 12.221, 12.961]).Within(1e-9));
        Assert.That(bench.Log.Deliveries.Select(one => one.At), Is.EqualTo([11.461, 13.681]).Within(1e-9));
    }

    [Test]
    public void A_device_that_always_listens_gets_a_message_at_once()
    {
        var bench = Bench(Fast with { Mode = NbFiMode.Crx });

        bench.RunUntil(10);
        bench.Command();
        bench.RunUntil(100);

        var (message, at) = bench.Log.Deliveries.Single();
        Assert.That((bench.Log.Frames.Single(), at), Is.EqualTo((10.02, 10.74)));
        Assert.That(
            Enumerable.Range(0, 3).Select(stage => message.TimeIn(stage)),
            Is.EqualTo([Duration.Zero, 20.Milliseconds, 720.Milliseconds])
        );
    }

    [Test]
    public void A_device_that_sends_does_not_hear()
    {
        var bench = Bench(Silent with { Mode = NbFiMode.Crx, Acknowledged = false, FullDuplex = true });

        bench.Report();
        bench.RunUntil(1);
        bench.Command();
        bench.RunUntil(100);

        Assert.That(bench.Log.Drops, Is.EqualTo([DropReason.ReceiverBusy]));
    }

    [TestCase(false, 1)]
    [TestCase(true, 2)]
    public void A_station_does_not_hear_uplinks_while_it_sends_unless_it_has_two_antennas(bool fullDuplex, int delivered)
    {
        var bench = new NbFiBench(
            Fast with
            {
                Mode = NbFiMode.Crx,
                Acknowledged = false,
                FullDuplex = fullDuplex,
            },
            [NbFiBench.At(500), NbFiBench.At(600)]
        );

        bench.Command(0);
        bench.RunUntil(0.1);
        bench.Report(1);
        bench.RunUntil(100);

        Assert.That(bench.Log.DeliveryCount, Is.EqualTo(delivered));
    }

    [Test]
    public void The_copies_of_several_stations_count_once()
    {
        var bench = Bench(Silent with { Stations = 2 });

        bench.Report();
        bench.RunUntil(100);

        Assert.That((bench.Log.DeliveryCount, bench.Network.StationCopies), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void One_percent_of_an_hour_lets_six_frames_out_at_once_and_the_seventh_later()
    {
        var bench = Bench(Silent with { Regulation = NbFiRegulation.Europe, AccessMinimum = Duration.Zero }, bytes: 45);

        bench.Report(0, 0);
        bench.Report(0, 1);
        bench.RunUntil(500);

        // Six frames take 34.56 s; after 7 · 576 - 3600 s there is room for one more.
        Assert.That(bench.Log.Frames, Has.Count.EqualTo(7));
        Assert.That(bench.Log.Frames[^1], Is.EqualTo(432));
    }

    [Test]
    public void Frames_beyond_the_buffer_are_refused()
    {
        var bench = Bench(Silent, bytes: 240);

        for (var i = 0; i < 3; i++)
        {
            bench.Report(0, i);
        }

        Assert.That(bench.Log.Drops, Is.EqualTo([DropReason.QueueFull]));
    }

    [Test]
    public void A_device_that_stops_loses_what_it_keeps()
    {
        var bench = Bench(Silent, bytes: 20);

        bench.Report(0, 0);
        bench.Report(0, 1);
        bench.RunUntil(1);
        bench.Meters[0].Stop();
        bench.RunUntil(100);

        Assert.That(bench.Log.Drops, Is.EqualTo([DropReason.NodeDown, DropReason.NodeDown]));
    }

    [Test]
    public void A_battery_that_empties_stops_its_node_in_mid_run()
    {
        // A message takes 0.288 C to send and 0.229 C to listen for its answer, but while it listens up to 0.65 C are set aside.
        var battery = new Battery(1.5);
        var bench = new NbFiBench(NbFiBench.Plain, [NbFiBench.At(500)], supply: battery);
        var watch = new DepletionWatch(bench.Meters[0], battery);
        for (var i = 0; i < 10; i++)
        {
            bench.RunUntil(3600 * i);
            bench.Report(0, i);
        }

        bench.RunUntil(36_000);

        Assert.That(watch.Stopped!.Value, Is.InRange(SimTime.Start + 1.Hours, SimTime.Start + 3.Hours));
        Assert.That(bench.Log.Drops, Is.Not.Empty.And.All.EqualTo(DropReason.NodeDown));
        Assert.That(bench.Log.DeliveryCount + bench.Log.Drops.Count, Is.EqualTo(10));
    }

    [Test]
    public void Frames_and_answers_allocate_nothing()
    {
        var bench = Bench(NbFiBench.Plain with { RateAdaptation = true }, bytes: 20);
        bench.Log.IsBrief = true;
        Reports(0, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reports(100, 200);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Reports(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                bench.RunUntil(600 * i);
                bench.Report(0, i);
            }
        }
    }

    [Test]
    public void Out_of_reach_a_message_is_lost_for_that_reason()
    {
        var bench = Bench(Silent, distance: 60_000);

        bench.Report();
        bench.RunUntil(100);

        Assert.That(bench.Log.Drops, Is.EqualTo([DropReason.OutOfRange]));
    }

    [TestCase(240, 0, false, null)]
    [TestCase(241, 0, false, "241 B do not fit")]
    [TestCase(8, 1, false, "576.00")]
    [TestCase(8, 0.001, false, null)]
    [TestCase(8, 0, true, "NRX")]
    public void What_cannot_be_carried_is_told(int bytes, double messagesPerSecond, bool isToDevice, string? part)
    {
        var technology = new NbFi(new NbFiOptions { Mode = NbFiMode.Nrx });

        var reason = technology.Refuses([new DeviceFlow(new Content(bytes, 8), messagesPerSecond, isToDevice)]);

        Assert.That(reason, part is null ? Is.Null : Does.Contain(part));
    }

    [Test]
    public void Enough_stations_are_built_for_the_target()
    {
        var bench = new NbFiBench(
            new NbFiOptions { Mode = NbFiMode.Nrx },
            [.. Enumerable.Range(1, 50).Select(i => NbFiBench.At(i * 400))],
            radius: 20_000
        );

        Assert.That(bench.Network.Places, Has.Count.GreaterThan(1));
        Assert.That(bench.Network.Promises.Min(promise => promise.Delivery), Is.GreaterThanOrEqualTo(0.98));
    }

    private static NbFiBench Bench(NbFiOptions options, int bytes = 8, double distance = 500) =>
        new(options, [NbFiBench.At(distance)], bytes);
}
