using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>ALOHA without slots.</summary>
internal static class AlohaSuite
{
    public static ValidationSuite Create() =>
        new(
            "aloha",
            "ALOHA without slots",
            "N. Abramson, The ALOHA system, AFIPS 1970: S = G exp(−2G). With lengths T, frames of kind i survive with exp(−Σ λ_j (T_i + T_j)). Derived: evaluated in double precision.",
            "Poisson frames on the `RadioChannel`; any overlap destroys. LoRa frames have 33 octets (PHYPayload), every device sends once in 600 s.",
            ["lorawan-eu868"],
            [
                .. new[] { 0.1, 0.25, 0.5, 1, 1.5, 2 }.SelectMany(Pure),
                .. Lora(7, 1000, 3),
                .. Lora(9, 2000, 1),
                .. Lora(12, 100, 1),
                .. Lora(12, 300, 1),
                .. TwoLengths(),
                .. Orthogonal(),
            ]
        );

    private static IEnumerable<ValidationRow> Pure(double load)
    {
        var run = new RandomAccessRun(RejectionRule.AnyOverlapDestroys, new Population(load, 1.Seconds));
        return Survival($"Throughput at G = {load}", run, Frames(Math.Exp(-2 * load)) / load, load, [load * Math.Exp(-2 * load)]);
    }

    private static IEnumerable<ValidationRow> Lora(int spreadingFactor, int devices, int channels)
    {
        var airtime = Eu868.Uplink(spreadingFactor).Airtime(33);
        var rate = devices / 600.0 / channels;
        var theory = Math.Exp(-2 * rate * airtime.TotalSeconds);
        var run = new RandomAccessRun(RejectionRule.AnyOverlapDestroys, new Population(rate, airtime));
        return Survival(
            $"Delivery of SF{spreadingFactor}, {devices} devices on {channels} {(channels == 1 ? "channel" : "channels")}",
            run,
            Frames(theory) / rate,
            1,
            [theory]
        );
    }

    private static IEnumerable<ValidationRow> TwoLengths()
    {
        var every = new[,]
        {
            { double.PositiveInfinity, double.PositiveInfinity },
            { double.PositiveInfinity, double.PositiveInfinity },
        };
        var run = new RandomAccessRun(new RejectionRule(every), new Population(2, 50.Milliseconds), new Population(0.1, 1300.Milliseconds));
        return Survival("Delivery of two lengths", run, 70_000, 1, [Math.Exp(-2 * 0.1 - 0.1 * 1.35), Math.Exp(-2 * 1.35 - 0.1 * 2.6)]);
    }

    private static IEnumerable<ValidationRow> Orthogonal()
    {
        var (seven, twelve) = (Eu868.Uplink(7).Airtime(33), Eu868.Uplink(12).Airtime(33));
        var own = new[,]
        {
            { double.PositiveInfinity, double.NegativeInfinity },
            { double.NegativeInfinity, double.PositiveInfinity },
        };
        var run = new RandomAccessRun(new RejectionRule(own), new Population(2, seven), new Population(0.1, twelve));
        return Survival(
            "Delivery of codes that never harm each other",
            run,
            20_000,
            1,
            [Math.Exp(-4 * seven.TotalSeconds), Math.Exp(-0.2 * twelve.TotalSeconds)]
        );
    }

    /// <summary>Frames of a replication for an interval of ±1.5 %: (2.6/0.015)² (1−p)/p over 30, half as much again because frames that overlap share their fate.</summary>
    private static double Frames(double survival) => 2000 + 1500 * (1 - survival) / survival;

    private static IEnumerable<ValidationRow> Survival(string name, RandomAccessRun run, double seconds, double scale, double[] expected) =>
        Statistic<double[]>.Rows(
            run.Run(seconds.Seconds),
            Criterion.InInterval(),
            [
                .. expected.Select(
                    (value, code) =>
                        new Statistic<double[]>(
                            expected.Length == 1 ? name : $"{name}, {(code == 0 ? "short" : "long")} frames",
                            "1",
                            value,
                            received => scale * received[code]
                        )
                ),
            ]
        );
}
