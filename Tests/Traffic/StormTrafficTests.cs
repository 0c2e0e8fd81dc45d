using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

public sealed class StormTrafficTests
{
    private static readonly SimTime Instant = SimTime.Start + 1.Hours;
    private static readonly SimTime Day = SimTime.Start + 1.Days;

    [Test]
    public void Every_member_sends_once_within_the_window()
    {
        var messages = Run(StormShape.Uniform, [Instant]).Log.Messages;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(messages.Select(message => message.Source), Is.Unique);
            Assert.That(messages, Has.Count.EqualTo(10_000));
            Assert.That(messages.Select(message => message.Time - Instant), Is.All.InRange(Duration.Zero, 10.Seconds));
        }
    }

    [Test]
    public void Two_storms_are_two_messages()
    {
        var messages = Run(StormShape.Uniform, [Instant, Instant + 1.Hours]).Log.Messages;

        Assert.That(messages.Select(message => message.Serial), Is.EquivalentTo(Enumerable.Range(0, 20_000).Select(i => i / 10_000)));
    }

    // Mean a/(a+b) = 3/7 and variance ab/((a+b)²(a+b+1)) = 12/392 of Beta(3, 4); four standard errors of 10 000.
    [TestCase(StormShape.Uniform, 0.5, 0.0116)]
    [TestCase(StormShape.Beta, 3.0 / 7, 0.0070)]
    public void The_mean_place_in_the_window_is_that_of_the_shape(StormShape shape, double expected, double tolerance)
    {
        var places = Run(shape, [Instant]).Log.Messages.Select(message => (message.Time - Instant) / 10.Seconds);

        Assert.That(places.Average(), Is.EqualTo(expected).Within(tolerance));
    }

    [Test]
    public void The_peak_of_a_beta_storm_is_twice_the_mean_rate()
    {
        var places = Run(StormShape.Beta, [Instant]).Log.Messages.Select(message => (message.Time - Instant) / 10.Seconds);

        // ∫ 60 x² (1−x)³ from 0.35 to 0.45 = 0.2056; four standard errors of 10 000.
        Assert.That(places.Count(place => place is >= 0.35 and < 0.45) / 10_000.0, Is.EqualTo(0.2056).Within(0.0162));
    }

    [Test]
    public void Overlapping_storms_are_refused()
    {
        var fleet = new Fleet(1);

        Assert.That(
            () => new StormTraffic(fleet.Simulation, fleet.Members, fleet.Root, [Instant, Instant + 9.Seconds], 10.Seconds, Day),
            Throws.ArgumentException
        );
    }

    private static Fleet Run(StormShape shape, IReadOnlyList<SimTime> instants)
    {
        var fleet = new Fleet(10_000);
        new StormTraffic(fleet.Simulation, fleet.Members, fleet.Root, instants, 10.Seconds, Day, shape).Start();
        fleet.Simulation.Run();
        return fleet;
    }
}
