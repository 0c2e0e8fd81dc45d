using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanConfirmedTests
{
    private static readonly LoRaWanEu868Options Confirmed = LoRaWanBench.Plain with { Confirmed = true, DutyCycle = false };

    /// <summary>Gateways so weak that no device hears them.</summary>
    private static readonly LoRaWanEu868Options Unheard = Confirmed with
    {
        GatewayTransmitPower = -20,
        DeviceReceiver = LoRaReceiverChip.Sx1276,
    };

    private static readonly Position Near = LoRaWanBench.At(500);
    private static readonly Position Beyond = LoRaWanBench.At(20_000);
    private static readonly Position Edge = LoRaWanBench.At(4000);
    private static readonly Duration Airtime = Eu868.Uplink(7).Airtime(29);

    /// <summary>Windows are over 2.3 s after the frame; the next transmission follows 3 to 5 s after it.</summary>
    [Test]
    public void A_report_too_many_between_two_transmissions_is_dropped_because_the_queue_is_full()
    {
        var scene = new LoRaWanScene(Unheard with { Queue = 0 }, Near).Report(Duration.Zero).Report(2.5.Seconds).Until(3.Seconds);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    [Test]
    public void An_acknowledged_frame_is_not_sent_again()
    {
        var scene = new LoRaWanScene(Confirmed, Near).Report(Duration.Zero).Until(1.Minutes);

        Assert.That(scene.Frames.Select(frame => frame.Bytes), Is.EqualTo(new[] { 29, 12 }));
    }

    [Test]
    public void The_acknowledgement_comes_one_second_after_the_end_of_the_frame()
    {
        var scene = new LoRaWanScene(Confirmed, Near).Report(Duration.Zero).Until(1.Minutes);

        Assert.That(scene.Frames[1].At, Is.EqualTo(SimTime.Start + Airtime + 1.Seconds));
    }

    [Test]
    public void A_frame_that_is_never_acknowledged_is_sent_eight_times()
    {
        var scene = new LoRaWanScene(Unheard with { SpreadingFactor = 10 }, Edge).Report(Duration.Zero).Until(5.Minutes);

        Assert.That(scene.Frames.Count(frame => frame.Bytes == 29), Is.EqualTo(8));
    }

    [Test]
    public void Retransmissions_follow_one_to_three_seconds_after_the_second_window_opens()
    {
        var scene = new LoRaWanScene(Unheard with { SpreadingFactor = 10 }, Edge).Report(Duration.Zero).Until(5.Minutes);

        var sent = scene.Frames.Where(frame => frame.Bytes == 29).ToList();
        var gaps = sent.Skip(1).Zip(sent, (later, earlier) => later.At - earlier.At - earlier.Airtime - 2.Seconds);
        Assert.That(gaps, Is.All.InRange(1.Seconds, 3.Seconds));
    }

    [Test]
    public void Lost_acknowledgements_make_duplicates_of_a_message_that_arrives_once()
    {
        var scene = new LoRaWanScene(Unheard with { SpreadingFactor = 10 }, Edge).Report(Duration.Zero).Until(5.Minutes);

        Assert.That((scene.Arrivals.Count, scene.Duplicates, scene.Drops.Count), Is.EqualTo((1, 7, 0)));
    }

    [Test]
    public void Retransmissions_keep_the_frame_counter()
    {
        var scene = new LoRaWanScene(Unheard with { SpreadingFactor = 10 }, Edge).Report(Duration.Zero).Report(2.Minutes).Until(5.Minutes);

        Assert.That((scene.Devices[0].FrameCounter, scene.Devices[0].Frames), Is.EqualTo((2, 16)));
    }

    [Test]
    public void A_frame_that_never_arrives_exhausts_its_retries()
    {
        var scene = new LoRaWanScene(Confirmed, Beyond).Report(Duration.Zero).Until(5.Minutes);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.RetriesExhausted }));
    }

    [Test]
    public void With_step_down_every_second_retransmission_is_a_data_rate_slower()
    {
        var scene = new LoRaWanScene(Confirmed with { RetryStepDown = true, SpreadingFactor = 7 }, Beyond)
            .Report(Duration.Zero)
            .Until(5.Minutes);

        int[] factors = [7, 7, 8, 8, 9, 9, 10, 10];
        Assert.That(scene.Frames.Select(frame => frame.Airtime), Is.EqualTo(factors.Select(factor => Eu868.Uplink(factor).Airtime(29))));
    }

    [Test]
    public void A_report_waits_until_the_one_before_is_acknowledged()
    {
        var scene = new LoRaWanScene(Confirmed, Near).Report(Duration.Zero).Report(100.Milliseconds).Until(1.Minutes);

        // The acknowledgement of 12 octets ends the first exchange.
        var waited = scene.Arrivals[1].Message.TimeIn(0);
        Assert.That(waited, Is.EqualTo(Airtime + 1.Seconds + Eu868.Plan.Uplinks[5].Downlink.Airtime(12) - 100.Milliseconds));
    }

    [Test]
    public void The_duty_cycle_puts_off_retransmissions()
    {
        var options = Confirmed with { DutyCycle = true, Channels = 1, SpreadingFactor = 7 };
        var scene = new LoRaWanScene(options, Beyond).Report(Duration.Zero).Until(5.Minutes);

        Assert.That(scene.Frames.Zip(scene.Frames.Skip(1), (one, next) => next.At - one.At), Is.All.EqualTo(Airtime * 100L));
    }

    [Test]
    public void An_unconfirmed_frame_is_sent_as_often_as_NbTrans_says()
    {
        var options = LoRaWanBench.Plain with { Transmissions = 3 };
        var scene = new LoRaWanScene(options, Near).Report(Duration.Zero).Until(5.Minutes);

        Assert.That((scene.Frames.Count, scene.Arrivals.Count, scene.Duplicates), Is.EqualTo((3, 1, 2)));
    }

    [Test]
    public void A_downlink_ends_the_repetitions_of_an_unconfirmed_frame()
    {
        var options = LoRaWanBench.Plain with { Transmissions = 3 };
        var scene = new LoRaWanScene(options, Near).Command(Duration.Zero).Report(1.Seconds).Until(5.Minutes);

        Assert.That(scene.Frames.Select(frame => frame.Bytes), Is.EqualTo(new[] { 29, 21 }));
    }

    [Test]
    public void An_unconfirmed_frame_none_of_whose_transmissions_arrives_has_the_reason_of_the_last()
    {
        var options = LoRaWanBench.Plain with { Transmissions = 3 };
        var scene = new LoRaWanScene(options, Beyond).Report(Duration.Zero).Until(5.Minutes);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.OutOfRange }));
    }

    [Test]
    public void A_device_that_stops_gives_up_the_frame_that_it_was_sending()
    {
        var scene = new LoRaWanScene(Confirmed, Beyond).Report(Duration.Zero);
        scene.At(1.Seconds, scene.Meter(0).Stop).Until(5.Minutes);

        Assert.That((scene.Frames.Count, scene.Drops.Single()), Is.EqualTo((1, DropReason.NodeDown)));
    }

    [Test]
    public void Confirmed_uplinks_allocate_nothing_once_the_network_has_warmed_up()
    {
        var bench = new LoRaWanBench(Confirmed, [Near]);
        void Reports(int count)
        {
            for (var i = 0; i < count; i++)
            {
                bench.Report(0, i);
                bench.RunFor(1.Minutes);
                bench.Log.DeliveredMessages.Clear();
                bench.Log.DeliveryTimes.Clear();
                bench.Log.Frames.Clear();
            }
        }

        Reports(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reports(100);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
