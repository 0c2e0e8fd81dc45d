using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A number at an address of its own.</summary>
internal static class Draws
{
    private const long Count = 5_000_000;

    public static IEnumerable<Benchmark> All =>
        [
            new("draw/uniform", "draw", Count, () => new Workload(stream => stream.Uniform())),
            new("draw/exponential", "draw", Count, () => new Workload(stream => stream.Exponential(1))),
            new("draw/normal", "draw", Count, () => new Workload(stream => Normal(stream.Next()))),
        ];

    private static double Normal(Draw draw) => draw.Normal();

    private sealed class Workload(Func<RandomStream, double> draw) : IWorkload
    {
        private readonly RandomStream _stream = new Randomness(seed: 1, replication: 0).Stream(
            Entity.Of("meter", 17),
            Purpose.Named("benchmark")
        );
        private double _sum;

        public long Run(long work)
        {
            for (var i = 0L; i < work; i++)
            {
                _sum += draw(_stream);
            }

            return work;
        }
    }
}
