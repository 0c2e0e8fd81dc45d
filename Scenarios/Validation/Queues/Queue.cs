using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>Poisson customers at equal servers, one process a customer, first come, first served.</summary>
/// <param name="Load">Customers per second [1/s].</param>
/// <param name="Service">Time that a customer needs [s].</param>
/// <param name="Servers">How many [1].</param>
/// <param name="Room">Greatest number in the system [1].</param>
internal sealed record Queue(double Load, Func<RandomStream, double> Service, int Servers = 1, int Room = int.MaxValue)
{
    private const int Replications = 30;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Work = Purpose.Named("service");

    /// <summary>Rows about this queue, which share their replications.</summary>
    /// <param name="customers">In each replication after the warm-up, which is a tenth of that [1].</param>
    /// <param name="statistics">What theory says.</param>
    public IEnumerable<ValidationRow> Rows(int customers, params Statistic<Customers>[] statistics) =>
        Statistic<Customers>.Rows(
            Enumerable.Range(0, Replications).Select(replication => Run(replication, customers)),
            Criterion.InInterval(),
            statistics
        );

    private Customers Run(int replication, int customers)
    {
        var simulation = new Simulation(seed: 11, replication);
        var resource = new Resource(simulation, Servers);
        var services = simulation.Random.Stream(Entity.Of("customer"), Work);
        var (waits, stays) = (new List<double>(customers), new List<double>(customers));
        var (present, changed, area, began) = (0, SimTime.Start, 0.0, SimTime.Start);

        void Change(int by)
        {
            area += present * (simulation.Now - changed).TotalSeconds;
            (present, changed) = (present + by, simulation.Now);
        }

        async Process Customer(bool counts)
        {
            if (present == Room)
            {
                return;
            }

            var arrival = simulation.Now;
            Change(+1);
            using var grant = await resource.Request();
            var wait = simulation.Now - arrival;
            await simulation.Delay(Service(services).Seconds);
            Change(-1);
            if (counts)
            {
                waits.Add(wait.TotalSeconds);
                stays.Add((simulation.Now - arrival).TotalSeconds);
            }
        }

        async Process Source()
        {
            var arrivals = simulation.Random.Stream(Entity.Of("customer"), Arrival);
            var warmUp = customers / 10;
            for (var i = 0; i < warmUp + customers; i++)
            {
                await simulation.Delay(arrivals.Exponential(1 / Load).Seconds);
                if (i == warmUp)
                {
                    Change(0);
                    (area, began) = (0, simulation.Now);
                }

                simulation.Start(Customer(counts: i >= warmUp));
            }
        }

        simulation.Start(Source());
        simulation.Run();
        var number = area / (changed - began).TotalSeconds;
        var (sortedWaits, sortedStays) = (waits.ToArray(), stays.ToArray());
        Array.Sort(sortedWaits);
        Array.Sort(sortedStays);
        return new Customers(sortedWaits, sortedStays, customers, number);
    }
}
