using static M2mVsIoTSim.Scenarios.Validation.Queues.SingleServerSuite;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>M/M/c (Erlang C), M/M/c/c (Erlang B), M/M/1/K.</summary>
internal static class ManyServersSuite
{
    public static ValidationSuite Create() =>
        new(
            "many-servers",
            "Queues with several servers or little room",
            "A. K. Erlang 1917 (B and C formulas, by the recursion in the load); L. Kleinrock, Queueing Systems, vol. 1, Wiley 1975, sections 3.4 to 3.6. Derived: evaluated in double precision.",
            "As for one server. The broker has 16 cores and 50 000 messages a second of 256 µs.",
            [],
            [
                .. Delay(servers: 3, load: 2, customers: 100_000, beyond: 1),
                .. Delay(servers: 10, load: 8, customers: 250_000, beyond: 0.5),
                .. Delay(servers: 2, load: 1.5, customers: 120_000, beyond: 1),
                .. Broker(),
                .. Loss(5, 3, 30_000),
                .. Loss(10, 5, 200_000),
                .. Loss(20, 15, 80_000),
                .. Loss(1, 0.5, 10_000),
                .. Finite(0.9, 10, 150_000),
                .. Finite(1.2, 5, 30_000),
                .. Finite(1.0, 8, 60_000),
            ]
        );

    /// <summary>Probability that a customer finds all servers busy and none may wait.</summary>
    internal static double ErlangB(int servers, double load)
    {
        var blocking = 1.0;
        for (var k = 1; k <= servers; k++)
        {
            blocking = load * blocking / (k + load * blocking);
        }

        return blocking;
    }

    /// <summary>Probability that a customer has to wait.</summary>
    internal static double ErlangC(int servers, double load)
    {
        var blocking = ErlangB(servers, load);
        return blocking / (1 - load / servers * (1 - blocking));
    }

    private static IEnumerable<ValidationRow> Delay(int servers, double load, int customers, double beyond)
    {
        var (name, waits) = ($"M/M/{servers}, load {load} Erlang", ErlangC(servers, load));
        return new Queue(load, luck => luck.Exponential(1), servers).Rows(
            customers,
            new($"{name}: share that waits", "1", waits, run => run.Above(0)),
            Wait(name, waits / (servers - load)),
            new(
                $"{name}: share that waits longer than {beyond} s",
                "1",
                waits * Math.Exp(-(servers - load) * beyond),
                run => run.Above(beyond)
            )
        );
    }

    private static IEnumerable<ValidationRow> Broker()
    {
        const int Cores = 16;
        const double Rate = 50_000;
        const double Service = 256e-6;
        var waits = ErlangC(Cores, Rate * Service);
        return new Queue(Rate, luck => luck.Exponential(Service), Cores).Rows(
            300_000,
            new("Broker: share that waits", "1", waits, run => run.Above(0)),
            new("Broker: mean wait", "s", waits / (Cores / Service - Rate), run => run.MeanWait)
        );
    }

    private static IEnumerable<ValidationRow> Loss(int servers, double load, int customers) =>
        new Queue(load, luck => luck.Exponential(1), servers, servers).Rows(
            customers,
            new Statistic<Customers>($"M/M/{servers}/{servers}, load {load} Erlang: blocking", "1", ErlangB(servers, load), run => run.Lost)
        );

    private static IEnumerable<ValidationRow> Finite(double load, int room, int customers)
    {
        var name = $"M/M/1/{room}, load {load}";
        var weights = Enumerable.Range(0, room + 1).Select(n => Math.Pow(load, n)).ToArray();
        var total = weights.Sum();
        var number = weights.Select((weight, n) => n * weight).Sum() / total;
        var blocking = weights[room] / total;
        return new Queue(load, luck => luck.Exponential(1), 1, room).Rows(
            customers,
            new($"{name}: blocking", "1", blocking, run => run.Lost),
            Number(name, number),
            Stay(name, number / (load * (1 - blocking)))
        );
    }
}
