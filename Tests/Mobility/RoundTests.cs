using M2mVsIoTSim.Mobility;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Mobility;

public sealed class RoundTests
{
    /// <summary>Rests for 10 s at the west end, takes 100 s to the east end, and 50 s back without a rest.</summary>
    private static readonly Stop[] Ferry =
    [
        new(new Position(-500, 0, 1.5), 10.Seconds, 100.Seconds),
        new(new Position(500, 0, 1.5), Duration.Zero, 50.Seconds),
    ];

    [TestCase(0, -500)]
    [TestCase(10, -500)]
    [TestCase(35, -250)]
    [TestCase(60, 0)]
    [TestCase(110, 500)]
    [TestCase(135, 0)]
    [TestCase(160, -500)]
    [TestCase(195, -250)]
    [TestCase(16_035, -250)]
    public void The_place_follows_from_the_time_within_the_round(double second, double east) =>
        Assert.That(new Round(Ferry, ahead: 0).At(SimTime.Start + second.Seconds).X, Is.EqualTo(east).Within(1e-6));

    [Test]
    public void Who_is_ahead_is_where_others_will_be() =>
        Assert.That(
            new Round(Ferry, ahead: 0.25).At(SimTime.Start + 3.Seconds),
            Is.EqualTo(new Round(Ferry, ahead: 0).At(SimTime.Start + 43.Seconds))
        );

    [Test]
    public void There_are_no_jumps()
    {
        var round = new Round(Ferry, ahead: 0.3);
        var steps = Enumerable
            .Range(0, 5000)
            .Select(i => round.At(SimTime.Start + (0.1 * i).Seconds).GroundDistanceTo(round.At(SimTime.Start + (0.1 * (i + 1)).Seconds)));

        Assert.That(steps.Max(), Is.LessThanOrEqualTo(2 + 1e-6));
    }

    [Test]
    public void A_round_of_one_place_stands_still() =>
        Assert.That(
            new Round([new Stop(new Position(3, 4, 1.5), Duration.Zero, Duration.Zero)], 0).At(SimTime.Start + 1.Hours),
            Is.EqualTo(new Position(3, 4, 1.5))
        );
}
