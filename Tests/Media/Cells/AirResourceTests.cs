using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class AirResourceTests
{
    [Test]
    public void What_fits_side_by_side_begins_at_once()
    {
        var tones = new AirResource(12);
        Take(tones, 0, 6, 10);

        Assert.That(Take(tones, 0, 6, 10), Is.EqualTo(At(0)));
    }

    [Test]
    public void What_does_not_fit_waits_for_enough_units()
    {
        var tones = new AirResource(12);
        Take(tones, 0, 6, 10);
        Take(tones, 0, 3, 20);

        Assert.That(Take(tones, 0, 6, 5), Is.EqualTo(At(10)));
    }

    [Test]
    public void A_gap_before_a_later_reservation_is_filled()
    {
        var line = new AirResource(1);
        Take(line, 10, 1, 5);

        Assert.That(Take(line, 0, 1, 10), Is.EqualTo(At(0)));
    }

    [Test]
    public void A_gap_that_is_too_short_is_not()
    {
        var line = new AirResource(1);
        Take(line, 10, 1, 5);

        Assert.That(Take(line, 0, 1, 11), Is.EqualTo(At(15)));
    }

    [Test]
    public void Use_is_the_mean_over_all_units()
    {
        var tones = new AirResource(12);
        Take(tones, 0, 6, 10);
        Take(tones, 50, 12, 10);

        Assert.That(tones.Busy, Is.EqualTo(15.Milliseconds));
    }

    [Test]
    public void What_would_begin_too_late_takes_nothing()
    {
        var line = new AirResource(1);
        Take(line, 0, 1, 10);
        var isTaken = line.TryReserve(SimTime.Start, At(0), 1, 10.Milliseconds, At(9), out _);

        Assert.That((isTaken, line.Busy, Take(line, 0, 1, 10)), Is.EqualTo((false, 10.Milliseconds, At(10))));
    }

    [Test]
    public void What_is_given_back_is_free_again()
    {
        var line = new AirResource(1);
        Take(line, 0, 1, 10);
        Take(line, 0, 1, 10);
        line.Free(At(0), 1, 10.Milliseconds);

        Assert.That((line.Busy, Take(line, 0, 1, 10)), Is.EqualTo((10.Milliseconds, At(0))));
    }

    [Test]
    public void What_is_set_aside_is_not_to_be_had()
    {
        var line = new AirResource(1, setAside: 0.2);
        Take(line, 0, 1, 8);

        Assert.That((Take(line, 0, 1, 8), line.Busy), Is.EqualTo((At(10), 16.Milliseconds)));
    }

    [Test]
    public void Never_more_units_are_in_use_than_there_are()
    {
        const int Units = 48;
        var tones = new AirResource(Units);
        var luck = new Randomness(7, 0).Stream(Entity.Of("load"), Purpose.Named("tones"));
        var (now, taken) = (0.0, new List<(SimTime Begin, SimTime End, int Count)>());
        for (var i = 0; i < 3000; i++)
        {
            now += luck.Exponential(4);
            var (ready, count, length) = (now + luck.Uniform() * 50, 1 + (int)(luck.Uniform() * 24), 1 + luck.Uniform() * 20);
            var begin = tones.Reserve(Milli(now), Milli(ready), count, Milli(length) - SimTime.Start);
            Assert.That(begin, Is.GreaterThanOrEqualTo(Milli(ready)));
            taken.Add((begin, begin + (Milli(length) - SimTime.Start), count));
        }

        Assert.That(
            taken.Max(one => taken.Where(other => other.Begin <= one.Begin && other.End > one.Begin).Sum(other => other.Count)),
            Is.LessThanOrEqualTo(Units)
        );
    }

    private static SimTime Take(AirResource resource, double ready, int count, double length) =>
        resource.Reserve(SimTime.Start, At(ready), count, Duration.FromSeconds(length / 1000));

    private static SimTime At(double milliseconds) => Milli(milliseconds);

    private static SimTime Milli(double milliseconds) => SimTime.Start + Duration.FromSeconds(milliseconds / 1000);
}
