using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>One server that goes round several queues.</summary>
internal static class PollingSuite
{
    private const int Replications = 30;
    private const int Queues = 10;
    private const double Rate = 0.05;
    private const double Change = 0.1;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Work = Purpose.Named("service");

    public static ValidationSuite Create() =>
        new(
            "polling",
            "Polling",
            "H. Takagi, Analysis of Polling Systems, MIT Press 1986: symmetric mean waits of exhaustive and gated service; cycle N r / (1 − ρ). Derived.",
            "A process goes round ten queues, 0.05 customers a second each, work of mean 1 s, 0.1 s from queue to queue. Exhaustive: it stays until a queue is empty. Gated: it serves those that were there when it came.",
            [],
            [
                .. Rows("exhaustive, exponential", isGated: false, isConstant: false),
                .. Rows("exhaustive, constant", isGated: false, isConstant: true),
                .. Rows("gated, exponential", isGated: true, isConstant: false),
                .. Rows("gated, constant", isGated: true, isConstant: true),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(string name, bool isGated, bool isConstant)
    {
        const double Load = Queues * Rate;
        var square = isConstant ? 1 : 2;
        var wait = (Queues * Rate * square + Change * (Queues + (isGated ? Load : -Load))) / (2 * (1 - Load));
        return Statistic<Round>.Rows(
            Enumerable.Range(0, Replications).Select(i => Run(i, isGated, isConstant)),
            Criterion.InInterval(),
            [
                new($"Polling, {name}: mean wait", "s", wait, round => round.MeanWait),
                new($"Polling, {name}: mean cycle", "s", Queues * Change / (1 - Load), round => round.MeanCycle),
            ]
        );
    }

    private static Round Run(int replication, bool isGated, bool isConstant)
    {
        const int Seconds = 60_000;
        var simulation = new Simulation(seed: 14, replication);
        var works = simulation.Random.Stream(Entity.Of("server"), Work);
        var queues = Enumerable.Range(0, Queues).Select(_ => new Queue<SimTime>()).ToArray();
        var (waits, served, cycles) = (0.0, 0, 0);
        var warm = SimTime.Start + (Seconds / 10).Seconds;

        async Process Source(int number)
        {
            var arrivals = simulation.Random.Stream(Entity.Of("queue", number), Arrival);
            while (true)
            {
                await simulation.Delay(arrivals.Exponential(1 / Rate).Seconds);
                queues[number].Enqueue(simulation.Now);
            }
        }

        async Process Server()
        {
            while (true)
            {
                foreach (var queue in queues)
                {
                    var gate = isGated ? queue.Count : int.MaxValue;
                    for (var i = 0; i < gate && queue.TryDequeue(out var came); i++)
                    {
                        if (simulation.Now > warm)
                        {
                            waits += (simulation.Now - came).TotalSeconds;
                            served++;
                        }

                        await simulation.Delay(isConstant ? 1.Seconds : works.Exponential(1).Seconds);
                    }

                    await simulation.Delay(Change.Seconds);
                }

                cycles += simulation.Now > warm ? 1 : 0;
            }
        }

        simulation.Start(Server());
        for (var number = 0; number < Queues; number++)
        {
            simulation.Start(Source(number));
        }

        simulation.RunUntil(SimTime.Start + Seconds.Seconds);
        return new Round(waits / served, 0.9 * Seconds / cycles);
    }

    private sealed record Round(double MeanWait, double MeanCycle);
}
