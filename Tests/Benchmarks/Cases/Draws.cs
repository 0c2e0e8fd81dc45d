using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A number at an address of its own.</summary>
internal static class Draws
{
    public static IEnumerable<Benchmark> All =>
        [
            new(
                "draw/uniform",
                "draw",
                5_000_000,
                () => new Workload((random, entity, purpose, index) => random.Draw(entity, purpose, index).Uniform())
            ),
            new(
                "draw/normal",
                "draw",
                5_000_000,
                () => new Workload((random, entity, purpose, index) => Normal(random.Draw(entity, purpose, index)))
            ),
        ];

    private static double Normal(Draw draw) => draw.Normal();

    private sealed class Workload(Func<Randomness, Entity, Purpose, long, double> draw) : IWorkload
    {
        private readonly Randomness _random = new(seed: 1, replication: 0);
        private readonly Entity _entity = Entity.Of("meter", 17);
        private readonly Purpose _purpose = Purpose.Named("benchmark");
        private long _index;
        private double _sum;

        public long Run(long work)
        {
            for (var end = _index + work; _index < end; _index++)
            {
                _sum += draw(_random, _entity, _purpose, _index);
            }

            return work;
        }
    }
}
