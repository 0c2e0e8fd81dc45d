using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.Ble;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>Events by hand, and what goes wrong.</summary>
public sealed class BleNetworkTests
{
    private static readonly BleSettings Plain = new() { Encrypted = false };

    /// <summary>80 of the central, 150, 296: the first event is at the start.</summary>
    [Test]
    public void A_packet_goes_in_the_next_event()
    {
        var bench = new BleConnectionBench(Plain, 1);
        bench.RunFor(1.Milliseconds);
        bench.Send(27);
        bench.RunFor(1.Seconds);

        Assert.That(bench.Delays.Single(), Is.EqualTo(0.099 + 526e-6).Within(1e-9));
    }

    /// <summary>Three PDUs of 251, 251 and 98: 2088 + 150 + 80 + 150 for each before the last, 864.</summary>
    [Test]
    public void A_long_packet_takes_several_packets_of_an_event()
    {
        var bench = new BleConnectionBench(Plain with { EventLength = 10.Milliseconds }, 1);
        bench.Send(600);
        bench.RunFor(1.Seconds);

        Assert.That(bench.Delays.Single(), Is.EqualTo(1e-6 * (2 * (80 + 150 + 2088 + 150) + 80 + 150 + 864)).Within(1e-9));
    }

    /// <summary>5 ms have room for two exchanges of 2468; the third PDU waits for the next event.</summary>
    [Test]
    public void What_an_event_has_no_time_for_waits_for_the_next()
    {
        var bench = new BleConnectionBench(Plain, 1);
        bench.Send(600);
        bench.RunFor(1.Seconds);

        Assert.That(bench.Delays.Single(), Is.EqualTo(0.1 + 1e-6 * (80 + 150 + 864)).Within(1e-9));
    }

    [Test]
    public void An_idle_peripheral_is_reached_in_the_event_that_it_does_not_miss()
    {
        var bench = new BleConnectionBench(Plain with { Latency = 4 }, 1);
        bench.RunFor(1.Milliseconds);
        bench.Send(27, isUp: false);
        bench.RunFor(1.Seconds);

        Assert.That(bench.Delays.Single(), Is.EqualTo(0.499 + 296e-6).Within(1e-9));
    }

    [Test]
    public void Nothing_is_lost_or_doubled_where_packets_are_lost()
    {
        var bench = new BleConnectionBench(Plain with { Loss = 0.3, Queue = 100 }, 1).Run(500, 400, 3.Seconds);
        bench.Run(0, 1, 1.Seconds);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Delays, Has.Count.EqualTo(500));
            Assert.That(bench.Losses, Is.Empty);
        });
    }

    [Test]
    public void A_connection_in_which_nothing_is_heard_is_lost_with_what_waits()
    {
        var bench = new BleConnectionBench(Plain with { Loss = 0.999999, Supervision = 1.Seconds }, 1);
        bench.Send(27);
        bench.Send(27);
        bench.RunFor(2.Seconds);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Losses, Is.EqualTo(new[] { DropReason.Outage, DropReason.Outage }));
            Assert.That(bench.Network.Losses, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_full_queue_loses_the_newest()
    {
        var bench = new BleConnectionBench(Plain with { Queue = 2 }, 1);
        bench.RunFor(1.Milliseconds);
        bench.Send(27);
        bench.Send(27);
        bench.Send(27);

        Assert.That(bench.Losses, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    /// <summary>A third of the channels lose everything: a packet meets them for a while and then another, as the hop is no divisor of 37.</summary>
    [Test]
    public void Bad_channels_delay_but_do_not_stop()
    {
        var bench = new BleConnectionBench(Plain with { BadChannels = 12, BadLoss = 1 }, 1).Run(500, 27, 3.Seconds);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Delays, Has.Count.EqualTo(500));
            Assert.That(bench.Delays.Max(), Is.LessThan(1.3));
            Assert.That(bench.Delays.Average(), Is.GreaterThan(0.06));
        });
    }

    [Test]
    public void A_coded_packet_takes_longer() =>
        Assert.That(
            BleData.Airtime(27, BlePhy.LeCodedS8, encrypted: true) / BleData.Airtime(27, BlePhy.Le1M, encrypted: true),
            Is.InRange(7.5, 8.5)
        );
}
