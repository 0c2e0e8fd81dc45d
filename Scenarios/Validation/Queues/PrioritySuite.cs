using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>One server and two classes, with and without pre-emption.</summary>
internal static class PrioritySuite
{
    private const int Replications = 30;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Work = Purpose.Named("service");

    public static ValidationSuite Create() =>
        new(
            "priorities",
            "Queues with priorities",
            "A. Cobham, Priority assignment in waiting line problems, Operations Research 2, 1954; L. Kleinrock, Queueing Systems, vol. 2, Wiley 1976, section 3.3. Derived.",
            "`PriorityResource` and `PreemptiveResource` (who is interrupted goes on with what is left). Exponential work of mean 1 s, 0.3 and 0.4 customers a second; and a link of 1 Mbit/s with 100 packets of 64 B and 50 of 1500 B a second.",
            [],
            [.. Exponential(), .. Packets(), .. Preemptive()]
        );

    private static IEnumerable<ValidationRow> Exponential()
    {
        var waits = Cobham([(0.3, 1, 2), (0.4, 1, 2)]);
        return Statistic<double[]>.Rows(
            Enumerable.Range(0, Replications).Select(i => Run(i, [0.3, 0.4], luck => luck.Exponential(1), _ => 1, 120_000, preempt: false)),
            Criterion.InInterval(),
            [
                new("Exponential: mean wait of class 1", "s", waits[0], stays => stays[0] - 1),
                new("Exponential: mean wait of class 2", "s", waits[1], stays => stays[1] - 1),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Packets()
    {
        double[] services = [64 * 8e-6, 1500 * 8e-6];
        var waits = Cobham([(100, services[0], services[0] * services[0]), (50, services[1], services[1] * services[1])]);
        return Statistic<double[]>.Rows(
            Enumerable.Range(0, Replications).Select(i => Run(i, [100, 50], _ => 1, kind => services[kind], 60_000, preempt: false)),
            Criterion.InInterval(),
            [
                new("Packets: mean wait of the short", "ms", 1000 * waits[0], stays => 1000 * (stays[0] - services[0])),
                new("Packets: mean wait of the long", "ms", 1000 * waits[1], stays => 1000 * (stays[1] - services[1])),
            ]
        );
    }

    /// <summary>T_k = E[S_k]/(1 − s_(k−1)) + Σ λ_i E[S_i²]/2 / ((1 − s_(k−1)) (1 − s_k)).</summary>
    private static IEnumerable<ValidationRow> Preemptive() =>
        Statistic<double[]>.Rows(
            Enumerable.Range(0, Replications).Select(i => Run(i, [0.3, 0.4], luck => luck.Exponential(1), _ => 1, 120_000, preempt: true)),
            Criterion.InInterval(),
            [
                new("Pre-emptive: mean stay of class 1", "s", 1 + 0.3 / 0.7, stays => stays[0]),
                new("Pre-emptive: mean stay of class 2", "s", 1 / 0.7 + 0.7 / (0.7 * 0.3), stays => stays[1]),
            ]
        );

    /// <summary>Wq_k = W0 / ((1 − s_(k−1)) (1 − s_k)).</summary>
    private static double[] Cobham((double Rate, double Mean, double Square)[] classes)
    {
        var left = classes.Sum(c => c.Rate * c.Square) / 2;
        var (waits, before) = (new double[classes.Length], 0.0);
        for (var k = 0; k < classes.Length; k++)
        {
            var with = before + classes[k].Rate * classes[k].Mean;
            waits[k] = left / ((1 - before) * (1 - with));
            before = with;
        }

        return waits;
    }

    /// <summary>Mean stay by class [s].</summary>
    private static double[] Run(
        int replication,
        double[] rates,
        Func<RandomStream, double> work,
        Func<int, double> scale,
        int customers,
        bool preempt
    )
    {
        var simulation = new Simulation(seed: 13, replication);
        var server = preempt ? new PreemptiveResource(simulation) : new PriorityResource(simulation);
        var works = rates.Select((_, kind) => simulation.Random.Stream(Entity.Of("customer", kind), Work)).ToArray();
        var (sums, counts) = (new double[rates.Length], new int[rates.Length]);

        async Process Customer(int kind, bool counted)
        {
            var arrived = simulation.Now;
            var left = (scale(kind) * work(works[kind])).Seconds;
            while (left > Duration.Zero)
            {
                var began = simulation.Now;
                try
                {
                    using var grant = await server.Request(kind);
                    began = simulation.Now;
                    await simulation.Delay(left);
                    left = Duration.Zero;
                }
                catch (InterruptException)
                {
                    left -= simulation.Now - began;
                }
            }

            if (counted)
            {
                sums[kind] += (simulation.Now - arrived).TotalSeconds;
                counts[kind]++;
            }
        }

        async Process Source(int kind)
        {
            var arrivals = simulation.Random.Stream(Entity.Of("customer", kind), Arrival);
            for (var i = 0; i < customers; i++)
            {
                await simulation.Delay(arrivals.Exponential(1 / rates[kind]).Seconds);
                simulation.Start(Customer(kind, counted: i >= customers / 10));
            }
        }

        for (var kind = 0; kind < rates.Length; kind++)
        {
            simulation.Start(Source(kind));
        }

        // When the rarer class still comes, the other must not have stopped: end with the first source.
        simulation.RunUntil(SimTime.Start + (customers / rates.Max()).Seconds);
        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
