using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class CellAccessTests
{
    private const int Transmit = 4;

    private static readonly RandomAccessSettings OnePreamble = PlainAir.Access with { Preambles = 1, BackOff = 1.Seconds };

    [Test]
    public void An_attempt_waits_for_the_next_occasion()
    {
        var bench = new CellBench();
        bench.Send(0, 0);
        bench.RunUntil(60);

        // Acquisition 50, occasion 100, preamble 10, window 2, response 8, gap 4, request 10, gap 1, answer 8 + 5, 1, data 3 + 10.
        Assert.That(bench.Arrived(0), Is.EqualTo(0.162));
    }

    [Test]
    public void Devices_with_the_same_preamble_destroy_each_others_requests()
    {
        var bench = new CellBench(new PlainAir { Settings = [OnePreamble], Attempts = 1 }, devices: 2);
        SendFromBoth(bench);

        Assert.That(bench.Log.Dropped, Is.EquivalentTo(new[] { (0, DropReason.RetriesExhausted), (1, DropReason.RetriesExhausted) }));
    }

    [Test]
    public void They_listen_until_their_timer_ends_and_try_again()
    {
        var bench = new CellBench(new PlainAir { Settings = [OnePreamble] }, devices: 2);
        SendFromBoth(bench);

        // The requests end at 134 ms, the timers at 184 ms: the earliest next occasion is at 200 ms.
        Assert.That(bench.Log.Arrived, Has.Count.EqualTo(2));
        Assert.That(bench.Log.Arrived.Min(frame => frame.At.TotalSeconds), Is.GreaterThanOrEqualTo(0.262));
    }

    [Test]
    public void Undetected_collisions_are_answered_by_nobody()
    {
        var settings = OnePreamble with { Collision = PreambleCollision.Undetected };
        var bench = new CellBench(new PlainAir { Settings = [settings], Attempts = 1 }, devices: 2);
        SendFromBoth(bench);

        Assert.That((bench.Network.Accesses.Grants, bench.Network.Accesses.Collided), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Devices_with_different_preambles_do_not_meet()
    {
        var bench = new CellBench(new PlainAir { Settings = [PlainAir.Access with { Preambles = 64 }] }, devices: 2);
        SendFromBoth(bench);

        Assert.That(bench.Network.Accesses.Preambles, Is.EqualTo(2));
    }

    [Test]
    public void A_device_gives_up_after_its_last_attempt()
    {
        var bench = new CellBench(new PlainAir { Settings = [PlainAir.Access with { Detection = 0 }], Attempts = 4 });
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That(
            (bench.Log.Dropped.Single().Reason, bench.Network.Accesses.Preambles, bench.Network.Accesses.Failures),
            Is.EqualTo((DropReason.RetriesExhausted, 4, 1))
        );
    }

    [Test]
    public void Each_attempt_sends_a_preamble_and_listens_for_a_window()
    {
        var bench = new CellBench(new PlainAir { Settings = [PlainAir.Access with { Detection = 0 }], Attempts = 4 });
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That((bench.Meter.TimeIn(Transmit), bench.Meter.TimeIn(3)), Is.EqualTo((40.Milliseconds, 80.Milliseconds)));
    }

    [Test]
    public void A_device_that_is_not_heard_tries_the_next_level()
    {
        var deaf = PlainAir.Access with { Detection = 0, Attempts = 3 };
        var bench = new CellBench(new PlainAir { Settings = [deaf, PlainAir.Access] });
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That((bench.Log.Arrived.Count, bench.Network.Accesses.Preambles), Is.EqualTo((1, 4)));
    }

    [Test]
    public void With_power_ramping_attempt_i_is_detected_with_probability_1_minus_exp_of_minus_i()
    {
        const int Devices = 20_000;
        var bench = new CellBench(
            new PlainAir
            {
                Settings = [PlainAir.Access with { Preambles = 1_000_000, GrantsPerResponse = 100_000, Detection = null }],
                Tones = 1_000_000,
                Lines = 1_000_000,
            },
            devices: Devices
        );
        for (var i = 0; i < Devices; i++)
        {
            bench.Send(i, 0, device: i);
        }

        // Of 20 000 first attempts 63 % are heard: four standard errors are 1.4 %.
        bench.RunUntil(0.105);
        bench.RunUntil(0.115);
        Assert.That(bench.Network.Accesses.Grants / (double)Devices, Is.EqualTo(1 - Math.Exp(-1)).Within(0.014));
    }

    [Test]
    public void The_back_off_is_uniform()
    {
        const int Devices = 4000;
        var deaf = PlainAir.Access with { Detection = 0, BackOff = 1.Seconds, Preambles = 1000, Period = 1.Milliseconds };
        var bench = new CellBench(new PlainAir { Settings = [deaf], Attempts = 2 }, devices: Devices);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < Devices; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(10);
        var waits = bench.Network.Timeline.Steps.Where(step => step.Name == "back-off").Select(step => step.Length.TotalSeconds).ToList();

        // Four standard errors of 4000 numbers uniform on a second are 0.018 s.
        Assert.That((waits.Average(), waits.Max() < 1), Is.EqualTo((0.5, true)).Within(0.018));
    }

    [Test]
    public void Grants_beyond_the_window_are_not_given()
    {
        const int Devices = 40;
        var narrow = PlainAir.Access with { Preambles = 100_000, GrantsPerResponse = 2, Collision = PreambleCollision.Undetected };
        var bench = new CellBench(
            new PlainAir
            {
                Settings = [narrow],
                Tones = 100,
                Lines = 100,
            },
            devices: Devices
        );
        for (var i = 0; i < Devices; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(0.115);

        // There is room for requests and answers. Responses of 6 ms begin at 0, 6, 12 and 18 ms of the window of 20 ms, with two grants each.
        Assert.That(bench.Network.Accesses.Grants, Is.EqualTo(8));
    }

    [Test]
    public void A_grant_is_given_only_if_its_answer_fits_into_the_timer()
    {
        var hasty = PlainAir.Access with
        {
            ContentionTimer = 9.Milliseconds,
            Collision = PreambleCollision.Undetected,
            Preambles = 100_000,
        };
        var bench = new CellBench(new PlainAir { Settings = [hasty] }, devices: 3);
        for (var i = 0; i < 3; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(0.115);

        // The requests end together, and a timer of 9 ms holds one answer of 8 ms.
        Assert.That(bench.Network.Accesses.Grants, Is.EqualTo(1));
    }

    [Test]
    public void An_answer_whose_repetition_comes_too_late_ends_the_attempt_when_it_is_known()
    {
        var bench = new CellBench(new PlainAir { BlockErrorRate = 0.5, Retry = 200.Milliseconds }, devices: 40);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 40; i++)
        {
            bench.Send(i, i, device: i);
        }

        bench.RunUntil(200);
        Assert.That(bench.Network.Timeline.Steps.Min(step => step.Length), Is.GreaterThan(Duration.Zero));
    }

    [Test]
    public void A_request_that_is_granted_again_too_late_ends_the_attempt()
    {
        // Half of the requests fail, and their repetition could be granted 200 ms later only: the timer of 50 ms has run out.
        var bench = new CellBench(new PlainAir { BlockErrorRate = 0.5, Retry = 200.Milliseconds }, devices: 40);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 40; i++)
        {
            bench.Send(i, 10 * i, device: i);
        }

        bench.RunUntil(410);
        var steps = bench.Network.Timeline.Steps.Select(step => step.Name).ToList();
        Assert.That(steps.Count(name => name == "request (Msg3)"), Is.EqualTo(steps.Count(name => name == "preamble (Msg1)")));
    }

    private static void SendFromBoth(CellBench bench)
    {
        bench.Send(0, 0);
        bench.Send(1, 0, device: 1);
        bench.RunUntil(60);
    }
}
