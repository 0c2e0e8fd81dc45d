using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Mobility;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Mobility;

public sealed class RandomWaypointTests
{
    private static readonly Region Disc = new(1000, IsSquare: false);

    [Test]
    public void Nobody_is_faster_than_the_fastest_not_even_from_one_trip_to_the_next()
    {
        var way = Way(7);
        var steps = Enumerable.Range(0, 40_000).Select(i => way.At(At(i)).GroundDistanceTo(way.At(At(i + 1))));

        Assert.That(steps.Max(), Is.LessThanOrEqualTo(20 + 1e-6).And.GreaterThan(10));
    }

    [Test]
    public void A_place_does_not_depend_on_what_was_asked_before()
    {
        var (asked, fresh) = (Way(3), Way(3));
        foreach (var second in new[] { 90_000, 5, 4000, 4000, 0, 70_000 })
        {
            asked.At(At(second));
        }

        Assert.That(
            new[] { 0, 5, 4000, 70_000 }.Select(second => asked.At(At(second))),
            Is.EqualTo(new[] { 0, 5, 4000, 70_000 }.Select(second => Fresh(3).At(At(second))))
        );
        Assert.That(fresh.At(At(90_000)), Is.EqualTo(asked.At(At(90_000))));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Nobody_leaves_the_area(bool isSquare)
    {
        var way = new RandomWaypoint(new Randomness(1, 0), Entity.Of("truck"), new Region(1000, isSquare), 1.5, 5, 30, Duration.Zero);
        var places = Enumerable.Range(0, 20_000).Select(i => way.At(At(i)));

        Assert.That(
            places.Max(place =>
                isSquare ? Math.Max(Math.Abs(place.X), Math.Abs(place.Y)) : Math.Sqrt(place.X * place.X + place.Y * place.Y)
            ),
            Is.LessThanOrEqualTo(1000 + 1e-6)
        );
    }

    /// <summary>Four standard errors of 200 000 pairs, whose distances have a deviation of about a quarter of the diameter.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void The_mean_distance_of_two_places_is_as_theory_says(bool isSquare)
    {
        const int Pairs = 200_000;
        var region = new Region(1000, isSquare);
        var draw = new Randomness(5, 0).Draw(Entity.Of("pair"), Purpose.Named("place"));
        var sum = 0.0;
        for (var i = 0; i < Pairs; i++)
        {
            sum += region.Place(ref draw, 0).GroundDistanceTo(region.Place(ref draw, 0));
        }

        Assert.That(sum / Pairs, Is.EqualTo(region.MeanDistance).Within(4 * region.Diameter / 4 / Math.Sqrt(Pairs)));
    }

    [Test]
    public void A_way_without_an_end_of_speeds_is_refused() =>
        Assert.That(
            () => new RandomWaypoint(new Randomness(1, 0), Entity.Of("truck"), Disc, 1.5, 0, 20, Duration.Zero),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );

    private static RandomWaypoint Fresh(int member) => Way(member);

    private static RandomWaypoint Way(int member) => new(new Randomness(1, 0), Entity.Of("truck", member), Disc, 1.5, 1, 20, 1.Minutes);

    private static SimTime At(double seconds) => SimTime.Start + seconds.Seconds;
}
