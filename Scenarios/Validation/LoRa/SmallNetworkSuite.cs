using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Five devices next to a gateway, which somebody built.</summary>
internal static class SmallNetworkSuite
{
    private const int Runs = 30;
    private const int Devices = 5;
    private const double Tolerance = 0.03;

    /// <summary>Of the loss: 700 of 79 000 messages, lost in pairs, are known to 15 % at 99 % [1].</summary>
    private const double Width = 0.2;

    /// <summary>Of the content [B]; the publication's payload is not known, and only the share of time on air matters.</summary>
    private const int Payload = 10;
    private static readonly Duration Hour = 1.Hours;
    private static readonly Duration Airtime = Eu868.Uplink(7).Airtime(Payload + LoRaWanFrame.Overhead);

    /// <summary>Frame and receive windows of class A, until a device may send again.</summary>
    private static readonly Duration Cycle = Airtime + 2.3.Seconds;
    private static readonly Purpose Phase = Purpose.Named("phase");
    private static readonly Purpose When = Purpose.Named("when");
    private static readonly LoRaWanEu868Options Conditions = LoRaWanBench.Plain with { DutyCycle = false, SpreadingFactor = 7 };

    public static ValidationSuite Create()
    {
        var row = ReferenceData.Rows("lora-small-network.csv").Single();
        return new(
            "lora-small-network",
            "Five LoRaWAN devices that somebody built",
            "Marini, Mikhaylov, Pasolini, Buratti, LoRaWANSim: A Flexible Simulator for LoRaWAN Networks, Sensors 21(3) 695, 2021, table 10 (confirmed).",
            "Five devices 50 m from a gateway, SF7, 8 channels, an hour; 30 runs. Payload and period are not known to us: the analytic 0.991 = exp(−2 · 4 · ρ) implies that a device is on a channel for ρ = 0.113 % of the time, which is a duty cycle of 0.9 % on eight channels. Ours send 10 octets that often, so the first row shows that the network loses as many as ALOHA does, to a fifth of the loss. The other two compare with what was measured and simulated there, to 0.03; they do not discriminate: a network that loses nothing would agree as well.",
            ["lorawan-eu868"],
            [
                .. Rows(
                    "analytic loss",
                    LoRaRejectionRule.Aloha,
                    row,
                    Criterion.InInterval(Width),
                    1 - row.Number("analytic"),
                    delivery => 1 - delivery
                ),
                .. Indiscriminate("experiment", "experimental", row),
                .. Indiscriminate("simulated there", "simulated", row),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Indiscriminate(string name, string column, ReferenceData.Row row) =>
        Rows(
            $"{name} (not discriminating)",
            LoRaRejectionRule.Goursaud,
            row,
            Criterion.Within(Tolerance, Tolerance / 3),
            row.Number(column),
            delivery => delivery
        );

    private static IEnumerable<ValidationRow> Rows(
        string name,
        LoRaRejectionRule rejection,
        ReferenceData.Row row,
        Criterion criterion,
        double expected,
        Func<double, double> of
    ) =>
        Statistic<double>.Rows(
            Enumerable.Range(1, Runs).Select(seed => Delivery(rejection, row.Number("analytic"), (ulong)seed)),
            criterion,
            [new Statistic<double>($"{name}, against {rejection}", "1", expected, of)]
        );

    private static double Delivery(LoRaRejectionRule rejection, double analytic, ulong seed)
    {
        // exp(−2 · 4 · T / (period · channels)): by how often a device sends on all channels.
        var period = Airtime * (2 * (Devices - 1) / (-Math.Log(analytic) * Conditions.Channels));
        Position[] places = [.. Enumerable.Range(0, Devices).Select(Place)];
        var bench = new LoRaWanBench(Conditions with { Rejection = rejection }, places, new Content(Payload, 8), seed);
        var random = bench.Simulation.Random;
        var reports =
            from device in Enumerable.Range(0, Devices)
            let phase = period * Uniform(random.Draw(bench.Meters[device].Entity, Phase))
            from serial in Enumerable.Range(0, (int)(Hour / period))
            let late = (period - Cycle) * Uniform(random.Draw(bench.Meters[device].Entity, When, serial))
            select (At: phase + period * (long)serial + late, Device: device, Serial: serial);
        foreach (var (at, device, serial) in reports.OrderBy(report => report.At).ToList())
        {
            bench.RunFor(SimTime.Start + at - bench.Simulation.Now);
            bench.Report(device, serial);
        }

        bench.RunFor(1.Minutes);
        return (double)bench.Log.DeliveryTimes.Count / bench.Log.Produced;
    }

    private static double Uniform(Draw draw) => draw.Uniform();

    private static Position Place(int device)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * device / Devices);
        return new Position(50 * cosine, 50 * sine, 1.2);
    }
}
