using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>Queues in a row and a network with feedback: Jackson's theorem.</summary>
internal static class NetworkSuite
{
    private const int Replications = 30;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Work = Purpose.Named("service");
    private static readonly Purpose Way = Purpose.Named("way");

    public static ValidationSuite Create() =>
        new(
            "queueing-networks",
            "Networks of queues",
            "J. R. Jackson, Networks of waiting lines, Operations Research 5, 1957; P. J. Burke 1956. Derived: each node is an M/M/1 queue of its own with the rate of the traffic equations.",
            "Processes that pass from one `Resource` to the next. With feedback, customers enter node 1 at 0.4/s and go on to 2 (0.7) or 3 (0.3); from 2 back to 1 (0.2) or out; from 3 out.",
            [],
            [
                .. new Net(0.5, [1, 0.8, 0.7], (node, _) => node + 1 < 3 ? node + 1 : -1).Rows("Tandem of three", 150_000, [0.5, 0.5, 0.5]),
                .. new Net(
                    0.4,
                    [1, 0.6, 0.5],
                    (node, luck) =>
                        node switch
                        {
                            0 => luck < 0.7 ? 1 : 2,
                            1 => luck < 0.2 ? 0 : -1,
                            _ => -1,
                        }
                ).Rows("Feedback", 100_000, [0.4 / 0.86, 0.28 / 0.86, 0.12 / 0.86]),
            ]
        );

    /// <param name="Rate">Customers that enter node 0 per second [1/s].</param>
    /// <param name="Services">Of each node [1/s].</param>
    /// <param name="Next">From a node and a number on [0, 1): the next node, or −1 for out.</param>
    private sealed record Net(double Rate, double[] Services, Func<int, double, int> Next)
    {
        public IEnumerable<ValidationRow> Rows(string name, int customers, double[] rates)
        {
            var numbers = rates.Select((rate, node) => rate / (Services[node] - rate)).ToArray();
            return Statistic<Visit>.Rows(
                Enumerable.Range(0, Replications).Select(replication => Run(replication, customers)),
                Criterion.InInterval(),
                [
                    .. numbers.Select(
                        (number, node) =>
                            new Statistic<Visit>($"{name}: customers at node {node + 1}", "1", number, run => run.Numbers[node])
                    ),
                    new($"{name}: mean time in the network", "s", numbers.Sum() / Rate, run => run.MeanStay),
                ]
            );
        }

        private Visit Run(int replication, int customers)
        {
            var simulation = new Simulation(seed: 12, replication);
            var nodes = Services.Select(_ => new Resource(simulation)).ToArray();
            var works = Services.Select((_, node) => simulation.Random.Stream(Entity.Of("node", node), Work)).ToArray();
            var ways = simulation.Random.Stream(Entity.Of("customer"), Way);
            var (times, stays, counted) = (new double[nodes.Length], 0.0, 0);
            var (began, ended) = (SimTime.Start, SimTime.Start);

            async Process Customer(bool counts)
            {
                var entered = simulation.Now;
                for (var node = 0; node >= 0; node = Next(node, ways.Uniform()))
                {
                    var came = simulation.Now;
                    using (await nodes[node].Request())
                    {
                        await simulation.Delay(works[node].Exponential(1 / Services[node]).Seconds);
                    }

                    times[node] += counts ? (simulation.Now - came).TotalSeconds : 0;
                }

                if (counts)
                {
                    counted++;
                    stays += (simulation.Now - entered).TotalSeconds;
                }
            }

            async Process Source()
            {
                var arrivals = simulation.Random.Stream(Entity.Of("customer"), Arrival);
                for (var i = 0; i < customers + customers / 10; i++)
                {
                    began = i == customers / 10 ? simulation.Now : began;
                    await simulation.Delay(arrivals.Exponential(1 / Rate).Seconds);
                    simulation.Start(Customer(counts: i >= customers / 10));
                }

                ended = simulation.Now;
            }

            simulation.Start(Source());
            simulation.Run();

            // Little's law turns the times spent at a node by those who came in a span into the mean number there.
            return new Visit([.. times.Select(time => time / (ended - began).TotalSeconds)], stays / counted);
        }
    }

    private sealed record Visit(double[] Numbers, double MeanStay);
}
