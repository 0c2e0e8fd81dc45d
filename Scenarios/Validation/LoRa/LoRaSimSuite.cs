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

    public static ValidationSuite Create() =>
        new(
            "lorasim",
            "LoRa delivery against LoRaSim",
            "M. Bor, U. Roedig, T. Voigt, J. Alonso, Do LoRa low-power wide-area networks scale?, MSWiM 2016, corrected version; the curves are an independent Monte-Carlo of its rules, 6 seeds of 60 000 frames (recomputed).",
            "One gateway, one channel, Poisson frames of 20 octets, one in 1000 s from each node. SN1: SF12, 125 kHz, 4/8. SN2: SF6, 500 kHz, 4/5, implicit header. SN3: SF12, 125 kHz, 4/5. Without capture any overlap destroys both frames. Frames here come from all nodes together, so that a node may overlap itself: with few nodes ours lies lower by up to an N-th of the losses.",
            ["lorawan-eu868"],
            [.. ReferenceData.Rows("lora-lorasim-der.csv").SelectMany(WithoutCapture)]
        );

    private static IEnumerable<ValidationRow> WithoutCapture(ReferenceData.Row row)
    {
        var nodes = row.Whole("nodes");
        var rate = nodes / PeriodPerNode;
        var run = new RandomAccessRun(RejectionRule.AnyOverlapDestroys, new Population(rate, Modulation(row["setup"]).Airtime(20)));
        return Rows($"{row["setup"]}, {nodes} nodes, without capture", run, rate, row.Number("der_simple"));
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
