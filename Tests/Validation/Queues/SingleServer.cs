using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;
using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Tests.Validation.Queues;

/// <summary>A queue with Poisson arrivals and one server, one process a customer.</summary>
/// <param name="service">Time a customer needs [s], of mean 1 s.</param>
/// <param name="load">Arrivals per mean service time [1].</param>
internal sealed class SingleServer(Func<RandomStream, double> service, double load)
{
    private const int WarmUp = 2_000;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Service = Purpose.Named("service");

    /// <summary>Sum of the times that customers spent in the system [ns], all of them.</summary>
    public long TimeSpent { get; private set; }

    /// <summary>Integral over time of the number of customers in the system [ns].</summary>
    public long CustomerTime { get; private set; }

    /// <summary>Mean wait before service and half-width of its 99 % confidence interval [s], over replications after a warm-up.</summary>
    public (double Mean, double HalfWidth) MeanWait(int replications, int customers)
    {
        var means = new double[replications];
        for (var i = 0; i < replications; i++)
        {
            means[i] = Run(i, customers);
        }

        var mean = means.Average();
        var deviation = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (replications - 1));
        return (mean, StudentT.InvCDF(0, 1, replications - 1, 0.995) * deviation / Math.Sqrt(replications));
    }

    /// <summary>One run until the last customer has left; gives the mean wait after the warm-up [s].</summary>
    public double Run(int replication, int customers)
    {
        var simulation = new Simulation(seed: 5, replication);
        var server = new Resource(simulation);
        var services = simulation.Random.Stream(Entity.Of("customer"), Service);
        var waited = 0L;
        var (present, changed) = (0, SimTime.Start);

        void Change(int by)
        {
            CustomerTime += present * (simulation.Now - changed).Nanoseconds;
            (present, changed) = (present + by, simulation.Now);
        }

        async Process Customer(bool counts)
        {
            var arrival = simulation.Now;
            Change(+1);
            using var grant = await server.Request();
            waited += counts ? (simulation.Now - arrival).Nanoseconds : 0;
            await simulation.Delay(service(services).Seconds);
            Change(-1);
            TimeSpent += (simulation.Now - arrival).Nanoseconds;
        }

        async Process Source()
        {
            var arrivals = simulation.Random.Stream(Entity.Of("customer"), Arrival);
            for (var i = 0; i < WarmUp + customers; i++)
            {
                await simulation.Delay(arrivals.Exponential(1 / load).Seconds);
                simulation.Start(Customer(counts: i >= WarmUp));
            }
        }

        simulation.Start(Source());
        simulation.Run();
        return new Duration(waited).TotalSeconds / customers;
    }
}
