using M2mVsIoTSim.Kernel.Distributions;
using Reference = MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

/// <summary>Samples of fixed seeds against the distribution functions of a numerics library or, where it has none, of the type's own comment.</summary>
public sealed class ContinuousDistributionTests
{
    private static readonly TestCaseData[] Cases =
    [
        Case(new Uniform(-2, 6), x => (x + 2) / 8),
        Case(new Exponential(3), x => Reference.Exponential.CDF(1 / 3.0, x)),
        Case(new Normal(1, 2), x => Reference.Normal.CDF(1, 2, x)),
        Case(new LogNormal(2, 0.5), x => Reference.LogNormal.CDF(Math.Log(2), 0.5, x)),
        Case(LogNormal.OfMean(2, 0.25), x => Reference.LogNormal.WithMeanVariance(2, 0.25).CumulativeDistribution(x)),
        Case(new Gamma(0.3, 2), x => Reference.Gamma.CDF(0.3, 0.5, x)),
        Case(new Gamma(1, 2), x => Reference.Gamma.CDF(1, 0.5, x)),
        Case(new Gamma(2.5, 0.1), x => Reference.Gamma.CDF(2.5, 10, x)),
        Case(Gamma.OfMean(50, 0.1), x => Reference.Gamma.CDF(100, 2, x)),
        Case(new Erlang(1, 3), x => Reference.Exponential.CDF(1 / 3.0, x)),
        Case(new Erlang(5, 3), x => Reference.Erlang.CDF(5, 5 / 3.0, x)),
        Case(new Beta(2, 3), x => Reference.Beta.CDF(2, 3, x)),
        Case(new Beta(0.5, 0.5), x => Reference.Beta.CDF(0.5, 0.5, x)),
        Case(new Beta(0.2, 3), x => Reference.Beta.CDF(0.2, 3, x)),
        Case(new Beta(30, 0.8), x => Reference.Beta.CDF(30, 0.8, x)),
        Case(new Weibull(0.7, 2), x => Reference.Weibull.CDF(0.7, 2, x)),
        Case(new Weibull(3, 2), x => Reference.Weibull.CDF(3, 2, x)),
        // Shape 6: the fourth moment exists, so that the variance can be estimated.
        Case(new Pareto(1.5, 6), x => Reference.Pareto.CDF(1.5, 6, x)),
        Case(new BoundedPareto(1, 100, 1), x => (1 - 1 / x) / (1 - 1 / 100.0)),
        Case(new BoundedPareto(1, 100, 2), x => (1 - Math.Pow(x, -2)) / (1 - 1e-4)),
        Case(new BoundedPareto(2, 50, 1.2), x => (1 - Math.Pow(2 / x, 1.2)) / (1 - Math.Pow(2 / 50.0, 1.2))),
        Case(new Triangular(-1, 0, 4), x => Reference.Triangular.CDF(-1, 4, 0, x)),
        Case(new Triangular(0, 0, 1), x => Reference.Triangular.CDF(0, 1, 0, x)),
        Case(new Triangular(0, 1, 1), x => Reference.Triangular.CDF(0, 1, 1, x)),
        Case(new QuantileTable((0, 10), (0.5, 40), (0.95, 120), (1, 500)), Quantiles),
        Case(
            new Mixture((9, new Exponential(0.5)), (1, new Exponential(5))),
            x => 0.9 * Reference.Exponential.CDF(2, x) + 0.1 * Reference.Exponential.CDF(0.2, x)
        ),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Mean_and_variance_of_samples_are_those_it_says(IDistribution distribution, Func<double, double> _)
    {
        var sample = Samples.Of(distribution);
        var mean = sample.Average();
        var variance = sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1);
        var fourth = sample.Sum(x => Math.Pow(x - mean, 4)) / sample.Length;

        using (Assert.EnterMultipleScope())
        {
            // Four standard errors: one false alarm in 16 000 seeds.
            Assert.That(mean, Is.EqualTo(distribution.Mean).Within(4 * Math.Sqrt(distribution.Variance / sample.Length)));
            Assert.That(variance, Is.EqualTo(distribution.Variance).Within(4 * Math.Sqrt((fourth - variance * variance) / sample.Length)));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Samples_pass_Kolmogorov_and_Smirnov(IDistribution distribution, Func<double, double> cumulative) =>
        // Kolmogorov's limit distribution: √n·D exceeds 1.95 with probability 2·exp(−2·1.95²) = 0.001.
        Assert.That(Samples.Distance(Samples.Of(distribution), cumulative), Is.LessThan(1.95));

    [TestCaseSource(nameof(Cases))]
    public void Samples_lie_within_the_support(IDistribution distribution, Func<double, double> _)
    {
        var sample = Samples.Of(distribution);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample.Min(), Is.GreaterThanOrEqualTo(distribution.Minimum));
            Assert.That(sample.Max(), Is.LessThanOrEqualTo(distribution.Maximum));
        }
    }

    [TestCase(1, 1, 1)]
    [TestCase(1, 1, 1e-6)]
    [TestCase(1e3, 2, -1e-7)]
    public void Moments_of_a_bounded_Pareto_are_smooth_where_their_formula_has_a_gap(double minimum, double shape, double off)
    {
        var (at, beside) = (
            new BoundedPareto(minimum, 100 * minimum, shape),
            new BoundedPareto(minimum, 100 * minimum, shape + off * 1e-3)
        );

        using (Assert.EnterMultipleScope())
        {
            // The derivative with respect to the shape is of the order of the logarithm of the range, about 5.
            Assert.That(beside.Mean / at.Mean, Is.EqualTo(1).Within(1e-2 * Math.Abs(off)));
            Assert.That(beside.Variance / at.Variance, Is.EqualTo(1).Within(1e-2 * Math.Abs(off)));
        }
    }

    [Test]
    public void A_heavy_tail_has_an_infinite_mean_and_variance() =>
        Assert.That(
            (new Pareto(1, 1).Mean, new Pareto(1, 2).Variance, new Pareto(1, 2).Mean),
            Is.EqualTo((double.PositiveInfinity, double.PositiveInfinity, 2.0))
        );

    [Test]
    public void A_mixture_with_an_infinite_mean_has_an_infinite_variance()
    {
        var mixture = new Mixture((1, new Pareto(1, 1)), (1, new Constant(0)));

        Assert.That((mixture.Mean, mixture.Variance), Is.EqualTo((double.PositiveInfinity, double.PositiveInfinity)));
    }

    [Test]
    public void Tiny_shapes_of_a_beta_distribution_do_not_make_nonsense()
    {
        // With shapes of 1/1000 nearly all of the mass lies at the two ends.
        var sample = Samples.Of(new Beta(1e-3, 3e-3), 20_000);

        // Mean 1/4, standard deviation √(3/16): four standard errors.
        Assert.That(sample.Average(), Is.EqualTo(0.25).Within(4 * Math.Sqrt(3.0 / 16 / sample.Length)));
    }

    private static double Quantiles(double x) =>
        x < 40 ? 0.5 * (x - 10) / 30
        : x < 120 ? 0.5 + 0.45 * (x - 40) / 80
        : 0.95 + 0.05 * (x - 120) / 380;

    private static TestCaseData Case(IDistribution distribution, Func<double, double> cumulative) =>
        new TestCaseData(distribution, cumulative).SetArgDisplayNames($"{distribution}");
}
