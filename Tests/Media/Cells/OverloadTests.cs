using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>A cell that is asked for more than it has.</summary>
public class OverloadTests
{
    /// <summary>An occasion for each window, so that responses alone could fill the downlink; one grant in each, and collisions are rare.</summary>
    private static readonly PlainAir Narrow = new()
    {
        Settings =
        [
            PlainAir.Access with
            {
                Preambles = 1000,
                GrantsPerResponse = 1,
                Period = 5.Milliseconds,
                BackOff = 100.Milliseconds,
                Collision = PreambleCollision.Undetected,
            },
        ],
    };

    [Test]
    public void The_downlink_is_busy_for_what_is_sent_and_no_longer()
    {
        var bench = new CellBench(Narrow, devices: 300);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 300; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(60);
        var sent = bench.Network.Timeline.Steps.Where(step => step.Direction == AirDirection.Down).Sum(step => step.Length.TotalSeconds);
        Assert.That(bench.Network.DownlinkBusy.TotalSeconds, Is.EqualTo(sent).Within(1e-9));
    }

    [TestCase(1, 100)]
    [TestCase(8, 100)]
    public void Both_directions_are_busy_for_what_is_sent_where_answers_find_no_room(int grants, int period)
    {
        // A timer of 9 ms holds one answer of 8 ms: most grants are taken back before they are given.
        var hasty = PlainAir.Access with
        {
            ContentionTimer = 9.Milliseconds,
            Collision = PreambleCollision.Undetected,
            Preambles = 100_000,
            GrantsPerResponse = grants,
            Period = period.Milliseconds,
            BackOff = 100.Milliseconds,
        };
        var air = new PlainAir { Settings = [hasty], Tones = 12 };
        var bench = new CellBench(air, devices: 100);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 100; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(60);
        var steps = bench.Network.Timeline.Steps;
        // Feedback takes one of 12 tones, everything else four; preambles are set aside. Grants of a response are received by several.
        var up = steps.Where(step => step.Direction == AirDirection.Up && step.Name != "preamble (Msg1)");
        var down = steps.Where(step => step.Direction == AirDirection.Down && step.State == "receive").DistinctBy(step => step.Begin);
        Assert.Multiple(() =>
        {
            Assert.That(
                bench.Network.UplinkBusy.TotalSeconds,
                Is.EqualTo(up.Sum(step => step.Length.TotalSeconds * (step.Name == "feedback" ? 1 : 4) / 12)).Within(1e-9)
            );
            Assert.That(bench.Network.DownlinkBusy.TotalSeconds, Is.EqualTo(down.Sum(step => step.Length.TotalSeconds)).Within(1e-9));
        });
    }

    [Test]
    public void What_is_held_for_a_device_that_stops_is_given_back()
    {
        // It stops while it sends its request, for whose answer 6 ms are held.
        var bench = new CellBench();
        bench.Network.Timeline = new ExchangeTimeline();
        bench.Send(0, 0);
        var request = bench.Network.Timeline.Steps;
        bench.RunUntil(0.12);
        var busy = request.Where(step => step.Direction == AirDirection.Down).Sum(step => step.Length.TotalSeconds);
        bench.Nodes[0].Stop();
        bench.RunUntil(1);

        Assert.That(
            (request[^1].Name, bench.Log.Dropped.Single().Reason, Math.Round(bench.Network.DownlinkBusy.TotalSeconds, 9)),
            Is.EqualTo(("request (Msg3)", DropReason.NodeDown, Math.Round(busy, 9)))
        );
    }

    [Test]
    public void Throughput_stays_where_it_was_when_the_load_grows()
    {
        // An exchange takes 20 ms of the downlink: 60 a second are more than it has, 480 are ten times as many.
        Assert.That(Delivered(480), Is.GreaterThan(0.8 * Delivered(60)));
    }

    [Test]
    public void Data_and_random_access_together_fill_no_more_than_the_uplink()
    {
        // Random access takes all 12 units for 10 of 100 ms, and 20 devices would send one block after the other.
        var air = new PlainAir
        {
            Settings = [PlainAir.Access with { Preambles = 1000, Units = 12 }],
            Tones = 12,
            Lines = 8,
        };
        var bench = new CellBench(air, devices: 20);
        for (var i = 0; i < 20; i++)
        {
            bench.Send(i, 0, device: i, length: 2_000_000);
        }

        bench.RunUntil(20);
        Assert.That((bench.Network.UplinkBusy + bench.Network.AccessBusy).TotalSeconds, Is.EqualTo(20).Within(0.3).And.LessThan(20.1));
    }

    /// <summary>Frames that arrive in 20 s when so many devices send one each second.</summary>
    private static int Delivered(int devices)
    {
        var bench = new CellBench(Narrow, CellBench.Settings with { Release = ReleaseAssistance.AfterUplink }, devices);
        for (var second = 0; second < 20; second++)
        {
            for (var i = 0; i < devices; i++)
            {
                bench.Send(second * devices + i, second + (double)i / devices, device: i);
            }
        }

        bench.RunUntil(20);
        Assert.That(bench.Network.DownlinkBusy, Is.LessThanOrEqualTo(20.Seconds + 100.Milliseconds));
        return bench.Log.Arrived.Count;
    }
}
