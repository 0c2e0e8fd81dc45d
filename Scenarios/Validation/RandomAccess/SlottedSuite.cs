using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>ALOHA with slots: infinite and finite populations, capture, several preambles.</summary>
internal static class SlottedSuite
{
    public static ValidationSuite Create() =>
        new(
            "slotted-aloha",
            "ALOHA with slots",
            "L. G. Roberts, ALOHA packet system with and without slots and capture, 1972: S = G exp(−G), N p (1−p)^(N−1). Capture of Rayleigh-faded frames: (1+z)^(−n) against n interferers. Preambles: occupancy of R cells by n balls. Derived.",
            "Frames fill a slot on the `RadioChannel`. Capture: powers of mean 1 are exponentially distributed, a frame survives if it has z times the power of all others together. Preambles are channels, chosen uniformly; those chosen by several are lost to all of them.",
            [],
            [
                .. new[] { 0.1, 0.5, 1, 1.5, 2 }.SelectMany(load =>
                    Throughput(
                        $"Slotted, G = {load}",
                        new SlottedRun(RejectionRule.AnyOverlapDestroys, luck => Poisson(luck, load)),
                        load * Math.Exp(-load)
                    )
                ),
                .. Finite(10, 0.1),
                .. Finite(5, 0.1),
                .. Finite(50, 0.02),
                .. Finite(20, 0.1),
                .. Finite(2, 0.5),
                .. Capture(4, 0.5),
                .. Capture(4, 1),
                .. Capture(4, 1.25),
                .. Preambles(54, 10, 3_000),
                .. Preambles(54, 20, 1_500),
                .. Preambles(54, 54, 1_000),
                .. Preambles(54, 100, 1_500),
            ]
        );

    private static IEnumerable<ValidationRow> Finite(int stations, double probability) =>
        Throughput(
            $"{stations} stations, each sends with probability {probability}",
            new SlottedRun(
                RejectionRule.AnyOverlapDestroys,
                luck => Enumerable.Range(0, stations).Count(_ => luck.Uniform() < probability)
            ),
            stations * probability * Math.Pow(1 - probability, stations - 1)
        );

    private static IEnumerable<ValidationRow> Capture(double threshold, double load) =>
        Throughput(
            $"Capture with z = {threshold}, Rayleigh, G = {load}",
            new SlottedRun(RejectionRule.Capture(Decibels.FromLinear(threshold)), luck => Poisson(luck, load))
            {
                Power = luck => (float)luck.Exponential(1),
            },
            load * Math.Exp(-load * threshold / (1 + threshold))
        );

    private static IEnumerable<ValidationRow> Preambles(int preambles, int contenders, int slots)
    {
        var run = new SlottedRun(RejectionRule.AnyOverlapDestroys, _ => contenders) { Channels = preambles };
        var alone = Math.Pow(1 - 1.0 / preambles, contenders - 1);
        return Statistic<Slots>.Rows(
            run.Run(slots),
            Criterion.InInterval(),
            [
                new($"{contenders} on {preambles} preambles: successes", "1", contenders * alone, slot => slot.Received),
                new(
                    $"{contenders} on {preambles} preambles: unused",
                    "1",
                    preambles * Math.Pow(1 - 1.0 / preambles, contenders),
                    slot => slot.Unused
                ),
            ]
        );
    }

    /// <summary>A success of probability S a slot needs (2.6/0.015)² (1−S)/S slots over 30 replications.</summary>
    private static IEnumerable<ValidationRow> Throughput(string name, SlottedRun run, double expected) =>
        Statistic<Slots>.Rows(
            run.Run((int)(1500 * (1 - expected) / expected)),
            Criterion.InInterval(),
            [new($"{name}: throughput", "1", expected, slot => slot.Received)]
        );

    /// <summary>Knuth's product of uniforms.</summary>
    private static int Poisson(RandomStream luck, double mean)
    {
        var (count, product, end) = (-1, 1.0, Math.Exp(-mean));
        do
        {
            product *= luck.Uniform();
            count++;
        } while (product > end);

        return count;
    }
}
