using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RealTimePacingTests
{
    private readonly Simulation _simulation = new();
    private readonly WallClock _clock = new();
    private readonly List<string> _onTheWall = [];

    [TestCase(1, "1", "2.5", "4")]
    [TestCase(0.1, "0.1", "0.25", "0.4")]
    [TestCase(60, "60", "150", "240")]
    public void Wake_ups_come_at_their_time_on_the_wall(double factor, params string[] expected)
    {
        _simulation.Pacing = new RealTimePacing(factor, clock: _clock);
        NoteAt(1, 2.5, 4);

        _simulation.Run();

        Assert.That(_onTheWall, Is.EqualTo(expected));
    }

    [Test]
    public void A_run_until_a_time_lasts_until_that_time_on_the_wall()
    {
        _simulation.Pacing = new RealTimePacing(clock: _clock);
        NoteAt(1);

        _simulation.RunUntil(SimTime.Start + 10.Seconds);

        Assert.That(OnTheWall, Is.EqualTo("10"));
    }

    [Test]
    public void A_wait_longer_than_a_timer_reaches_is_made_of_several()
    {
        _simulation.Pacing = new RealTimePacing(clock: _clock);
        NoteAt(400 * 86_400.0);

        _simulation.Run();

        Assert.That(_onTheWall, Is.EqualTo(["34560000"]));
    }

    [Test]
    public void What_comes_late_is_fired_at_once_and_lateness_does_not_add_up()
    {
        _simulation.Pacing = new RealTimePacing(clock: _clock);
        _simulation.After(1.Seconds, new Reaction(() => _clock.Advance(2)));
        NoteAt(2, 5);

        _simulation.Run();

        Assert.That(_onTheWall, Is.EqualTo(["3", "5"]));
    }

    [Test]
    public void In_strict_mode_what_comes_too_late_fails_the_run()
    {
        _simulation.Pacing = new RealTimePacing(tolerance: 500.Milliseconds, clock: _clock);
        _simulation.After(1.Seconds, new Reaction(() => _clock.Advance(2)));
        NoteAt(2);

        Assert.That(
            _simulation.Run,
            Throws
                .TypeOf<TooSlowException>()
                .With.Message.Contains("at 2 s was due 1 s ago")
                .And.Property(nameof(TooSlowException.Lateness))
                .EqualTo(1.Seconds)
        );
    }

    [Test]
    public void In_strict_mode_a_little_late_is_tolerated()
    {
        _simulation.Pacing = new RealTimePacing(tolerance: 500.Milliseconds, clock: _clock);
        _simulation.After(1.Seconds, new Reaction(() => _clock.Advance(1.4)));
        NoteAt(2);

        _simulation.Run();

        Assert.That(_onTheWall, Is.EqualTo(["2.4"]));
    }

    [Test]
    public void What_passes_between_two_runs_does_not_count()
    {
        _simulation.Pacing = new RealTimePacing(tolerance: Duration.Zero, clock: _clock);
        NoteAt(1, 3);
        _simulation.RunUntil(SimTime.Start + 2.Seconds);
        _clock.Advance(100);

        _simulation.Run();

        Assert.That(_onTheWall, Is.EqualTo(["1", "103"]));
    }

    [Test]
    public void Results_are_those_of_the_run_without_it()
    {
        static string Trace(RealTimePacing? pacing)
        {
            var simulation = new Simulation(seed: 7) { Pacing = pacing };
            var (journal, resource) = (new Journal(simulation), new Resource(simulation));
            async Process Customer(RandomStream luck)
            {
                for (var i = 0; i < 50; i++)
                {
                    using var grant = await resource.Request(within: luck.Exponential(1).Seconds);
                    await simulation.Delay(luck.Exponential(1).Seconds);
                    journal.Note($"{grant.IsGranted}");
                }
            }

            for (var i = 0; i < 5; i++)
            {
                simulation.Start(Customer(simulation.Random.Stream(Entity.Of("customer", i), Purpose.Named("luck"))));
            }

            simulation.RunUntil(SimTime.Start + 1.Hours);
            return string.Join('\n', journal.Lines);
        }

        Assert.That(Trace(new RealTimePacing(0.5, clock: new WallClock())), Is.EqualTo(Trace(null)));
    }

    [Test]
    public void The_wall_clock_of_the_system_is_followed_too()
    {
        var clock = TimeProvider.System;
        _simulation.Pacing = new RealTimePacing();
        NoteAt(0.03);
        var start = clock.GetTimestamp();

        _simulation.Run();

        Assert.That(clock.GetElapsedTime(start), Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(30)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_factor_that_is_not_positive_is_refused(double factor) =>
        Assert.That(() => new RealTimePacing(factor), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_negative_tolerance_is_refused() =>
        Assert.That(() => new RealTimePacing(tolerance: -1.Seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private string OnTheWall => ((_clock.GetTimestamp() - 1_000) / (double)TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);

    private void NoteAt(params ReadOnlySpan<double> seconds)
    {
        foreach (var time in seconds)
        {
            _simulation.After(time.Seconds, new Reaction(() => _onTheWall.Add(OnTheWall)));
        }
    }
}
