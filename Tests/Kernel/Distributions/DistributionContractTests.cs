using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;

namespace M2mVsIoTSim.Tests.Kernel.Distributions;

/// <summary>What every distribution promises: addresses, numbers taken, nothing allocated, parameters checked.</summary>
[NonParallelizable]
public sealed class DistributionContractTests
{
    private static readonly Purpose Luck = Purpose.Named("luck");
    private static readonly Entity Sampler = Entity.Of("sampler");
    private static readonly Randomness Random = new(seed: 5, replication: 1);

    private static readonly IDistribution[] All =
    [
        new Constant(1),
        new Uniform(1, 2),
        new Exponential(1),
        new Normal(0, 1),
        new LogNormal(1, 1),
        new Gamma(0.5, 1),
        new Gamma(2.5, 1),
        new Erlang(3, 1),
        new Beta(0.5, 0.5),
        new Beta(2, 3),
        new Weibull(0.7, 1),
        new Pareto(1, 1.5),
        new BoundedPareto(1, 10, 1.5),
        new Triangular(0, 1, 3),
        new Empirical(1, 2, 3),
        new QuantileTable((0, 0), (0.5, 1), (1, 10)),
        new Discrete([1, 2, 3], [1, 2, 3]),
        new Poisson(3),
        new Poisson(30),
        new Mixture((1, new Gamma(2, 1)), (2, new Normal(0, 1))),
    ];

    private static readonly TestCaseData[] Fixed =
    [
        new(new Constant(1), 0),
        new(new Uniform(1, 2), 1),
        new(new Exponential(1), 1),
        new(new Normal(0, 1), 2),
        new(new LogNormal(1, 1), 2),
        new(new Erlang(6, 1), 6),
        new(new Weibull(0.7, 1), 1),
        new(new Pareto(1, 1.5), 1),
        new(new BoundedPareto(1, 10, 1.5), 1),
        new(new Triangular(0, 1, 3), 1),
        new(new Empirical(1, 2, 3), 1),
        new(new QuantileTable((0, 0), (0.5, 1), (1, 10)), 1),
        new(new Discrete([1, 2, 3], [1, 2, 3]), 1),
        new(new Poisson(3), 1),
        new(new Mixture((1, new Erlang(2, 1)), (2, new Normal(0, 1))), 3),
    ];

    [TestCaseSource(nameof(Fixed))]
    public void A_sample_takes_as_many_numbers_as_its_type_says(IDistribution distribution, int numbers)
    {
        for (var index = 0; index < 1_000; index++)
        {
            var (sampled, counted) = (DrawAt(index), DrawAt(index));
            distribution.Sample(ref sampled);
            for (var i = 0; i < numbers; i++)
            {
                counted.NextBits();
            }

            Assert.That(sampled.NextBits(), Is.EqualTo(counted.NextBits()));
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_sample_is_a_function_of_its_address(IDistribution distribution)
    {
        var forwards = Enumerable.Range(0, 500).Select(index => SampleAt(distribution, index)).ToArray();
        var backwards = Enumerable.Range(0, 500).Reverse().Select(index => SampleAt(distribution, index)).Reverse();

        Assert.That(backwards, Is.EqualTo(forwards));
    }

    [Test]
    public void A_stream_takes_one_address_a_sample_however_many_numbers_that_needs()
    {
        var (stream, gamma) = (Random.Stream(Sampler, Luck), new Gamma(0.4, 1));
        var sequence = Enumerable.Range(0, 100).Select(_ => stream.Sample(gamma)).ToArray();

        Assert.That(sequence, Is.EqualTo(Enumerable.Range(0, 100).Select(index => SampleAt(gamma, index))));
    }

    [Test]
    public void Where_one_number_decides_a_greater_parameter_gives_a_greater_sample()
    {
        (IDistribution Less, IDistribution More)[] pairs =
        [
            (new Uniform(1, 2), new Uniform(1, 3)),
            (new Exponential(1), new Exponential(2)),
            (new Weibull(2, 1), new Weibull(2, 2)),
            (new Pareto(1, 3), new Pareto(1, 2)),
            (new BoundedPareto(1, 10, 2), new BoundedPareto(1, 20, 2)),
            (new Triangular(0, 1, 3), new Triangular(0, 2, 3)),
            (new Empirical(1, 2, 3), new Empirical(1, 2, 4)),
            (new Poisson(3), new Poisson(4)),
        ];
        foreach (var (less, more) in pairs)
        {
            Assert.That(
                Enumerable.Range(0, 1_000).Select(index => SampleAt(more, index) - SampleAt(less, index)),
                Is.All.GreaterThanOrEqualTo(0),
                $"{less} and {more}"
            );
        }
    }

    [TestCaseSource(nameof(All))]
    public void Sampling_allocates_nothing(IDistribution distribution)
    {
        // Longer first, so that what is compiled meanwhile is not counted.
        Run(30_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(10_000);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Run(int count)
        {
            for (var index = 0; index < count; index++)
            {
                SampleAt(distribution, index);
            }
        }
    }

    [TestCaseSource(nameof(Refused))]
    public void Parameters_that_make_no_distribution_are_refused(Func<object> make) =>
        Assert.That(() => make(), Throws.InstanceOf<ArgumentException>());

    private static IEnumerable<TestCaseData> Refused()
    {
        Func<object>[] cases =
        [
            () => new Constant(double.NaN),
            () => new Uniform(2, 2),
            () => new Uniform(0, double.PositiveInfinity),
            () => new Exponential(0),
            () => new Normal(double.NaN, 1),
            () => new Normal(0, -1),
            () => new LogNormal(0, 1),
            () => new Gamma(0, 1),
            () => new Gamma(1, double.NaN),
            () => new Erlang(0, 1),
            () => new Beta(1, 0),
            () => new Weibull(-1, 1),
            () => new Pareto(0, 1),
            () => new BoundedPareto(2, 1, 1),
            () => new Triangular(0, 4, 3),
            () => new Triangular(0, -1, 3),
            () => new Empirical(),
            () => new Empirical(1, double.NaN),
            () => new QuantileTable((0, 1)),
            () => new QuantileTable((0, 1), (0.9, 2)),
            () => new QuantileTable((0, 1), (0.5, 3), (0.5, 4), (1, 5)),
            () => new QuantileTable((0, 1), (0.5, 0), (1, 5)),
            () => new Discrete([], []),
            () => new Discrete([1], [1, 2]),
            () => new Discrete([1, 2], [0, 0]),
            () => new Discrete([1, 2], [1, -1]),
            () => new Poisson(0),
            () => new Poisson(1e10),
            () => new Mixture(),
            () => new Mixture((-1, new Constant(1))),
            () => new DiurnalArrivals(1, 2),
            () => new DiurnalArrivals(new double[24]),
        ];
        return cases.Select((make, index) => new TestCaseData(make).SetArgDisplayNames($"{index}"));
    }

    private static Draw DrawAt(long index) => Random.Draw(Sampler, Luck, index);

    private static double SampleAt(IDistribution distribution, long index)
    {
        var draw = DrawAt(index);
        return distribution.Sample(ref draw);
    }
}
