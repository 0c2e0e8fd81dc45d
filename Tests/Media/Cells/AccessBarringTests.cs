using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class AccessBarringTests
{
    /// <summary>Power comes back: 30 000 devices on 54 preambles every 5 ms, half of them within 4.2 s.</summary>
    private const int Surge = 30_000;

    [Test]
    public void In_a_surge_more_devices_succeed_if_most_are_told_to_come_later()
    {
        var free = Success(null);
        var barred = Success(new AccessBarring { Factor = 0.5, Time = 16.Seconds });

        // 31 % without; half an hour of scattering would leave none behind, 16 s leave few.
        Assert.That((free < 0.35, barred > 0.9), Is.EqualTo((true, true)), $"{free:P1} without barring, {barred:P1} with");
    }

    [Test]
    public void Whoever_is_paged_is_not_barred()
    {
        var settings = CellBench.Settings with
        {
            PowerSaving = M2mVsIoTSim.Media.PowerSaving.Drx,
            Barring = new AccessBarring { Factor = 1e-9, Time = 512.Seconds },
        };
        var bench = new CellBench(settings: settings);
        bench.Send(0, 0, isUp: false);
        bench.RunUntil(60);

        Assert.That(bench.Log.Arrived, Has.Count.EqualTo(1));
    }

    [TestCase(0, 0, 10)]
    [TestCase(2, 0, 30)]
    [TestCase(3, 0, 0)]
    [TestCase(3, 12, 40)]
    [TestCase(0, 12, 12)]
    [TestCase(9, 85, 100)]
    [TestCase(0, 85, 110)]
    public void A_class_waits_for_the_end_of_its_turns(int accessClass, double from, double free)
    {
        var barring = new AccessBarring { BarredClasses = 3, Turn = 10.Seconds };

        // The first of the three barred classes moves on every 10 s.
        Assert.That(barring.FreeFrom(accessClass, SimTime.Start + from.Seconds).TotalSeconds, Is.EqualTo(free));
    }

    [Test]
    public void A_factor_that_lets_nobody_in_is_refused() =>
        Assert.That(
            () => new CellBench(settings: CellBench.Settings with { Barring = new AccessBarring { Factor = 0 } }),
            Throws.ArgumentException.With.Message.Contains("above 0 and at most 1")
        );

    private static double Success(AccessBarring? barring)
    {
        var access = PlainAir.Access with
        {
            Period = 5.Milliseconds,
            Preambles = 54,
            Preamble = 1.Milliseconds,
            GrantsPerResponse = 15,
            ResponseWindow = 8.Milliseconds,
            Detection = null,
            BackOff = 20.Milliseconds,
            Collision = PreambleCollision.Undetected,
        };
        var air = new PlainAir
        {
            Settings = [access],
            Tones = 10_000,
            Lines = 10_000,
        };
        var settings = CellBench.Settings with { Barring = barring, Release = ReleaseAssistance.AfterUplink };
        var bench = new CellBench(air, settings, Surge);
        var luck = bench.Log.Simulation.Random.Stream(Entity.Of("surge"), Purpose.Named("arrival"));
        double[] times = [.. Enumerable.Range(0, Surge).Select(_ => 10 * ThirdOfSix(luck))];
        var order = Enumerable.Range(0, Surge).OrderBy(i => times[i]);
        foreach (var i in order)
        {
            bench.Send(i, times[i], device: i);
        }

        bench.RunUntil(600);
        return (double)bench.Network.Accesses.Successes / Surge;
    }

    /// <summary>Beta(3, 4).</summary>
    private static double ThirdOfSix(RandomStream luck) => Enumerable.Range(0, 6).Select(_ => luck.Uniform()).Order().ElementAt(2);
}
