using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class SigfoxDownlinkTests
{
    private static readonly Position Near = SigfoxBench.At(500);

    /// <summary>28 octets at 600 bit/s.</summary>
    private static readonly Duration Downlink = new BitRate(600).TimeFor(28);

    [Test]
    public void A_message_waits_for_a_report_that_asks_and_comes_in_its_receive_window()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);

        bench.Command(0);
        bench.RunFor(1.Minutes);
        bench.Report(0);
        bench.RunFor(2.Minutes);

        // The report's first frame ends 2.09 s after it was produced; the window is open from 20 to 45 s after that.
        var command = log.DeliveredMessages[1];
        var arrived = (log.DeliveryTimes[1] - SimTime.Start).TotalSeconds;
        var waited = (command.TimeIn(0) + command.TimeIn(1)).TotalSeconds;
        Assert.Multiple(() =>
        {
            Assert.That(command.Branch.Relation.Name, Is.EqualTo("command"));
            Assert.That(waited, Is.InRange(60 + 22.09, 60 + 47.09 - Downlink.TotalSeconds));
            Assert.That(command.TimeIn(1), Is.InRange(13.Milliseconds, 100.Milliseconds), "backhaul");
            Assert.That(command.TimeIn(2), Is.EqualTo(Downlink), "air");
            Assert.That(waited + Downlink.TotalSeconds, Is.EqualTo(arrived).Within(1e-9));
        });
    }

    [Test]
    public void A_bidirectional_exchange_is_three_frames_a_downlink_and_a_confirmation()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);

        bench.Command(0);
        bench.Report(0);
        bench.RunFor(2.Minutes);

        Assert.That(
            log.Frames,
            Is.EqualTo(new[] { (26, 2.08.Seconds), (26, 2.08.Seconds), (26, 2.08.Seconds), (28, Downlink), (22, 1.76.Seconds) })
        );
    }

    [Test]
    public void The_answer_of_an_application_to_the_report_that_asked_comes_in_the_same_exchange()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);

        bench.Report(0);
        bench.RunFor(10.Seconds);
        bench.Command(0);
        bench.RunFor(1.Minutes);

        Assert.That(log.DeliveredMessages, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_device_that_reports_asks_with_a_report_in_every_interval()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);
        bench.Open();
        for (var hour = 0; hour < 24; hour++)
        {
            bench.Command(0, hour);
            bench.Report(0, hour);
            bench.RunFor(1.Hours);
        }

        // The first report of each six hours; the server keeps four messages.
        Assert.Multiple(() =>
        {
            Assert.That(log.DeliveredMessages.Count(message => message.Branch.Relation.Name == "command"), Is.EqualTo(4));
            Assert.That(log.Drops, Is.Not.Empty.And.All.EqualTo(DropReason.QueueFull));
            Assert.That(bench.Sessions[0].Messages, Is.EqualTo(24 + 4), "reports and confirmations, no questions of its own");
        });
    }

    [Test]
    public void A_device_that_never_reports_asks_with_a_message_of_one_bit()
    {
        var (bench, log) = Bench(SigfoxBench.Plain);
        bench.Open();

        bench.Command(0);
        bench.RunFor(7.Hours);

        Assert.Multiple(() =>
        {
            Assert.That(log.DeliveredMessages.Single().Branch.Relation.Name, Is.EqualTo("command"));
            Assert.That(log.Frames.Take(3), Is.All.EqualTo((14, 1.12.Seconds)));
        });
    }

    [Test]
    public void A_device_asks_four_times_a_day_at_most()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { AskInterval = 1.Hours, DownlinkQueue = 100 });
        bench.Open();
        for (var hour = 0; hour < 48; hour++)
        {
            bench.Command(0, hour);
            bench.RunFor(1.Hours);
        }

        Assert.That(log.DeliveredMessages, Has.Count.EqualTo(8));
    }

    [Test]
    public void Where_no_job_sends_to_devices_they_do_not_ask()
    {
        var (bench, log) = Bench(SigfoxBench.Plain, isTwoWay: false);
        bench.Open();

        bench.Report(0);
        bench.RunFor(1.Days);

        Assert.Multiple(() =>
        {
            Assert.That(log.Frames, Has.Count.EqualTo(3));
            Assert.That(bench.Devices[0].Meters[0].TimeIn(SigfoxDevice.Receive), Is.EqualTo(Duration.Zero));
        });
    }

    [Test]
    public void A_device_that_does_not_hear_the_station_loses_the_message()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { StationPower = 0, DeviceSensitivity = 0 });

        bench.Command(0);
        bench.Report(0);
        bench.RunFor(2.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(log.Drops, Is.EqualTo(new[] { DropReason.OutOfRange }));
            Assert.That(log.Frames, Has.Count.EqualTo(4), "nothing to confirm");
        });
    }

    [Test]
    public void A_station_that_transmits_hears_nothing_meanwhile()
    {
        // Others report in every second in which the first may get its answer.
        Position[] places = [Near, .. Enumerable.Range(0, 26).Select(i => SigfoxBench.At(600 + i))];
        var (bench, log) = Bench(SigfoxBench.Plain with { Repetitions = 1 }, places);
        bench.Command(0);
        bench.Report(0);
        bench.RunFor(21.Seconds);
        for (var i = 1; i < places.Length; i++)
        {
            bench.Report(i);
            bench.RunFor(1.Seconds);
        }

        bench.RunFor(1.Minutes);
        Assert.That(log.Drops.Distinct(), Is.EqualTo(new[] { DropReason.ReceiverBusy }));
    }

    [Test]
    public void Two_devices_answered_at_the_same_time_are_answered_one_after_the_other()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { DownlinkWindow = 1.Seconds }, places: [Near, SigfoxBench.At(600)]);

        bench.Command(0);
        bench.Command(1);
        bench.Report(0);
        bench.Report(1);
        bench.RunFor(1.Hours);

        var commands = log.DeliveryTimes.Where((_, i) => log.DeliveredMessages[i].Branch.Relation.Name == "command").ToArray();
        Assert.That(commands[1] - commands[0], Is.GreaterThanOrEqualTo(Downlink));
    }

    [TestCase(1, 2)]
    [TestCase(0.0001, 1)]
    public void A_station_keeps_its_duty_cycle_and_what_it_may_not_send_waits_for_the_next_question(double share, int answered)
    {
        // 0.37 s at a ten-thousandth leaves one downlink an hour; the window is over long before.
        var (bench, log) = Bench(SigfoxBench.Plain with { StationDutyCycle = share }, places: [Near, SigfoxBench.At(600)]);

        bench.Command(0);
        bench.Command(1);
        bench.Report(0);
        bench.Report(1);
        bench.RunFor(10.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(log.DeliveredMessages.Count(message => message.Branch.Relation.Name == "command"), Is.EqualTo(answered));
            Assert.That(log.Drops, Is.Empty);
        });
    }

    [Test]
    public void Content_of_more_than_eight_octets_is_too_large_for_a_downlink()
    {
        var (bench, log) = Bench(SigfoxBench.Plain, downBytes: 9);

        bench.Command(0);

        Assert.That(log.Drops, Is.EqualTo(new[] { DropReason.TooLarge }));
    }

    [Test]
    public void Asking_allocates_nothing_once_a_device_has_asked()
    {
        var (bench, log) = Bench(SigfoxBench.Plain with { AskInterval = 1.Minutes, DownlinksPerDay = null, UplinksPerDay = null });
        void Exchanges(int count)
        {
            for (var i = 0; i < count; i++)
            {
                bench.Command(0, i);
                bench.Report(0, i);
                bench.RunFor(1.Hours);
                log.DeliveredMessages.Clear();
                log.DeliveryTimes.Clear();
                log.Frames.Clear();
            }
        }

        Exchanges(20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Exchanges(20);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static (SigfoxBench Bench, LoRaWanBench.EventLog Log) Bench(
        SigfoxOptions options,
        Position[]? places = null,
        bool isTwoWay = true,
        int downBytes = 8
    )
    {
        var bench = new SigfoxBench(options, places ?? [Near], isTwoWay: isTwoWay, downBytes: downBytes);
        var log = new LoRaWanBench.EventLog();
        bench.Observers.Add(log);
        return (bench, log);
    }
}
