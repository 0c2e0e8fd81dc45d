using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sigfox;

/// <summary>Battery life of Sigfox devices.</summary>
internal static class SigfoxLifetimeSuite
{
    /// <summary>Battery of the publication [C].</summary>
    private const double Charge = 2.4 * 3600;

    /// <summary>Long enough for the current asleep.</summary>
    private const int QuietSeconds = 86_400;

    private const double SecondsPerYear = 365.25 * 86_400;

    public static ValidationSuite Create() =>
        new(
            "sigfox-lifetime",
            "Sigfox battery life",
            "Gomez et al., A Sigfox Energy Consumption Model, Sensors 19(3) 681, 2019: printed in the abstract (confirmed), from memory of the paper, or from its table of states (recomputed), as each row says.",
            "`sigfox-rc1` with one device, whose currents are those of the whole board measured (module `mkrfox1200`), one message, and the mean current of its period; gaps of 486 ms as measured there, no duty cycle and no contract. The current asleep is derived from the life without messages, so that row shows the arithmetic only.",
            ["sigfox-rc1"],
            [.. ReferenceData.Rows("sigfox-lifetime.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var isQuiet = row["period_s"] == "inf";
        var name = isQuiet ? "No message" : $"{row["payload_b"]} B every {row["period_s"]} s";
        return new ValidationRow(
            $"{name} ({row["status"]})",
            "a",
            row.Number("lifetime_years"),
            Criterion.WithinShare(0.05),
            () => Measurement.Computed(isQuiet ? Years(null, QuietSeconds) : Years(row.Whole("payload_b"), row.Whole("period_s")))
        );
    }

    private static double Years(int? payload, int period)
    {
        var options = SigfoxBench.Board with { FrameGap = 486.Milliseconds, DutyCycle = 1, UplinksPerDay = null };
        var bench = new SigfoxBench(options, [SigfoxBench.At(500)], Math.Max(1, 8 * (payload ?? 0)));
        if (payload is not null)
        {
            bench.Report(0);
        }

        bench.RunFor(period.Seconds);
        var meter = bench.Devices[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        return Charge / (meter.Joules / options.Voltage / period) / SecondsPerYear;
    }
}
