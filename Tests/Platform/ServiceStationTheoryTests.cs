using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

/// <summary>The queueing station against closed forms: M/M/1, M/D/1 (Pollaczek and Khinchine), M/M/c (Erlang C), M/G/1.</summary>
/// <remarks>
/// Times in units of the mean work. 20 batches after the first tenth; the 99 % Student interval (19 degrees of freedom: 2.861) has to
/// contain the closed form and to be no wider than ±2 % of it.
/// </remarks>
public sealed class ServiceStationTheoryTests
{
    private const int Batches = 20;
    private const double Student99 = 2.861;

    [TestCase(ServiceShape.Exponential, 1, 0.3, 1.42857143, 100_000)]
    [TestCase(ServiceShape.Exponential, 1, 0.5, 2, 400_000)]
    [TestCase(ServiceShape.Exponential, 1, 0.8, 5, 3_000_000)]
    [TestCase(ServiceShape.Deterministic, 1, 0.5, 1.5, 100_000)]
    [TestCase(ServiceShape.Deterministic, 1, 0.8, 3, 1_500_000)]
    [TestCase(ServiceShape.Exponential, 2, 1.6, 2.77777778, 2_500_000)]
    [TestCase(ServiceShape.Exponential, 5, 4, 1.554112554, 1_500_000)]
    [TestCase(ServiceShape.Exponential, 10, 8, 1.204590075, 300_000)]
    public void The_mean_time_in_a_station_is_that_of_theory(ServiceShape shape, int servers, double load, double expected, int customers)
    {
        var (mean, halfWidth) = MeanTime(ServiceTime.Of(shape, 1.Seconds), servers, load, customers);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mean, Is.EqualTo(expected).Within(halfWidth));
            Assert.That(halfWidth, Is.LessThanOrEqualTo(0.02 * expected));
        }
    }

    [Test]
    public void Lognormal_work_waits_as_Pollaczek_and_Khinchine_say()
    {
        // M/G/1: Wq = λ E[S²] / 2(1−ρ) with E[S²] = 1 + cv².
        const double load = 0.6;
        const double variation = 0.5;
        var expected = 1 + load * (1 + variation * variation) / (2 * (1 - load));

        var (mean, halfWidth) = MeanTime(ServiceTime.Of(ServiceShape.LogNormal, 1.Seconds, variation), 1, load, 500_000);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mean, Is.EqualTo(expected).Within(halfWidth));
            Assert.That(halfWidth, Is.LessThanOrEqualTo(0.02 * expected));
        }
    }

    [Test]
    public void A_full_station_turns_away_the_share_of_Erlang_B()
    {
        // M/M/c/c with c = 5 and a = 3 loses 0.110054348; the standard error over 400 000 correlated customers is about 0.001.
        const int customers = 400_000;
        var station = new OneStation(s => OneStation.Station(s, ServiceTime.Of(ServiceShape.Exponential, 1.Seconds), 5, room: 0));
        new PoissonArrivals(station, 3, customers).Start();

        station.Simulation.Run();

        Assert.That((double)station.Outcomes.Lost.Count / customers, Is.EqualTo(0.110054348).Within(0.003));
    }

    private static (double Mean, double HalfWidth) MeanTime(ServiceTime service, int servers, double load, int customers)
    {
        var station = new OneStation(s => OneStation.Station(s, service, servers));
        new PoissonArrivals(station, load, customers).Start();
        station.Simulation.Run();

        var times = station.Outcomes.Arrived.Skip(customers / 10).Select(outcome => outcome.Latency.TotalSeconds).ToArray();
        var means = times.Chunk(times.Length / Batches).Take(Batches).Select(batch => batch.Average()).ToArray();
        var mean = means.Average();
        var variance = means.Sum(x => (x - mean) * (x - mean)) / (Batches - 1);
        return (mean, Student99 * Math.Sqrt(variance / Batches));
    }
}
