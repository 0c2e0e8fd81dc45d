using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>What a gateway hears and sends, on explicit timelines.</summary>
public class LoRaWanGatewayTests
{
    /// <summary>16 octets of content at SF7: 66.816 ms.</summary>
    private static readonly Duration Airtime = Eu868.Uplink(7).Airtime(29);

    private static readonly LoRaWanEu868Options OneChannel = LoRaWanBench.Plain with { Channels = 1, DutyCycle = false };
    private static readonly Position Near = LoRaWanBench.At(300);
    private static readonly Position Far = LoRaWanBench.At(900);

    [Test]
    public void Eight_paths_follow_eight_frames_and_no_ninth()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, [.. Enumerable.Range(1, 9).Select(i => LoRaWanBench.At(100 * i))]);
        for (var i = 0; i < 9; i++)
        {
            scene.Report(i.Milliseconds, i);
        }

        scene.Until(1.Seconds);

        Assert.That(scene.Drops.Count(reason => reason == DropReason.NoDemodulator), Is.EqualTo(1));
    }

    [Test]
    public void A_path_is_free_again_at_the_end_of_its_frame()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, [.. Enumerable.Range(1, 9).Select(i => LoRaWanBench.At(100 * i))]);
        for (var i = 0; i < 8; i++)
        {
            scene.Report(i.Milliseconds, i);
        }

        scene.Report(Airtime + 0.5.Milliseconds, 8).Until(1.Seconds);

        Assert.That(scene.Drops, Has.None.EqualTo(DropReason.NoDemodulator));
    }

    [Test]
    public void Of_two_frames_of_one_spreading_factor_the_much_stronger_one_is_captured()
    {
        var scene = new LoRaWanScene(OneChannel, Near, Far).Report(Duration.Zero, 1).Report(30.Milliseconds, 0).Until(1.Seconds);

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived("reading").Single().Source.Number, Is.EqualTo(0));
            Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.Collision }));
        });
    }

    [Test]
    public void A_frame_of_another_spreading_factor_harms_when_it_is_strong_enough()
    {
        // 67 dB stronger for a 27th of the time: 53 dB of energy, of which SF12 bears 36 from SF7.
        var scene = new LoRaWanScene(OneChannel, LoRaWanBench.At(6300), LoRaWanBench.At(100))
            .Report(Duration.Zero, 0)
            .Report(500.Milliseconds, 1)
            .Until(5.Seconds);

        Assert.That((scene.Arrivals.Count, scene.Drops.Single()), Is.EqualTo((1, DropReason.Collision)));
    }

    [Test]
    public void A_frame_of_another_spreading_factor_does_no_harm_when_it_is_weaker()
    {
        // 24 dB stronger for a 27th of the time.
        var scene = new LoRaWanScene(OneChannel, LoRaWanBench.At(6300), LoRaWanBench.At(1400))
            .Report(Duration.Zero, 0)
            .Report(500.Milliseconds, 1)
            .Until(5.Seconds);

        Assert.That((scene.Arrivals.Count, scene.Drops.Count), Is.EqualTo((2, 0)));
    }

    /// <summary>The preamble lasts 12.544 ms at SF7.</summary>
    [TestCase(false, 30, 1)]
    [TestCase(true, 30, 0)]
    [TestCase(true, 10, 1)]
    public void A_locked_demodulator_turns_to_a_stronger_frame_within_the_preamble_only(bool locks, int milliseconds, int arrive)
    {
        var scene = new LoRaWanScene(OneChannel with { PreambleLocking = locks }, Near, Far)
            .Report(Duration.Zero, 1)
            .Report(milliseconds.Milliseconds, 0)
            .Until(1.Seconds);

        Assert.That((scene.Arrivals.Count, scene.Drops.Count), Is.EqualTo((arrive, 2 - arrive)));
    }

    [Test]
    public void A_gateway_that_sends_hears_nothing()
    {
        // The acknowledgement is on the air from 1.066816 s to 1.108032 s.
        var scene = new LoRaWanScene(LoRaWanBench.Plain with { Confirmed = true, ConfirmedTransmissions = 1 }, Near, Far)
            .Report(Duration.Zero, 0)
            .Report(1.08.Seconds, 1)
            .Until(10.Seconds);

        Assert.That(scene.LostFrames, Is.EqualTo(new[] { DropReason.ReceiverBusy }));
    }

    [Test]
    public void A_reception_in_progress_is_lost_when_the_gateway_begins_to_send()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain with { Confirmed = true, ConfirmedTransmissions = 1 }, Near, Far)
            .Report(Duration.Zero, 0)
            .Report(1.05.Seconds, 1)
            .Until(10.Seconds);

        Assert.That(scene.LostFrames, Is.EqualTo(new[] { DropReason.ReceiverBusy }));
    }

    [Test]
    public void The_duty_cycle_of_the_gateway_moves_the_second_answer_to_the_second_window()
    {
        // 41.216 ms at 1 % close the band of the first window for 4.1 s; the second device answers from the same band.
        var options = LoRaWanBench.Plain with
        {
            Confirmed = true,
            Channels = 1,
        };
        var scene = new LoRaWanScene(options, Near, Far).Report(Duration.Zero, 0).Report(3.Seconds, 1).Until(8.Seconds);

        var count = scene.Network.Downlinks;
        Assert.That((count.InFirstWindow, count.InSecondWindow, count.GatewayDutyCycle), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public void After_a_hundred_airtimes_the_gateway_answers_in_the_first_window_again()
    {
        var options = LoRaWanBench.Plain with { Confirmed = true, Channels = 1 };
        var scene = new LoRaWanScene(options, Near, Far).Report(Duration.Zero, 0).Report(4.13.Seconds, 1).Until(8.Seconds);

        Assert.That(scene.Network.Downlinks.InFirstWindow, Is.EqualTo(2));
    }

    [Test]
    public void A_gateway_sends_one_downlink_at_a_time()
    {
        // The first device's answer brings a command: 51 ms on the air, of which the second's would begin after 46.
        var options = LoRaWanBench.Plain with
        {
            Confirmed = true,
            DutyCycle = false,
        };
        var scene = new LoRaWanScene(options, new Content(1, 8), Near, LoRaWanBench.At(320))
            .Command(Duration.Zero, 0)
            .Report(Duration.Zero, 0)
            .Report(46.4.Milliseconds, 1)
            .Until(8.Seconds);

        var count = scene.Network.Downlinks;
        Assert.That((count.InFirstWindow, count.GatewayBusy, count.InSecondWindow), Is.EqualTo((1, 1, 1)));
    }

    [TestCase(900, 900)]
    [TestCase(960, 1100)]
    [TestCase(1050, 1100)]
    [TestCase(1100, 1100)]
    public void A_transmitter_is_free_before_and_after_what_it_has_booked(int asked, int free)
    {
        var gateway = new LoRaWanGateway(new RadioReceiver([-130]), keepsDutyCycle: false);
        var band = Eu868.Plan.SubBands[2];
        gateway.Book(SimTime.Start + 1.Seconds, 100.Milliseconds, band, SimTime.Start);

        Assert.That(
            gateway.Earliest(SimTime.Start + asked.Milliseconds, 60.Milliseconds, band),
            Is.EqualTo(SimTime.Start + free.Milliseconds)
        );
    }

    [Test]
    public void A_booking_that_lies_ahead_keeps_its_distance_to_an_earlier_one_as_well()
    {
        // 100 ms at 1 %: ten seconds on either side.
        var gateway = new LoRaWanGateway(new RadioReceiver([-130]), keepsDutyCycle: true);
        var band = Eu868.Plan.SubBands[2];
        gateway.Book(SimTime.Start + 15.Seconds, 100.Milliseconds, band, SimTime.Start);

        Assert.That(gateway.Earliest(SimTime.Start + 6.Seconds, 100.Milliseconds, band), Is.EqualTo(SimTime.Start + 25.Seconds));
    }

    [Test]
    public void An_answer_that_comes_too_late_for_the_first_window_is_sent_in_the_second()
    {
        // 0.45 s up, 0.2 s for copies, 0.45 s down: known at the gateway 1.1 s after the end of the uplink.
        var options = LoRaWanBench.Plain with
        {
            Confirmed = true,
            PathDelay = 0.45.Seconds,
        };
        var scene = new LoRaWanScene(options, Near).Report(Duration.Zero).Until(8.Seconds);

        var count = scene.Network.Downlinks;
        Assert.That((count.TooLate, count.InFirstWindow, count.InSecondWindow), Is.EqualTo((1, 0, 1)));
    }

    [Test]
    public void An_answer_that_comes_too_late_for_both_windows_is_not_sent()
    {
        var options = LoRaWanBench.Plain with { Confirmed = true, ConfirmedTransmissions = 1, PathDelay = 1.Seconds };
        var scene = new LoRaWanScene(options, Near).Report(Duration.Zero).Until(20.Seconds);

        Assert.That((scene.Network.Downlinks.Unanswered, scene.Frames.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Another_gateway_answers_where_the_best_may_not()
    {
        var places = Sunflower.Places(2, 1000, 1.2);
        var options = LoRaWanBench.Plain with { Gateways = 2, Confirmed = true, Channels = 1 };
        var bench = new LoRaWanBench(options, [places[0], places[0]], radius: 1000);
        bench.Report(0);
        bench.RunFor(3.Seconds);
        bench.Report(1);
        bench.RunFor(8.Seconds);

        Assert.That(
            (bench.Network.Downlinks.InFirstWindow, bench.Network.Air.Receivers.Count(gateway => gateway.DeafUntil > SimTime.Start)),
            Is.EqualTo((2, 2))
        );
    }

    [Test]
    public void The_gateway_that_heard_best_answers()
    {
        var places = Sunflower.Places(3, 1000, 1.2);
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Gateways = 3, Confirmed = true }, [places[1]], radius: 1000);
        bench.Report(0);
        bench.RunFor(8.Seconds);

        Assert.That(
            bench.Network.Air.Receivers.Select(gateway => gateway.DeafUntil > SimTime.Start),
            Is.EqualTo(new[] { false, true, false })
        );
    }

    /// <summary>1.8 km lose 130.1 dB: SF7 up; down the device has −130.1 dBm, too little for SF7, which needs −124, and enough for SF12, which needs −137.</summary>
    [TestCase(false, 8)]
    [TestCase(true, 1)]
    public void A_device_too_weak_for_the_first_window_is_answered_in_the_second_if_the_server_looks_at_that(
        bool prefers,
        int transmissions
    )
    {
        var options = LoRaWanBench.Plain with { Confirmed = true, GatewayTransmitPower = -1, PreferBetterWindow = prefers };
        var scene = new LoRaWanScene(options, LoRaWanBench.At(1800)).Report(Duration.Zero).Until(10.Minutes);

        Assert.That(scene.Devices[0].Frames, Is.EqualTo(transmissions));
    }
}
