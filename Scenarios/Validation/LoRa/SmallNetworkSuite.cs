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

    /// <summary>Of the content [B]; the publication's payload is not known, and only the share of time on air matters.</summary>
    private const int Payload = 10;
    private static readonly Duration Hour = 1.Hours;
    private static readonly Duration Airtime = Eu868.Uplink(7).Airtime(Payload + Eu868.FrameOverhead);

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
            "Five devices 50 m from a gateway, SF7, 8 channels, an hour; 30 runs. Payload and period are not known to us: the analytic 0.991 = exp(−2 · 4 · ρ) implies that a device is on a channel for ρ = 0.113 % of the time, which is a duty cycle of 0.9 % on eight channels. Ours send 10 octets that often, so the first row shows that the network does to them what ALOHA does; the other two compare with what was measured and simulated there.",
            ["lorawan-eu868"],
            [
                .. Rows("analytic", row.Number("analytic"), LoRaRejectionRule.Aloha, row),
                .. Rows("experiment", row.Number("experimental"), LoRaRejectionRule.Goursaud, row),
                .. Rows("simulated there", row.Number("simulated"), LoRaRejectionRule.Goursaud, row),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Rows(string name, double expected, LoRaRejectionRule rejection, ReferenceData.Row row) =>
        Statistic<double>.Rows(
            Enumerable.Range(1, Runs).Select(seed => Delivery(rejection, row.Number("analytic"), (ulong)seed)),
            Criterion.Within(Tolerance, Tolerance / 3),
            [new Statistic<double>($"{name}, against {rejection}", "1", expected, delivery => delivery)]
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
