using M2mVsIoTSim.Kernel.Distributions;
using Reference = MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

public sealed class DiscreteDistributionTests
{
    [TestCase(0.05)]
    [TestCase(1)]
    [TestCase(9.9)]
    [TestCase(10)]
    [TestCase(37.5)]
    [TestCase(1_000)]
    [TestCase(100_000)]
    public void Poisson_samples_pass_Pearson(double mean)
    {
        var sample = Samples.Of(new Poisson(mean));
        var low = (int)Math.Max(0, mean - 7 * Math.Sqrt(mean));
        var bins = (int)(mean + 7 * Math.Sqrt(mean) + 10) - low;
        var (counts, expected) = (new long[bins], new double[bins]);
        foreach (var k in sample)
        {
            counts[Math.Clamp((int)k - low, 0, bins - 1)]++;
        }

        for (var i = 0; i < bins; i++)
        {
            expected[i] = sample.Length * Reference.Poisson.PMF(mean, low + i);
        }

        // Below 1: χ² under its quantile at 99.9 %.
        Assert.That(Samples.ChiSquareOverLimit(counts, expected), Is.LessThan(1));
    }

    [TestCase(0.05)]
    [TestCase(9.9)]
    [TestCase(10)]
    [TestCase(1e9)]
    public void Poisson_samples_are_whole_and_have_their_mean_and_variance(double mean)
    {
        var sample = Samples.Of(new Poisson(mean));
        var average = sample.Average();
        var variance = sample.Sum(x => (x - average) * (x - average)) / (sample.Length - 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample, Is.All.Matches<double>(x => x >= 0 && Math.Floor(x) == x));
            // Four standard errors; the fourth central moment of a Poisson distribution is μ + 3μ².
            Assert.That(average, Is.EqualTo(mean).Within(4 * Math.Sqrt(mean / sample.Length)));
            Assert.That(variance, Is.EqualTo(mean).Within(4 * Math.Sqrt((mean + 2 * mean * mean) / sample.Length)));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(1_000)]
    public void Values_come_in_proportion_to_their_weights(int count)
    {
        var (values, weights) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            (values[i], weights[i]) = (i, i % 3 == 2 ? 0 : 1 + i % 10);
        }

        var counts = new long[count];
        foreach (var value in Samples.Of(new Discrete(values, weights)))
        {
            counts[(int)value]++;
        }

        var total = weights.Sum();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Where((_, i) => weights[i] == 0), Is.All.Zero);
            if (count > 1)
            {
                Assert.That(
                    Samples.ChiSquareOverLimit(counts, [.. weights.Select(weight => Samples.Count * weight / total)]),
                    Is.LessThan(1)
                );
            }
        }
    }

    [Test]
    public void Moments_and_support_of_values_leave_out_what_has_no_weight()
    {
        var discrete = new Discrete([-100, 1, 2, 4], [0, 1, 1, 2]);

        Assert.That(
            (discrete.Mean, discrete.Variance, discrete.Minimum, discrete.Maximum),
            Is.EqualTo((2.75, (1.75 * 1.75 + 0.75 * 0.75 + 2 * 1.25 * 1.25) / 4, 1.0, 4.0))
        );
    }

    [Test]
    public void Measured_values_are_equally_likely()
    {
        double[] values = [5, 1, 1, 9, 3];
        var sample = Samples.Of(new Empirical(values));
        var counts = new long[10];
        foreach (var value in sample)
        {
            counts[(int)value]++;
        }

        Assert.That(
            Samples.ChiSquareOverLimit(
                [counts[1], counts[3], counts[5], counts[9]],
                [.. ((double[])[0.4, 0.2, 0.2, 0.2]).Select(s => s * sample.Length)]
            ),
            Is.LessThan(1)
        );
    }

    [Test]
    public void Moments_of_measured_values_are_theirs()
    {
        var empirical = new Empirical(5, 1, 1, 9, 4);

        Assert.That(
            (double[])[empirical.Mean, empirical.Variance, empirical.Minimum, empirical.Maximum],
            Is.EqualTo([4, 8.8, 1, 9]).Within(1e-12)
        );
    }

    [Test]
    public void A_constant_is_always_the_same() => Assert.That(Samples.Of(new Constant(7), 10), Is.All.EqualTo(7));
}
