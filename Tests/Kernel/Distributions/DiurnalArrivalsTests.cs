using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

public sealed class DiurnalArrivalsTests
{
    private const int Days = 4_000;

    private static readonly double[] Rates = [0, 0, 0, 1, 2, 4, 8, 20, 12, 6, 6, 6, 10, 8, 6, 6, 8, 15, 20, 12, 6, 3, 1, 0];

    [Test]
    public void Arrivals_come_in_the_hours_in_proportion_to_their_rates()
    {
        var counts = new long[24];
        foreach (var time in Arrivals(new DiurnalArrivals(Rates)))
        {
            counts[(int)(time.TotalSeconds / 3600) % 24]++;
        }

        var busy = Enumerable.Range(0, 24).Where(hour => Rates[hour] > 0).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Where((_, hour) => Rates[hour] == 0), Is.All.Zero);
            Assert.That(
                Samples.ChiSquareOverLimit([.. busy.Select(hour => counts[hour])], [.. busy.Select(hour => Days * Rates[hour])]),
                Is.LessThan(1)
            );
        }
    }

    [Test]
    public void Arrivals_of_a_day_are_Poisson()
    {
        var arrivals = new DiurnalArrivals(Rates);
        var counts = new double[Days];
        foreach (var time in Arrivals(arrivals))
        {
            counts[(int)(time.TotalSeconds / 86_400)]++;
        }

        var mean = counts.Average();
        var variance = counts.Sum(count => (count - mean) * (count - mean)) / (Days - 1);
        using (Assert.EnterMultipleScope())
        {
            // Four standard errors; the variance of a sample variance of Poisson counts is about (μ + 2μ²)/n.
            Assert.That(mean, Is.EqualTo(arrivals.PerDay).Within(4 * Math.Sqrt(arrivals.PerDay / Days)));
            Assert.That(variance, Is.EqualTo(mean).Within(4 * Math.Sqrt((mean + 2 * mean * mean) / Days)));
        }
    }

    [Test]
    public void Gaps_at_an_even_rate_are_exponential()
    {
        var flat = new double[24];
        Array.Fill(flat, 30.0);
        var times = Arrivals(new DiurnalArrivals(flat)).Take(Samples.Count).Select(time => time.TotalSeconds).ToArray();
        var gaps = times.Zip(times.Skip(1), (before, after) => after - before).ToArray();

        // Kolmogorov's limit distribution: exceeded with probability 0.001.
        Assert.That(Samples.Distance(gaps, gap => 1 - Math.Exp(-gap / 120)), Is.LessThan(1.95));
    }

    [Test]
    public void An_arrival_beyond_the_end_of_time_never_comes()
    {
        var rare = new double[24];
        rare[3] = 1e-9;
        var draw = new Randomness(1, 0).Draw(Entity.Of("rare"), Purpose.Named("arrivals"));

        Assert.That(new DiurnalArrivals(rare).Next(SimTime.End - 1.Hours, ref draw), Is.EqualTo(SimTime.End));
    }

    private static IEnumerable<SimTime> Arrivals(DiurnalArrivals arrivals)
    {
        var luck = new Randomness(9, 0).Stream(Entity.Of("meter"), Purpose.Named("arrivals"));
        var (time, end) = (SimTime.Start, SimTime.Start + Days.Days);
        while (true)
        {
            var draw = luck.Next();
            time = arrivals.Next(time, ref draw);
            if (time >= end)
            {
                yield break;
            }

            yield return time;
        }
    }
}
