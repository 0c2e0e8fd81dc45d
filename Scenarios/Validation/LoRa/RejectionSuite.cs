using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.RandomAccess;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>From which ratio on a frame survives another one of any spreading factor.</summary>
internal static class RejectionSuite
{
    private const int Least = LoRaSensitivity.LeastSpreadingFactor;

    /// <summary>Below and above everything in the tables [dB].</summary>
    private const double Bound = 64;

    /// <summary>So many halvings of the bounds leave less than a thousandth of a decibel [1].</summary>
    private const int Halvings = 18;

    public static ValidationSuite Create() =>
        new(
            "lora-rejection",
            "Interference between spreading factors",
            "Goursaud and Gorce 2015, as in signetlabdei/lorawan's lora-interference-helper.cc; Croce et al., IEEE Communications Letters 22(4), 2018, table II, measured with SX1272, as in FLoRa's LoRaReceiver.h (both confirmed).",
            "Two frames of the same length on one channel of the radio medium: the least ratio of their powers at which the wanted one is received, sought by halving and rounded to 0.01 dB.",
            ["lorawan-eu868"],
            [.. Rows(LoRaRejectionRule.Goursaud, "goursaud_db"), .. Rows(LoRaRejectionRule.Croce, "croce_db")]
        );

    private static IEnumerable<ValidationRow> Rows(LoRaRejectionRule matrix, string column) =>
        ReferenceData
            .Rows("lora-sir-thresholds.csv")
            .Select(row => new ValidationRow(
                $"{matrix}, SF{row["wanted_sf"]} against SF{row["interferer_sf"]}",
                "dB",
                row.Number(column),
                Criterion.Exact,
                () => Measurement.Computed(Threshold(matrix, row.Whole("wanted_sf") - Least, row.Whole("interferer_sf") - Least))
            ));

    private static double Threshold(LoRaRejectionRule matrix, int wanted, int interfering)
    {
        var (lost, received) = (-Bound, Bound);
        for (var i = 0; i < Halvings; i++)
        {
            var ratio = (lost + received) / 2;
            (lost, received) = Survives(matrix, wanted, interfering, ratio) ? (lost, ratio) : (ratio, received);
        }

        return Math.Round(received, 2);
    }

    private static bool Survives(LoRaRejectionRule matrix, int wanted, int interfering, double ratio)
    {
        var rule = new RejectionRule(LoRaRejection.Matrix(matrix));
        var simulation = new Simulation(seed: 1);
        var everything = Enumerable.Repeat(-1000.0, rule.Codes).ToArray();
        var air = new RadioChannel("air", simulation, [new RadioReceiver(everything)], 1, rule);
        var (frame, other) = (new OneFrame(_ => { }), new OneFrame(_ => { }));
        air.Begin(other, 0, interfering, 1.Seconds, [new Reach(0, (float)Decibels.ToLinear(-100))]);
        air.Begin(frame, 0, wanted, 1.Seconds, [new Reach(0, (float)Decibels.ToLinear(-100 + ratio))]);
        simulation.RunUntil(SimTime.Start + 2.Seconds);
        return frame.IsReceived;
    }
}
