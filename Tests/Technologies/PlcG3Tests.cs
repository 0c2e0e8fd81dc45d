using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.PowerLine;
using M2mVsIoTSim.Scenarios.Validation.PowerLine;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Scenarios;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Turns by hand, what is lost and why, a whole scenario.</summary>
public sealed class PlcG3Tests
{
    private static readonly PlcG3Options Ideal = new()
    {
        Hops = 1,
        FrameLoss = 0,
        AcknowledgementLoss = 0,
        MinimumBackoffExponent = 0,
    };

    private const string Street = """
        study: { seed: 1, replications: 2, duration: 6 h }
        jobs:
          street:
            source: a test
            area: { radius: 300 m }
            parties: { meter: { count: 60 }, utility: { kind: application } }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 32 bit, every: 15 min, require: { delivery: ">= 99 %", within: 1 h } }
        architectures:
          collected:
            tiers:
              substation: { is: concentrator, per: { meter: 30 } }
            hops:
              - { from: meter, to: substation, over: plc-g3 }
              - { from: substation, to: utility, over: [fibre, internet], speaks: push }
        comparisons:
          one:
            question: Does it work?
            job: street
            cross: { architecture: [collected] }
        """;

    [Test]
    public void A_scenario_runs_end_to_end()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Street));

        Assert.That(
            results.Rows<RunRow>().Where(row => row.Metric == "delivery"),
            Is.Not.Empty.And.All.Property(nameof(RunRow.Value)).GreaterThan(0.98)
        );
    }

    /// <summary>Request 59 B: 36 symbols; response 4 + 2 + 4 · 5 octets of data, 72 B: 40 symbols; 100 ms between.</summary>
    [Test]
    public void A_poll_follows_the_time_line()
    {
        var bench = new PlcG3Bench(Ideal, 1, 0).Run(1, 10.Minutes).RunFor(1.Hours);

        var around = 15.115 + 2 * 8 * 0.695;
        var expected = 6.080 + 0.695 * (13 + 36) + around + 100 + 6.080 + 0.695 * (13 + 40) + around;
        Assert.That(1000 * bench.Log.DeliveredMessages.Single().TimeIn(1).TotalSeconds, Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void A_round_takes_all_that_a_meter_has()
    {
        var bench = new PlcG3Bench(Ideal with { PollInterval = 1.Hours }, 1, 0).Run(20, 1.Minutes).RunFor(1.Hours);

        Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(20));
    }

    [Test]
    public void Settings_reach_a_meter_in_its_turn()
    {
        var bench = new PlcG3Bench(Ideal with { PollInterval = 30.Seconds }, 1, 0).Run(10, 1.Minutes, isDown: true);

        Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(10));
    }

    [Test]
    public void What_a_meter_without_a_link_sends_is_out_of_range()
    {
        var bench = new PlcG3Bench(Ideal with { Unreachable = 1 }, 1, 0).Run(3, 1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(new[] { DropReason.OutOfRange, DropReason.OutOfRange, DropReason.OutOfRange }));
    }

    [Test]
    public void A_full_buffer_loses_the_newest()
    {
        var bench = new PlcG3Bench(Ideal with { Buffer = 5, PollInterval = 1.Hours }, 1, 0).Run(8, 1.Minutes);

        Assert.That(bench.Log.Drops, Is.EqualTo(Enumerable.Repeat(DropReason.QueueFull, 3)));
    }

    /// <summary>An answer of 100 values takes 4 + 2 + 500 octets of DLMS and several frames of at most 210 octets.</summary>
    [Test]
    public void A_long_answer_goes_in_fragments()
    {
        var bench = new PlcG3Bench(Ideal, 1, 0, new Content(100, 32)).Run(1, 10.Minutes).RunFor(1.Hours);

        Assert.That(bench.Log.DeliveredMessages.Single().TimeIn(1).TotalSeconds, Is.GreaterThan(0.5));
    }

    [Test]
    public void A_lost_acknowledgement_costs_time_but_no_message()
    {
        var bench = new PlcG3Bench(Ideal with { AcknowledgementLoss = 0.9, PollInterval = 10.Seconds }, 1, 0).Run(50, 1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Log.DeliveredMessages, Has.Count.EqualTo(50));
            Assert.That(bench.Log.DeliveredMessages.Average(message => message.TimeIn(1).TotalSeconds), Is.GreaterThan(0.4));
        });
    }

    [Test]
    public void A_meter_pays_for_its_own_frames_only()
    {
        var bench = new PlcG3Bench(Ideal with { PollInterval = 1.Hours }, 1, 0).RunFor(30.Minutes);
        var sent = G3Frame.Airtime(51, G3Modulation.Dbpsk);

        Assert.That(bench.Meters[0].Meters.Single().TimeIn(PlcG3Meter.Transmit), Is.EqualTo(sent));
    }

    [Test]
    public void Too_many_meters_for_a_round_are_told()
    {
        var bench = new PlcG3Bench(Ideal with { PollInterval = 10.Seconds }, 100, 0);

        Assert.That(bench.Installation.OutsideDomain.Single(), Does.Contain("100 meters").And.Contain("every 10 s"));
    }

    [Test]
    public void Content_beyond_a_packet_is_refused() =>
        Assert.That(new PlcG3(Ideal).Refuses([new DeviceFlow(new Content(400, 32), 0.001, IsToDevice: false)]), Does.Contain("1232 B"));
}
