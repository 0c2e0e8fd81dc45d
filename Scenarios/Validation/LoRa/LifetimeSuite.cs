using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>How long the battery of a class A device lasts.</summary>
internal static class LifetimeSuite
{
    /// <summary>Of the battery [A h].</summary>
    private const double Charge = 2.4;
    private const double HoursPerYear = 8766;

    /// <summary>Of a device that never sends [s].</summary>
    private const int Quiet = 86_400;

    public static ValidationSuite Create() =>
        new(
            "lora-lifetime",
            "Battery life of LoRaWAN devices",
            "Casals, Mir, Vidal, Gomez, Modeling the Energy Performance of LoRaWAN, Sensors 17(10) 2364, 2017: its abstract (confirmed, to 0.1 year), and its table of states evaluated for a PHYPayload of 14 octets (recomputed, to 5 %).",
            "A MultiConnect mDot, 2400 mAh without self-discharge, unacknowledged uplinks of class A. Its states before and after a frame are one state here, with their mean current; its second window, of 33 ms, is one symbol of SF12. A year has 8766 h.",
            ["lorawan-eu868"],
            [.. ReferenceData.Rows("lora-energy-lifetime.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var isPrinted = row["status"].StartsWith("confirmed", StringComparison.Ordinal);
        var name = row["period_s"] == "inf" ? "never sends" : $"DR{row["dr"]}, a frame every {row["period_s"]} s";
        return new ValidationRow(
            $"{name} ({(isPrinted ? "confirmed" : "recomputed")})",
            "years",
            row.Number("lifetime_years"),
            isPrinted ? Criterion.Within(0.1) : Criterion.WithinShare(0.05),
            () =>
                Measurement.Computed(
                    row["period_s"] == "inf" ? Years(5, Quiet, sends: false) : Years(row.Whole("dr"), row.Whole("period_s"))
                )
        );
    }

    private static double Years(int dataRate, int period, bool sends = true)
    {
        var options = Device(dataRate);
        var bench = new LoRaWanBench(options, [LoRaWanBench.At(500)], new Content(1, 8));
        if (sends)
        {
            bench.Report(0);
        }

        bench.RunFor(period.Seconds);
        var meter = bench.Meters[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        return Charge / (meter.Joules / options.Voltage / period) / HoursPerYear;
    }

    /// <summary>The states and currents of the publication's table 2.</summary>
    private static LoRaWanEu868Options Device(int dataRate)
    {
        // Waking up, preparing, radio off, post-processing, turning off.
        (double Milliseconds, double Milliamperes)[] overhead = [(168.2, 22.1), (83.8, 13.3), (147.4, 13.2), (268.0, 21.0), (38.6, 13.3)];
        var awake = overhead.Sum(state => state.Milliseconds);
        return LoRaWanBench.Plain with
        {
            SpreadingFactor = 12 - dataRate,
            TransmitCurrent = 0.0830,
            WaitCurrent = 0.0270,
            ReceiveCurrent = 0.0381,
            SleepCurrent = 45e-6,
            OverheadTime = awake.Milliseconds,
            OverheadCurrent = overhead.Sum(state => state.Milliseconds * state.Milliamperes) / awake / 1000,
            // Its first windows of 262, 131, 98, 49, 25 and 12 ms for DR0 to DR5.
            ReceiveWindow1Symbols = dataRate < 2 ? 8 : 12,
            ReceiveWindow2Symbols = 1,
        };
    }
}
