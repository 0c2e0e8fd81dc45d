using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanDownlinkTests
{
    private static readonly LoRaWanEu868Options ClassC = LoRaWanBench.Plain with { Class = LoRaWanClass.C };
    private static readonly Position Near = LoRaWanBench.At(500);
    private static readonly Duration Airtime = Eu868.Uplink(7).Airtime(29);

    /// <summary>A command of 8 octets, 21 with its frame, at SF7 and SF12 without CRC.</summary>
    private static readonly Duration Sf7 = Eu868.Plan.Uplinks[5].Downlink.Airtime(21);
    private static readonly Duration Sf12 = Eu868.Plan.Uplinks[0].Downlink.Airtime(21);

    [Test]
    public void A_command_to_class_A_waits_for_the_next_uplink()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, Near).Command(1.Seconds).Report(10.Seconds).Until(20.Seconds);

        var (_, at, _) = scene.Arrivals.Single(one => one.Relation == "command");
        Assert.That(at, Is.EqualTo(SimTime.Start + 10.Seconds + Airtime + 1.Seconds + Sf7));
    }

    [Test]
    public void The_stages_of_a_command_add_up_to_its_latency()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, Near).Command(1.Seconds).Report(10.Seconds).Until(20.Seconds);

        var command = scene.Arrived("command").Single();
        var stages = Enumerable.Range(0, 4).Select(command.TimeIn).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(stages.Aggregate((sum, stage) => sum + stage), Is.EqualTo(10.Seconds + Airtime + Sf7));
            Assert.That(stages[2], Is.EqualTo(Sf7), "on the air");
        });
    }

    [Test]
    public void Commands_are_sent_one_after_each_uplink_in_their_order()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, Near)
            .Command(1.Seconds)
            .Command(2.Seconds)
            .Report(10.Seconds)
            .Report(40.Seconds)
            .Until(1.Minutes);

        Assert.That(scene.Arrived("command").Select(command => command.Created.TotalSeconds), Is.EqualTo(new[] { 1.0, 2.0 }));
    }

    [Test]
    public void A_command_too_many_is_dropped_because_the_queue_is_full()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain with { DownlinkQueue = 1 }, Near).Command(1.Seconds).Command(2.Seconds);

        Assert.That(scene.Until(3.Seconds).Drops, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    [Test]
    public void A_command_that_the_device_is_too_far_away_to_hear_is_out_of_range()
    {
        var options = LoRaWanBench.Plain with { GatewayTransmitPower = -20, SpreadingFactor = 10 };
        var scene = new LoRaWanScene(options, LoRaWanBench.At(4000)).Command(1.Seconds).Report(10.Seconds).Until(20.Seconds);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.OutOfRange }));
    }

    [Test]
    public void A_device_that_has_stopped_hears_no_command()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, Near).Command(1.Seconds).Report(10.Seconds);
        scene.At(10.5.Seconds, scene.Meter(0).Stop).Until(20.Seconds);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.NodeDown }));
    }

    [Test]
    public void A_command_to_class_C_is_sent_at_once()
    {
        var scene = new LoRaWanScene(ClassC, Near).Report(Duration.Zero).Command(10.Seconds).Until(20.Seconds);

        var (_, at, _) = scene.Arrivals.Single(one => one.Relation == "command");
        Assert.That(at - SimTime.Start - 10.Seconds - Sf12, Is.GreaterThan(13.Milliseconds).And.LessThan(100.Milliseconds));
    }

    [Test]
    public void Before_the_first_uplink_nobody_knows_where_a_device_of_class_C_is()
    {
        var scene = new LoRaWanScene(ClassC, Near).Command(1.Seconds).Report(10.Seconds).Until(20.Seconds);

        Assert.That(scene.Arrivals.Single(one => one.Relation == "command").At, Is.GreaterThan(SimTime.Start + 10.Seconds));
    }

    [Test]
    public void The_duty_cycle_of_the_gateway_puts_off_the_next_command_to_class_C()
    {
        // 10 % in the band of the second window.
        var scene = new LoRaWanScene(ClassC, Near).Report(Duration.Zero).Command(10.Seconds).Command(10.1.Seconds).Until(1.Minutes);

        var sent = scene.Frames.Where(frame => frame.Bytes == 21).Select(frame => frame.At).ToList();
        Assert.That(sent[1] - sent[0], Is.GreaterThanOrEqualTo(Sf12 * 10L).And.LessThan(Sf12 * 10L + 100.Milliseconds));
    }

    [Test]
    public void A_report_and_a_command_of_class_C_at_the_same_time_are_both_lost()
    {
        var options = ClassC with { SpreadingFactor = 12 };
        var scene = new LoRaWanScene(options, Near).Report(Duration.Zero).Report(60.Seconds).Command(60.5.Seconds).Until(2.Minutes);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.ReceiverBusy, DropReason.ReceiverBusy }));
    }

    /// <summary>
    /// The frame of 411.6 ms at SF10 ends at 60.412 s. The best gateway begins a command of 1.48 s just after 60.5 s; the other one acknowledges in the first window, at
    /// 61.412 s, to a device that follows the command.
    /// </summary>
    [Test]
    public void A_device_of_class_C_does_not_follow_downlinks_of_two_gateways_at_a_time()
    {
        var options = ClassC with { Gateways = 2, SpreadingFactor = 10, Confirmed = true, ConfirmedTransmissions = 1 };
        var scene = new LoRaWanScene(options, Near).Report(Duration.Zero).Report(60.Seconds).Command(60.5.Seconds).Until(2.Minutes);

        var lost = (scene.LostFrames.ToArray(), scene.Drops.ToArray(), scene.Arrived("command").Count());
        Assert.That(lost, Is.EqualTo((new[] { DropReason.ReceiverBusy }, Array.Empty<DropReason>(), 1)));
    }

    [Test]
    public void In_North_America_the_first_window_has_a_channel_of_500_kHz()
    {
        var options = new LoRaWanUs915Options
        {
            Gateways = 1,
            ForeignLoad = 0,
            SpreadingFactor = 7,
        };
        var scene = new LoRaWanScene(options, Near).Command(1.Seconds).Report(10.Seconds).Until(20.Seconds);

        Assert.That(scene.Frames[1].Airtime, Is.EqualTo(Us915.Plan.Downlink(13).Downlink.Airtime(21)));
    }

    [TestCase(10, 11, true)]
    [TestCase(10, 12, false)]
    [TestCase(7, 242, true)]
    public void The_dwell_time_of_North_America_limits_the_content(int spreadingFactor, int bytes, bool isCarried)
    {
        var technology = new LoRaWan(new LoRaWanUs915Options { SpreadingFactor = spreadingFactor });

        Assert.That(technology.Refuses([new DeviceFlow(new Content(bytes, 8), 0)]) is null, Is.EqualTo(isCarried));
    }

    [Test]
    public void In_North_America_there_is_no_duty_cycle()
    {
        var options = new LoRaWanUs915Options
        {
            Gateways = 1,
            ForeignLoad = 0,
            Queue = 9,
        };
        var scene = new LoRaWanScene(options, new Content(1, 64), Near);
        for (var i = 0; i < 5; i++)
        {
            scene.Report(Duration.Zero);
        }

        scene.Until(1.Minutes);

        // The frame, two seconds, and eight symbols of SF12 at 500 kHz.
        var gaps = scene.Frames.Zip(scene.Frames.Skip(1), (one, next) => next.At - one.At - one.Airtime);
        Assert.That(gaps, Is.All.EqualTo(2.Seconds + Us915.Plan.Downlink(8).Downlink.SymbolTime * 8L));
    }

    [Test]
    public void A_sub_band_has_eight_narrow_channels_and_a_wide_one()
    {
        var channels = new LoRaWanUs915Options { SubBand = 2 }.UplinkChannels;

        Assert.That(
            channels.Select(channel => Math.Round(channel.Centre.Hertz / 1e5)),
            Is.EqualTo(new[] { 9039, 9041, 9043, 9045, 9047, 9049, 9051, 9053, 9046 })
        );
    }

    [TestCase(8, 923.3)]
    [TestCase(15, 927.5)]
    [TestCase(65, 923.9)]
    public void The_first_window_of_North_America_has_the_channel_number_modulo_eight(int channel, double megahertz)
    {
        Assert.That(Us915.Plan.FirstWindowAfter(Us915.Plan.Channels[channel]).Hertz, Is.EqualTo(megahertz * 1e6).Within(1));
    }

    [Test]
    public void Devices_of_North_America_take_the_data_rates_of_their_link_budget()
    {
        var options = new LoRaWanUs915Options { Gateways = 1, ForeignLoad = 0 };

        Assert.That(
            new LoRaWanBench(options, [Near, LoRaWanBench.At(20_000)]).Devices.Select(device => device.SpreadingFactor),
            Is.EqualTo(new[] { 7, 10 })
        );
    }

    [TestCase(LoRaWanClass.A, 242, true)]
    [TestCase(LoRaWanClass.C, 242, false)]
    [TestCase(LoRaWanClass.C, 53, true)]
    public void Commands_have_the_room_of_their_windows(LoRaWanClass listening, int bytes, bool isCarried)
    {
        // DR0 up; DR10 in the first window, DR8 in the second.
        var technology = new LoRaWan(new LoRaWanUs915Options { Class = listening });

        Assert.That(technology.Refuses([new DeviceFlow(new Content(bytes, 8), 0, IsToDevice: true)]) is null, Is.EqualTo(isCarried));
    }
}
