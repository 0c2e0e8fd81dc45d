using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>Samples of fixed seeds against moments and distribution functions.</summary>
public sealed class DistributionTests
{
    private const int Samples = 200_000;

    private delegate double Sampler(ref Draw draw);

    private static readonly TestCaseData[] Continuous =
    [
        Case("uniform", (ref Draw d) => d.Uniform(2, 6), 4, 4.0 / 3, x => (x - 2) / 4),
        Case("exponential", (ref Draw d) => d.Exponential(3), 3, 9, x => 1 - Math.Exp(-x / 3)),
        Case("Erlang", (ref Draw d) => d.Erlang(2, 3), 3, 4.5, x => 1 - Math.Exp(-x / 1.5) * (1 + x / 1.5)),
        Case("normal", (ref Draw d) => d.Normal(1, 2), 1, 4, x => MathNet.Numerics.Distributions.Normal.CDF(1, 2, x)),
        Case(
            "lognormal",
            (ref Draw d) => d.LogNormal(2, 0.5),
            2 * Math.Exp(0.125),
            4 * Math.Exp(0.25) * (Math.Exp(0.25) - 1),
            x => MathNet.Numerics.Distributions.LogNormal.CDF(Math.Log(2), 0.5, x)
        ),
        // Shape 6: mean 6/5 and variance 6/(25·4) of the minimum; the fourth moment exists, so the variance can be estimated.
        Case("Pareto", (ref Draw d) => d.Pareto(1, 6), 1.2, 0.06, x => 1 - Math.Pow(x, -6)),
    ];

    [TestCaseSource(nameof(Continuous))]
    public void Mean_and_variance_are_those_of_the_distribution(Delegate sampler, double mean, double variance, Func<double, double> _)
    {
        var sample = Sample((Sampler)sampler);
        var average = sample.Average();
        var spread = sample.Sum(x => (x - average) * (x - average)) / (Samples - 1);
        var fourth = sample.Sum(x => Math.Pow(x - average, 4)) / Samples;

        using (Assert.EnterMultipleScope())
        {
            // Four standard errors: one false alarm in 16 000 seeds.
            Assert.That(average, Is.EqualTo(mean).Within(4 * Math.Sqrt(variance / Samples)));
            Assert.That(spread, Is.EqualTo(variance).Within(4 * Math.Sqrt((fourth - spread * spread) / Samples)));
        }
    }

    [TestCaseSource(nameof(Continuous))]
    public void The_distribution_function_passes_Kolmogorov_and_Smirnov(
        Delegate sampler,
        double _,
        double __,
        Func<double, double> cumulative
    )
    {
        var sample = Sample((Sampler)sampler);
        Array.Sort(sample);
        var distance = 0.0;
        for (var i = 0; i < Samples; i++)
        {
            var f = cumulative(sample[i]);
            distance = Math.Max(distance, Math.Max(f - (double)i / Samples, (i + 1.0) / Samples - f));
        }

        // Kolmogorov's limit distribution: 1.95 is exceeded with probability 0.001.
        Assert.That(distance * Math.Sqrt(Samples), Is.LessThan(1.95));
    }

    [Test]
    public void Indices_are_uniform()
    {
        var counts = new int[10];
        Sample((ref Draw d) => counts[d.UniformIndex(10)]++);

        Assert.That(ChiSquare(counts, [.. Enumerable.Repeat(0.1, 10)]), Is.LessThan(27.9)); // 9 degrees of freedom, 0.1 %
    }

    [Test]
    public void Choices_are_in_proportion_to_their_weights()
    {
        var counts = new int[4];
        Sample((ref Draw d) => counts[d.Choice([1, 0, 3, 4])]++);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts[1], Is.Zero);
            Assert.That(ChiSquare([counts[0], counts[2], counts[3]], [0.125, 0.375, 0.5]), Is.LessThan(13.8)); // 2 degrees, 0.1 %
        }
    }

    [Test]
    public void Chances_come_true_in_their_share()
    {
        var hits = Sample((ref Draw d) => d.Bernoulli(0.3) ? 1 : 0).Sum();

        // Four standard errors of a binomial count.
        Assert.That(hits / Samples, Is.EqualTo(0.3).Within(4 * Math.Sqrt(0.3 * 0.7 / Samples)));
    }

    [Test]
    public void An_Erlang_of_many_phases_does_not_underflow()
    {
        var draw = new Randomness(1, 0).Draw(Entity.Of("sample"), Purpose.Named("underflow"));

        // Standard deviation of the mean of 10 000 phases: 1 %; five of them.
        Assert.That(draw.Erlang(10_000, mean: 2), Is.EqualTo(2).Within(0.1));
    }

    [TestCase(new double[0])]
    [TestCase(new double[] { 0, 0 })]
    [TestCase(new double[] { 1, -1 })]
    [TestCase(new double[] { 1, double.NaN })]
    public void Weights_that_make_no_distribution_are_refused(double[] weights)
    {
        var draw = new Randomness(1, 0).Draw(Entity.Of("sample"), Purpose.Named("weights"));

        Assert.That(() => draw.Choice(weights), Throws.ArgumentException);
    }

    [Test]
    public void Successive_draws_are_not_correlated()
    {
        var x = Sample((ref Draw d) => d.Uniform() - 0.5);
        var product = 0.0;
        for (var i = 1; i < Samples; i++)
        {
            product += x[i] * x[i - 1];
        }

        // The mean of products of independent uniforms of variance 1/12 has standard deviation (1/12)/√n; four of them.
        Assert.That(product / Samples, Is.Zero.Within(4.0 / 12 / Math.Sqrt(Samples)));
    }

    private static TestCaseData Case(string name, Sampler sampler, double mean, double variance, Func<double, double> cumulative) =>
        new TestCaseData(sampler, mean, variance, cumulative).SetArgDisplayNames(name);

    /// <summary>One number from each of many draws of one entity.</summary>
    private static double[] Sample(Sampler sampler)
    {
        var stream = new Randomness(seed: 20, replication: 0).Stream(Entity.Of("sample"), Purpose.Named("distribution"));
        var sample = new double[Samples];
        for (var i = 0; i < Samples; i++)
        {
            var draw = stream.Next();
            sample[i] = sampler(ref draw);
        }

        return sample;
    }

    private static double ChiSquare(int[] counts, double[] shares) =>
        counts.Zip(shares, (count, share) => (count - Samples * share) * (count - Samples * share) / (Samples * share)).Sum();
}
