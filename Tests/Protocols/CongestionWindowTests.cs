using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>The rules of RFC 5681, 6582 and 6928, by hand.</summary>
public class CongestionWindowTests
{
    [TestCase(1448, 14_480)]
    [TestCase(1460, 14_600)]
    [TestCase(536, 5360)]
    [TestCase(2000, 14_600)]
    [TestCase(9000, 18_000)]
    public void The_initial_window_is_that_of_RFC_6928(int segment, int octets) =>
        Assert.That(new CongestionWindow(segment).Size, Is.EqualTo(octets));

    [Test]
    public void Slow_start_adds_a_segment_for_each_acknowledgement()
    {
        var window = new CongestionWindow(1000);
        window.Acknowledged(2000, position: 2000, flight: 8000);

        Assert.That(window.Size, Is.EqualTo(11_000));
    }

    [Test]
    public void A_window_that_is_not_used_does_not_grow()
    {
        var window = new CongestionWindow(1000);
        window.Acknowledged(42, position: 42, flight: 0);

        Assert.That(window.Size, Is.EqualTo(10_000));
    }

    [Test]
    public void After_a_time_out_the_window_is_one_segment_and_the_threshold_half_the_flight()
    {
        var window = new CongestionWindow(1000);
        window.TimedOut(furthest: 10_000, flight: 10_000, isFirst: true);

        Assert.That((window.Size, window.Threshold), Is.EqualTo((1000, 5000)));
    }

    [Test]
    public void The_threshold_is_at_least_two_segments()
    {
        var window = new CongestionWindow(1000);
        window.TimedOut(furthest: 42, flight: 42, isFirst: true);

        Assert.That(window.Threshold, Is.EqualTo(2000));
    }

    [Test]
    public void Congestion_avoidance_adds_a_segment_for_each_window()
    {
        var window = new CongestionWindow(1000);
        window.TimedOut(furthest: 10_000, flight: 4000, isFirst: true);
        window.Acknowledged(1000, position: 1000, flight: 0);
        window.Acknowledged(1000, position: 2000, flight: 1000);

        // 2000 is the threshold; then 1000 · 1000 / 2000 for an acknowledgement.
        Assert.That(window.Size, Is.EqualTo(2500));
    }

    [Test]
    public void Three_duplicates_begin_a_recovery()
    {
        var window = new CongestionWindow(1000);
        var answers = Enumerable.Range(0, 3).Select(_ => window.Duplicated(1000, flight: 10_000)).ToArray();

        Assert.That((answers, window.Size, window.Threshold), Is.EqualTo((new[] { false, false, true }, 8000, 5000)));
    }

    [Test]
    public void A_partial_acknowledgement_asks_for_the_next_lost_segment()
    {
        var window = new CongestionWindow(1000);
        Repeat(3, () => window.Duplicated(1000, flight: 10_000));

        Assert.That(window.Acknowledged(3000, position: 4000, flight: 7000));
    }

    [Test]
    public void A_full_acknowledgement_ends_the_recovery_at_the_threshold()
    {
        var window = new CongestionWindow(1000);
        Repeat(3, () => window.Duplicated(1000, flight: 10_000));
        window.Acknowledged(10_000, position: 11_000, flight: 4000);

        Assert.That((window.IsRecovering, window.Size), Is.EqualTo((false, 5000)));
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }
}
