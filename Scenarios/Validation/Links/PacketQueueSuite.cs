using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>A link as a queue of packets.</summary>
internal static class PacketQueueSuite
{
    private const int Replications = 30;
    private static readonly Purpose Gap = Purpose.Named("gap");
    private static readonly Purpose Size = Purpose.Named("size");

    public static ValidationSuite Create() =>
        new(
            "link-queue",
            "A link as a queue of packets",
            "L. Kleinrock, Queueing Systems, vol. 1, Wiley 1975, section 5.7: M/D/1 and M/G/1; M/D/1/2 from its embedded chain. Derived: evaluated in double precision.",
            "Poisson packets on a `Link` of 1 Mbit/s without framing, propagation or loss. Mixed traffic: 250 packets a second, four in five of 40 B, the others of 1500 B. 30 replications, a tenth of each dropped as warm-up.",
            ["ethernet", "fibre", "cable", "dsl"],
            [
                .. Waits("Packets of 125 B, load 0.5", 500, 40_000, _ => 125),
                .. Waits("Packets of 125 B, load 0.8", 800, 120_000, _ => 125),
                .. Waits("Packets of 40 B and 1500 B, load 0.664", 250, 100_000, luck => luck < 0.8 ? 40 : 1500),
                .. Statistic<double>.Rows(
                    Enumerable.Range(0, Replications).Select(replication => Blocking(replication, 40_000)),
                    Criterion.InInterval(),
                    [new("Packets of 125 B, load 0.8, room for two: blocking", "1", 1 - 1 / (0.8 + Math.Exp(-0.8)), blocking => blocking)]
                ),
            ]
        );

    private static IEnumerable<ValidationRow> Waits(string name, double rate, int packets, Func<double, int> size)
    {
        // Moments of the sizes, exact for a choice between two.
        var sizes = Enumerable.Range(0, 10).Select(i => 8e-6 * size(i / 10.0)).ToList();
        var (mean, square) = (sizes.Average(), sizes.Average(time => time * time));
        var wait = rate * square / (2 * (1 - rate * mean));
        return Statistic<double>.Rows(
            Enumerable.Range(0, Replications).Select(replication => MeanStay(replication, rate, packets, size)),
            Criterion.InInterval(),
            [
                new($"{name}: mean wait", "ms", 1000 * wait, stay => 1000 * (stay - mean)),
                new($"{name}: mean time to the other end", "ms", 1000 * (wait + mean), stay => 1000 * stay),
            ]
        );
    }

    private static double MeanStay(int replication, double rate, int packets, Func<double, int> size)
    {
        var bench = new LinkBench(replication, Plain, Plain);
        var (sent, sum, counted) = (new SimTime[packets], 0.0, 0);
        bench.Arrived = number =>
        {
            if (number >= packets / 10)
            {
                sum += (bench.Simulation.Now - sent[number]).TotalSeconds;
                counted++;
            }
        };
        bench.Simulation.Start(Poisson(bench, rate, packets, size, sent));
        bench.Simulation.Run();
        return sum / counted;
    }

    private static double Blocking(int replication, int packets)
    {
        var bench = new LinkBench(replication, Plain with { QueueBytes = 250 }, Plain);
        var arrived = 0;
        bench.Arrived = _ => arrived++;
        bench.Simulation.Start(Poisson(bench, 800, packets, _ => 125, new SimTime[packets]));
        bench.Simulation.Run();
        return 1 - (double)arrived / packets;
    }

    private static async Process Poisson(LinkBench bench, double rate, int packets, Func<double, int> size, SimTime[] sent)
    {
        var gaps = bench.Simulation.Random.Stream(Entity.Of("source"), Gap);
        var sizes = bench.Simulation.Random.Stream(Entity.Of("source"), Size);
        for (var i = 0; i < packets; i++)
        {
            await bench.Simulation.Delay(gaps.Exponential(1 / rate).Seconds);
            sent[i] = bench.Simulation.Now;
            bench.Send(i, size(sizes.Uniform()));
        }
    }

    private static LinkSettings Plain => new() { Rate = 1.MegabitsPerSecond, Framing = Framing.None };
}
