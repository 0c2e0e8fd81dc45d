using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanTests
{
    private static readonly Position Near = LoRaWanBench.At(500);
    private static readonly Duration Sf7 = Eu868.Uplink(7).Airtime(29);

    [Test]
    public void A_report_arrives_after_its_airtime_and_the_way_to_the_network_server()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);

        bench.Report(0);
        bench.RunFor(10.Seconds);

        var latency = bench.Log.DeliveryTimes.Single() - SimTime.Start;
        Assert.That(latency - Sf7, Is.GreaterThan(13.Milliseconds).And.LessThan(100.Milliseconds));
    }

    [Test]
    public void The_stages_add_up_to_the_latency()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);
        bench.Report(0, 0);
        bench.RunFor(1.Seconds);
        bench.Report(0, 1);
        bench.RunFor(1.Minutes);

        var last = bench.Log.DeliveredMessages[1];
        var stages = Enumerable.Range(0, 4).Select(last.TimeIn).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(stages[0], Is.GreaterThan(1.Seconds), "waits for the receive windows of the frame before");
            Assert.That(stages[1], Is.EqualTo(Sf7));
            Assert.That(stages[0] + stages[1] + stages[2], Is.EqualTo(bench.Log.DeliveryTimes[1] - last.Created));
        });
    }

    [Test]
    public void A_frame_is_13_octets_longer_than_the_packed_content()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near], new Content(4, 16));

        bench.Report(0);

        Assert.That(bench.Log.Frames.Single(), Is.EqualTo((21, Eu868.Uplink(7).Airtime(21))));
    }

    [TestCase(1000, 7)]
    [TestCase(3300, 8)]
    [TestCase(4500, 10)]
    [TestCase(6300, 12)]
    [TestCase(20_000, 12)]
    public void Devices_take_the_least_spreading_factor_that_their_link_budget_allows(int distance, int spreadingFactor)
    {
        Assert.That(
            new LoRaWanBench(LoRaWanBench.Plain, [LoRaWanBench.At(distance)]).Devices[0].SpreadingFactor,
            Is.EqualTo(spreadingFactor)
        );
    }

    /// <summary>-174 + 10 lg 125 000 + 6 dB of noise, and what the SX1276 data sheet needs beyond it.</summary>
    [TestCase(7, -124.53)]
    [TestCase(12, -137.03)]
    public void A_gateway_hears_what_exceeds_its_noise(int spreadingFactor, double expected)
    {
        Assert.That(new LoRaWanEu868Options().GatewaySensitivity(Eu868.Plan.UplinkOf(spreadingFactor)), Is.EqualTo(expected).Within(0.005));
    }

    /// <summary>-132.5 dBm are enough for the SX1272 at SF10, -133 dBm, and too little for the gateway, -132.03 dBm.</summary>
    [Test]
    public void A_device_takes_no_spreading_factor_at_which_the_gateway_does_not_hear_it()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { GatewayReceiver = null }, [LoRaWanBench.At(4920)]);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That((bench.Devices[0].SpreadingFactor, bench.Log.DeliveredMessages.Count), Is.EqualTo((11, 1)));
    }

    [Test]
    public void A_margin_raises_the_spreading_factor()
    {
        var options = LoRaWanBench.Plain with { SpreadingFactorMargin = 20 };

        Assert.That(new LoRaWanBench(options, [LoRaWanBench.At(1500)]).Devices[0].SpreadingFactor, Is.GreaterThan(7));
    }

    [Test]
    public void A_device_out_of_range_of_all_gateways_loses_its_reports()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [LoRaWanBench.At(20_000)]);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.OutOfRange }));
    }

    [Test]
    public void Reports_of_equal_power_on_one_channel_collide()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Channels = 1 }, [Near, new Position(0, 500, 1.2)]);

        bench.Report(0);
        bench.Report(1);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.Collision, DropReason.Collision }));
    }

    /// <summary>
    /// Two frames of 65.25 symbols of 1.024 ms at equal power, of which the later one begins so many symbols before the end of the other: LoRaSim spares three, and then
    /// counts power, not energy.
    /// </summary>
    [TestCase(LoRaRejectionRule.LoRaSim, 2, 2)]
    [TestCase(LoRaRejectionRule.LoRaSim, 4, 0)]
    [TestCase(LoRaRejectionRule.Goursaud, 4, 2)]
    [TestCase(LoRaRejectionRule.Aloha, 2, 0)]
    public void A_rule_decides_what_a_short_overlap_does(LoRaRejectionRule rule, int symbols, int delivered)
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Channels = 1, Rejection = rule }, [Near, new Position(0, 500, 1.2)]);

        bench.Report(0);
        bench.RunFor(Sf7 - Eu868.Uplink(7).SymbolTime * (long)symbols);
        bench.Report(1);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(delivered));
    }

    [Test]
    public void The_ninth_report_at_a_time_finds_no_demodulator()
    {
        var places = Enumerable.Range(0, 9).Select(i => LoRaWanBench.At(100 * (1 + i))).ToArray();
        var bench = new LoRaWanBench(LoRaWanBench.Plain, places);

        for (var i = 0; i < places.Length; i++)
        {
            bench.Report(i);
        }

        bench.RunFor(1.Minutes);
        Assert.That(bench.Log.Drops.Count(reason => reason == DropReason.NoDemodulator), Is.EqualTo(1));
    }

    [Test]
    public void The_duty_cycle_puts_off_the_next_report_by_a_hundred_airtimes()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Channels = 3, Queue = 5 }, [Near]);
        bench.Report(0, 0);
        bench.Report(0, 1);
        bench.Report(0, 2);

        bench.RunFor(1.Minutes);

        var waits = bench.Log.DeliveredMessages.Select(message => message.TimeIn(0));
        Assert.That(waits, Is.EqualTo(new[] { Duration.Zero, Sf7 * 100L, Sf7 * 200L }));
    }

    [Test]
    public void With_two_sub_bands_a_second_report_waits_for_the_receive_windows_only()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);
        bench.Report(0, 0);
        bench.Report(0, 1);

        bench.RunFor(1.Minutes);

        var window = Eu868.Uplink(12).SymbolTime * 8L;
        Assert.That(bench.Log.DeliveredMessages[1].TimeIn(0), Is.EqualTo(Sf7 + 2.Seconds + window));
    }

    [Test]
    public void A_report_too_many_is_dropped_because_the_queue_is_full()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);

        bench.Report(0, 0);
        bench.Report(0, 1);
        bench.Report(0, 2);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    [Test]
    public void A_report_too_many_while_only_the_duty_cycle_forbids_sending_is_dropped_for_it()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Channels = 3, Queue = 0 }, [Near]);

        bench.Report(0, 0);
        bench.RunFor(5.Seconds);
        bench.Report(0, 1);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.DutyCycle }));
    }

    [Test]
    public void A_device_that_stops_while_a_report_waits_loses_it()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);
        bench.Report(0, 0);
        bench.Report(0, 1);

        bench.RunFor(1.Seconds);
        bench.Meters[0].Stop();
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.NodeDown }));
    }

    [Test]
    public void Content_that_fits_near_the_gateway_is_too_large_far_away()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near, LoRaWanBench.At(6300)], new Content(100, 8));

        bench.Report(0);
        bench.Report(1);
        bench.RunFor(1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(1));
            Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.TooLarge }));
        });
    }

    [TestCase(null, 51, true)]
    [TestCase(null, 52, false)]
    [TestCase(9, 115, true)]
    [TestCase(7, 243, false)]
    public void Content_is_refused_where_the_greatest_spreading_factor_cannot_carry_it(int? spreadingFactor, int bytes, bool isCarried)
    {
        var technology = new LoRaWan(new LoRaWanEu868Options { SpreadingFactor = spreadingFactor });

        Assert.That(technology.Refuses([new DeviceFlow(new Content(bytes, 8), 0)]) is null, Is.EqualTo(isCarried));
    }

    private static IEnumerable<TestCaseData> Contradictions =>
        [
            new(
                new LoRaWanEu868Options { RetransmitTimeoutMinimum = 5.Seconds, RetransmitTimeoutMaximum = 1.Seconds },
                "at least 5 s and at most 1 s"
            ),
            new(new LoRaWanEu868Options { ForeignPowerLow = -100, ForeignPowerHigh = -110 }, "at least -100 dBm and at most -110 dBm"),
            new(
                new LoRaWanEu868Options
                {
                    Adr = true,
                    TransmitPower = 14,
                    AdrLeastPower = 15,
                },
                "at most 14 dBm"
            ),
        ];

    [TestCaseSource(nameof(Contradictions))]
    public void Options_that_contradict_each_other_are_refused_before_anything_runs(LoRaWanOptions options, string what)
    {
        Assert.That(() => new LoRaWan(options), Throws.ArgumentException.With.Message.Contains(what));
    }

    [Test]
    public void Several_gateways_deliver_once_and_count_their_copies()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Gateways = 5 }, [LoRaWanBench.At(100)], radius: 1000);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(1));
            Assert.That(bench.Network.GatewayCopies, Is.EqualTo(4));
        });
    }

    [Test]
    public void A_frame_destroyed_at_one_gateway_is_delivered_by_another()
    {
        var gateways = Sunflower.Places(2, 5000, 1.2);
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { Gateways = 2, Channels = 1, SpreadingFactor = 12 }, gateways, radius: 5000);

        bench.Report(0);
        bench.Report(1);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_lossy_backhaul_loses_frames_for_noise()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain with { BackhaulLoss = 1 }, [Near]);

        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.Noise }));
    }

    [Test]
    public void Foreign_traffic_destroys_some_reports()
    {
        var options = LoRaWanBench.Plain with { ForeignLoad = 1, SpreadingFactor = 12 };
        var bench = new LoRaWanBench(options, [LoRaWanBench.At(6300)]);

        for (var i = 0; i < 20; i++)
        {
            bench.Report(0, i);
            bench.RunFor(3.Minutes);
        }

        Assert.That(bench.Log.Drops, Is.Not.Empty);
    }

    [Test]
    public void Indoor_devices_are_received_more_weakly_than_outdoor_ones()
    {
        var buildings = LoRaWanBench.PlainSight with { Buildings = BuildingModel.Tr45820 };

        var outdoor = new LoRaWanBench(LoRaWanBench.Plain, [Near], propagation: buildings).Devices[0].BestPower;
        var indoor = new LoRaWanBench(LoRaWanBench.Plain, [Near], indoor: true, propagation: buildings).Devices[0].BestPower;

        Assert.That(outdoor - indoor, Is.InRange(4, 53));
    }

    [Test]
    public void Adding_a_device_leaves_the_luck_of_the_others_alone()
    {
        var shadowing = LoRaWanBench.PlainSight with { Shadowing = 4 };
        SimTime Arrival(params Position[] places)
        {
            var bench = new LoRaWanBench(LoRaWanBench.Plain, places, propagation: shadowing);
            bench.Report(0);
            bench.RunFor(1.Minutes);
            return bench.Log.DeliveryTimes.Single();
        }

        Assert.That(Arrival(Near, LoRaWanBench.At(900)), Is.EqualTo(Arrival(Near)));
    }

    [Test]
    public void Reports_allocate_nothing_once_the_network_has_warmed_up()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [Near]);
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

    [Test]
    public void A_device_takes_at_most_500_octets_with_its_node_and_its_meter()
    {
        var places = Sunflower.Places(10_000, 5000, 1.2);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var bench = new LoRaWanBench(LoRaWanBench.Plain, places);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(bench);

        Assert.That(bytes / places.Length, Is.LessThanOrEqualTo(500));
    }
}
