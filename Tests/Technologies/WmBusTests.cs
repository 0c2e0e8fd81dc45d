using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.WirelessMBus;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Scenarios;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Frames by hand, what a meter repeats, a whole scenario.</summary>
public sealed class WmBusTests
{
    private static readonly WmBusOptions Plain = new() { Encrypted = false, Interval = 10.Seconds };

    private const string House = """
        study: { seed: 1, replications: 2, duration: 6 h }
        jobs:
          house:
            source: a test
            area: { radius: 30 m }
            parties: { meter: { count: 32, device: coin-cell-sensor }, utility: { kind: application } }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 15 min, require: { delivery: ">= 95 %", within: 30 min } }
        architectures:
          collected:
            tiers:
              stairs: { is: concentrator, per: { meter: 16 } }
            hops:
              - { from: meter, to: stairs, over: { wm-bus: { interval: 2 min } } }
              - { from: stairs, to: utility, over: [fibre, internet], speaks: push }
        comparisons:
          one:
            question: Does it work?
            job: house
            cross: { architecture: [collected] }
        """;

    [Test]
    public void A_scenario_runs_end_to_end()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(House));

        Assert.That(
            results.Rows<RunRow>().Where(row => row.Metric == "delivery"),
            Is.Not.Empty.And.All.Property(nameof(RunRow.Value)).GreaterThan(0.9)
        );
    }

    [Test]
    public void A_meter_sends_whether_it_has_something_or_not()
    {
        var bench = new WmBusBench(Plain, 1, 20).RunFor(1.Hours);

        // Intervals of 10 s, varied by ±3 %.
        Assert.Multiple(() =>
        {
            Assert.That(bench.Begun, Has.Count.InRange(355, 365));
            Assert.That(bench.Arrived, Is.Empty);
        });
    }

    [Test]
    public void A_message_arrives_with_the_next_frame_and_once_only()
    {
        var bench = new WmBusBench(Plain, 1, 20).RunFor(95.Seconds);
        var produced = bench.Simulation.Now;
        bench.Report(0).RunFor(100.Seconds);
        var next = bench.Begun.First(at => at > produced);

        // Waits until the radio wakes up, 1 ms before the frame; then 1 ms and 5.42 ms.
        Assert.That(
            bench.Arrived.Select(message => (message.TimeIn(0), message.TimeIn(1))),
            Is.EqualTo(new[] { (next - produced - 1.Milliseconds, 6.42.Milliseconds) })
        );
    }

    [Test]
    public void A_new_message_takes_the_place_of_one_that_was_never_sent()
    {
        var bench = new WmBusBench(Plain, 1, 20).RunFor(95.Seconds);
        bench.Report(0, 0).Report(0, 1).RunFor(30.Seconds);

        Assert.That((bench.GivenUp.Single(), bench.Arrived.Single().Serial), Is.EqualTo((DropReason.QueueFull, 1)));
    }

    [Test]
    public void Messages_to_meters_are_refused() =>
        Assert.That(new WmBus(Plain).Refuses([new DeviceFlow(new Content(1, 8), 1, IsToDevice: true)]), Does.Contain("nothing to meters"));

    [TestCase(WmBusMode.C1, false, 111)]
    [TestCase(WmBusMode.C1, true, 94)]
    [TestCase(WmBusMode.T1, false, 240)]
    [TestCase(WmBusMode.T1, true, 238)]
    public void Content_beyond_a_frame_is_refused(WmBusMode mode, bool isEncrypted, int most)
    {
        var technology = new WmBus(new WmBusOptions { Mode = mode, Encrypted = isEncrypted });

        Assert.That(
            (
                technology.Refuses([new DeviceFlow(new Content(most, 8), 1)]),
                technology.Refuses([new DeviceFlow(new Content(most + 1, 8), 1)])
            ),
            Is.EqualTo(((string?)null, $"{most + 1} B of content do not fit into the {most} B of a frame"))
        );
    }
}
