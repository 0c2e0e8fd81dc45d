using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Store-and-forward switches against worked times and queueing theory.</summary>
internal static class EthernetSwitchSuite
{
    private const int Replications = 30;

    /// <summary>Of the smallest packet that a tag leaves room for, on the wire with its gap [B].</summary>
    private const int Small = 42;

    public static ValidationSuite Create() =>
        new(
            "ethernet-switch",
            "Switched Ethernet with priorities",
            "IEEE 802.3 for the octets on the wire. A. Cobham, Priority assignment in waiting line problems, Operations Research 2, 1954: Wq,k = W0 / ((1 − σ(k−1)) (1 − σk)); L. Kleinrock, Queueing Systems, vol. 1, section 5.7: M/D/1. Derived: evaluated in double precision.",
            "Latency through k switches: k + 1 times 8 (frame + 8) / R and the propagation, k times the processing. Two classes: Poisson frames of both at one port of 1 Mbit/s, each frame with tag, preamble and gap; a frame that is being sent is not broken off. Traffic of others: Poisson frames of 1500 B at each output port of a switch at 100 Mbit/s; rare frames of best effort wait as in M/D/1, rare frames of a greater class for the rest of the frame that is being sent, ρD/2. Frames every 10 ms, and every 50 ms at 0.8, have the others watched all the time; frames every second let them begin anew. 30 replications, a tenth of each dropped as warm-up.",
            ["ethernet", "office-lan"],
            [
                Worked("64 B, 2 switches, 3 x 100 m at 100 Mbit/s, 5 us each", 100.MegabitsPerSecond, 46, 2, 28.78),
                Worked("64 B, 1 switch, 2 x 100 m at 100 Mbit/s, 5 us", 100.MegabitsPerSecond, 46, 1, 17.52),
                Worked("1518 B, 3 switches, 4 x 100 m at 1 Gbit/s, 5 us each", 1000.MegabitsPerSecond, 1500, 3, 65.832),
                .. Classes(100, 50),
                .. Classes(400, 40),
                .. Others(0.5, 10.Milliseconds),
                .. Others(0.8, 50.Milliseconds),
                .. Others(0.5, 1.Seconds),
            ]
        );

    private static ValidationRow Worked(string name, BitRate rate, int packet, int switches, double microseconds) =>
        new(
            name,
            "us",
            microseconds,
            Criterion.Exact,
            () =>
            {
                var cable = new LinkSettings { Rate = rate, Delay = DelayModel.Constant(500.Nanoseconds) };
                var bench = new SwitchBench(0, cable, 5.Microseconds, switches);
                var flow = bench.Add(packet, 1, TrafficClass.Untagged, 1.Seconds, isPoisson: false);
                bench.Simulation.Run();
                return Measurement.Computed(Math.Round(flow.MeanTime * 1e9) / 1000);
            }
        );

    /// <summary>Small frames of class 6 before full ones of class 0, both as Poisson processes [1/s].</summary>
    private static IEnumerable<ValidationRow> Classes(double urgent, double ordinary)
    {
        var rate = 1.MegabitsPerSecond;
        var (high, low) = (TrafficClass.Tagged(6), TrafficClass.Tagged(0));
        var (small, full) = (Wire(rate, Small), Wire(rate, 1500));
        var (first, second) = (urgent * small, ordinary * full);
        var residual = (urgent * small * small + ordinary * full * full) / 2;
        var waits = (High: residual / (1 - first), Low: residual / ((1 - first) * (1 - first - second)));
        var name = $"{urgent} small frames of class 6 and {ordinary} full ones of class 0 a second";
        return Statistic<(double High, double Low)>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    var bench = new SwitchBench(replication, new LinkSettings { Rate = rate }, Duration.Zero);
                    var seconds = 1000;
                    var a = bench.Add(Small, (int)(urgent * seconds), high, (1 / urgent).Seconds, isPoisson: true);
                    var b = bench.Add(1500, (int)(ordinary * seconds), low, (1 / ordinary).Seconds, isPoisson: true);
                    bench.Simulation.Run();
                    return (a.MeanTime - 2 * Sent(rate, Small), b.MeanTime - 2 * Sent(rate, 1500));
                }),
            Criterion.InInterval(),
            [
                new($"{name}: wait of class 6", "ms", 1000 * waits.High, wait => 1000 * wait.High),
                new($"{name}: wait of class 0", "ms", 1000 * waits.Low, wait => 1000 * wait.Low),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Others(double load, Duration interval)
    {
        var rate = 100.MegabitsPerSecond;
        var service = rate.TimeFor(Framing.Ethernet.Occupied(1500)).TotalSeconds;
        var name = $"Others take {load} of the rate, a frame every {interval}";
        return Statistic<(double High, double Low)>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication => (Wait(replication, TrafficClass.Tagged(6)), Wait(replication, TrafficClass.Tagged(0)))),
            Criterion.InInterval(0.03),
            [
                new($"{name}: wait of class 6", "us", 1e6 * load * service / 2, wait => 1e6 * wait.High),
                new($"{name}: wait of class 0", "us", 1e6 * load * service / (2 * (1 - load)), wait => 1e6 * wait.Low),
            ]
        );

        double Wait(int replication, TrafficClass traffic)
        {
            var bench = new SwitchBench(
                replication,
                new LinkSettings { Rate = rate },
                Duration.Zero,
                background: new BackgroundTraffic(load, 1500)
            );
            var flow = bench.Add(Small, 2500, traffic, interval, isPoisson: false);
            bench.Simulation.Run();
            return flow.MeanTime - 2 * Sent(rate, Small);
        }
    }

    private static double Wire(BitRate rate, int packet) => rate.TimeFor(Framing.TaggedEthernet.Occupied(packet)).TotalSeconds;

    private static double Sent(BitRate rate, int packet) => rate.TimeFor(Framing.TaggedEthernet.Sent(packet)).TotalSeconds;
}
