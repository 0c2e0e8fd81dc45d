using M2mVsIoTSim.Scenarios.Validation.Cellular;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LteM;

/// <summary>Latency, energy and battery life of LTE-M.</summary>
internal static class LteMSuite
{
    /// <summary>5 Wh [J].</summary>
    private const double Battery = 18_000;

    /// <summary>Coupling loss at the edge of normal coverage [dB].</summary>
    private const double NormalCoverage = 144;

    /// <summary>Where coverage is good [dB].</summary>
    private const double GoodCoverage = 130;

    /// <summary>CoAP, DTLS, UDP and IPv6 around the data of an application, TR 45.820 §5.3.3 [B].</summary>
    private const int Headers = 65;

    private const int Reports = 300;

    public static ValidationSuite Create() =>
        new(
            "lte-m",
            "LTE-M: latency, energy of an event, battery life",
            "Evaluation of LTE-M towards 5G IoT requirements, white paper V1.1, 2018, executive summary (confirmed; 144 dB from memory); nRF9160 product specification and boaks/zephyr-coaps-client (confirmed); slotted ALOHA on 54 preambles.",
            "Device of TR 45.820: 545 mW sending, 90 mW receiving, 3 mW light sleep, 0.015 mW deep sleep, 5 Wh. It resumes its connection, is released after its packet and sleeps at once; 65 B of headers around the data, uncompressed. Latency counts from the report, out of deep sleep, to its last block at the base station: 20 B of data as of an exception report. Mean over 300 reports at any time. Measured modem: the preset's currents and procedure; a tracking area update alone at 144 dB, for full power, and one with 8 s of T3324 at 130 dB; mean current at rest with extended paging cycles and the shortest paging window, 1.28 s, which the source does not state.",
            ["lte-m"],
            [.. WhitePaper(), .. Measured(), .. RandomAccess(10), .. RandomAccess(54)]
        );

    private static IEnumerable<ValidationRow> WhitePaper() =>
        [
            new(
                "exception report at 144 dB",
                "s",
                0.1,
                Criterion.WithinFactor(2),
                () => Measurement.Computed(Bench(new(), NormalCoverage).Run(Reports, 1.Hours, 20 + Headers).MeanLatency)
            ),
            new(
                "battery life at 144 dB, 200 B a day",
                "a",
                35.7,
                Criterion.WithinShare(0.15),
                () => Measurement.Computed(Years(new(), NormalCoverage, 24.Hours, 200))
            ),
        ];

    private static IEnumerable<ValidationRow> Measured()
    {
        double[] expected =
        [
            .. ReferenceData
                .Rows("cellular-energy-per-event.csv")
                .Where(row => row["technology"] == "LTE-M")
                .Select(row => row.Number("energy_mj")),
        ];
        return
        [
            new(
                "nRF9160: tracking area update at 23 dBm",
                "mJ",
                expected[0],
                Criterion.WithinShare(0.25),
                () => Measurement.Computed(Update(NormalCoverage, Duration.Zero))
            )
            {
                Observed = 209.4,
                Cause =
                    "The measured event lasts 1.5 s at 70 mW on average. The start of the modem and the answers of the core network, 1.9 s at 23 to 134 mW, are those that were measured on an NB-IoT module in another network; the radio's part of the exchange is 0.2 s.",
            },
            new(
                "nRF9160-DK: wake-up and re-registration",
                "mJ",
                expected[1],
                Criterion.WithinShare(0.25),
                () => Measurement.Computed(Update(GoodCoverage, 8.Seconds))
            )
            {
                Observed = 214.3,
                Cause =
                    "Of the 12 s measured, at the supply of the whole kit, 4 s are not T3324, in which the model's modem starts, exchanges and waits for the core network for 2.1 s. A connection that is held open behind the update, and the rest of the kit, are not charged.",
            },
            .. RestingModem.Rows(options => new Technologies.LteM(options), new LteMOptions(), at81: 18, at655: 6),
        ];
    }

    private static IEnumerable<ValidationRow> RandomAccess(int contenders)
    {
        const int Occasions = 1000;
        const int Runs = 10;
        var level = new Technologies.LteM(new()).Air.Levels[0] with { GrantsPerResponse = 54 };
        var expected = contenders * Math.Pow(1 - 1.0 / level.Preambles, contenders - 1) * level.DetectionAt(1);
        return Statistic<AccessRun>.Rows(
            Enumerable
                .Range(1, Runs)
                .Select(seed => new AccessRun(
                    new AccessAir(level, attempts: 1),
                    contenders * Occasions,
                    (ulong)seed,
                    (i, _) => SimTime.Start + level.Period * (long)(i / contenders)
                )),
            Criterion.InInterval(),
            [
                new(
                    $"PRACH, {contenders} devices once: successes an occasion",
                    "1",
                    expected,
                    run => (double)run.Counts.Successes / Occasions
                ),
            ]
        );
    }

    private static LteMBench Bench(LteMOptions options, double loss) =>
        new(options, LteMBench.ReportAndSleep, LteMBench.Tr45820, loss, seed: 1);

    private static double Years(LteMOptions options, double loss, Duration interval, int bytes)
    {
        var meter = Bench(options, loss).Run(Reports, interval, bytes + Headers).Meter;
        return Battery / meter.Joules * (meter.Measured.TotalSeconds / (365.25 * 86_400));
    }

    /// <summary>Mean energy of a periodic update without what deep sleep would have taken [mJ].</summary>
    private static double Update(double loss, Duration active)
    {
        const int Updates = 300;
        var options = new LteMOptions { ActiveTime = active, PeriodicUpdate = 1.Hours };
        var device = new LoneDevice(new Technologies.LteM(options), loss, 1.Hours, Updates, seed: 1);
        return 1000 * device.JoulesAwake / device.Exchanges;
    }
}
