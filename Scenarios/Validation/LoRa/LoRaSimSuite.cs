using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.RandomAccess;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Delivery curves of LoRaSim.</summary>
internal static class LoRaSimSuite
{
    private const double Tolerance = 0.02;
    private const double Width = 0.01;
    private const double PeriodPerNode = 1000;

    /// <summary>Only the differences of powers matter, and they do not depend on it [m].</summary>
    private const double Radius = 98.95;

    /// <summary>LoRaSim refuses a frame when more than eight are being received already [1].</summary>
    private const int Demodulators = 9;
    private static readonly Purpose Place = Purpose.Named("place");

    public static ValidationSuite Create() =>
        new(
            "lorasim",
            "LoRa delivery against LoRaSim",
            "M. Bor, U. Roedig, T. Voigt, J. Alonso, Do LoRa low-power wide-area networks scale?, MSWiM 2016, corrected version; the curves are an independent Monte-Carlo of its rules, 6 seeds of 60 000 frames (recomputed).",
            "The rule of lorawan-eu868 with rejection 'lora-sim', here on the radio medium alone. One gateway, one channel, Poisson frames of 20 octets, one in 1000 s from each node. SN1: SF12, 125 kHz, 4/8. SN2: SF6, 500 kHz, 4/5, implicit header. SN3: SF12, 125 kHz, 4/5. Without capture any overlap destroys both frames; with it the frame that is 6 dB stronger survives, both if the older one ends within the first three preamble symbols of the younger one, and nine are received at a time. Frames here come from all nodes together, so that a node may overlap itself: with few nodes ours lies lower by up to an N-th of the losses.",
            ["lorawan-eu868"],
            [
                .. ReferenceData.Rows("lora-lorasim-der.csv").SelectMany(WithoutCapture),
                .. ReferenceData.Rows("lora-lorasim-der.csv").SelectMany(WithCapture),
            ]
        );

    private static IEnumerable<ValidationRow> WithoutCapture(ReferenceData.Row row)
    {
        var nodes = row.Whole("nodes");
        var rate = nodes / PeriodPerNode;
        var run = new RandomAccessRun(RejectionRule.AnyOverlapDestroys, new Population(rate, Modulation(row["setup"]).Airtime(20)));
        return Rows($"{row["setup"]}, {nodes} nodes, without capture", run, rate, row.Number("der_simple"));
    }

    /// <summary>Powers of nodes in a disc, 6 dB of the stronger over the strongest other, the first three symbols of a preamble spared.</summary>
    private static IEnumerable<ValidationRow> WithCapture(ReferenceData.Row row)
    {
        var nodes = row.Whole("nodes");
        var rate = nodes / PeriodPerNode;
        var modulation = Modulation(row["setup"]);
        var rule = new RejectionRule(
            new[,]
            {
                { 6.0 },
            }
        )
        {
            Sum = InterferenceSum.StrongestPower,
            Lead = [modulation.SymbolTime * LoRaRejection.SparedSymbols],
        };
        var run = new RandomAccessRun(rule, new Population(rate, modulation.Airtime(20)) { Powers = seed => Powers(nodes, seed) })
        {
            Demodulators = Demodulators,
        };
        return Rows($"{row["setup"]}, {nodes} nodes, with capture", run, rate, row.Number("der_capture"));
    }

    /// <summary>127.41 dB at 40 m and 20.8 dB for each factor e, as the published code has it; 14 dBm [mW].</summary>
    private static IEnumerable<float> Powers(int nodes, int replication)
    {
        var random = new Randomness(seed: 41, replication);
        for (var i = 0; i < nodes; i++)
        {
            var distance = Radius * Math.Sqrt(random.Draw(Entity.Of("node", i), Place).Uniform());
            yield return (float)Decibels.ToLinear(14 - 127.41 - 20.8 * Math.Log(distance / 40));
        }
    }

    /// <summary>2500 frames in each of 30 replications: ±0.01 takes (2.6/0.01)² p(1−p) of them, 17 000 at p = 0.5, and as many again because frames that overlap share their fate.</summary>
    private static IEnumerable<ValidationRow> Rows(string name, RandomAccessRun run, double rate, double expected) =>
        Statistic<double[]>.Rows(
            run.Run((2500 / rate).Seconds),
            Criterion.Within(Tolerance, Width),
            [new Statistic<double[]>(name, "1", expected, received => received[0])]
        );

    private static LoRaModulation Modulation(string setup) =>
        setup switch
        {
            "SN1" => new LoRaModulation(12, 125.Kilohertz, CodingRate: 4),
            "SN2" => new LoRaModulation(6, 500.Kilohertz, HasHeader: false),
            _ => new LoRaModulation(12, 125.Kilohertz),
        };
}
