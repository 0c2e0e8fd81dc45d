using System.Globalization;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>How long a battery lasts over NB-IoT, by coverage, interval and payload.</summary>
internal static class NbIotBatterySuite
{
    private const int Runs = 10;
    private const int Reports = 50;
    private const double Volts = 3.6;
    private const double BatteryJoules = 5 * 3600;

    /// <summary>Powers of 3GPP TR 45.820 §5.4 at 3.6 V. Both studies know the radio alone: no start of the modem, no core network, no discontinuous reception.</summary>
    private static readonly NbIotOptions Powers = new()
    {
        Voltage = Volts,
        TransmitCurrent = 0.545 / Volts,
        ReceiveCurrent = 0.090 / Volts,
        IdleCurrent = 0.0024 / Volts,
        SleepCurrent = 0.000015 / Volts,
        PeriodicUpdate = null,
        ReleaseAssistance = ReleaseAssistance.None,
        DrxCycle = null,
        StartTime = Duration.Zero,
        ReleaseResponse = Duration.Zero,
    };

    public static ValidationSuite Create() =>
        new(
            "nb-iot-battery",
            "Battery life over NB-IoT",
            "Jörke, Falkenberg and Wietfeld, IEEE Globecom Workshops 2018 (confirmed by two secondary sources); 3GPP TR 45.820 clause 7 (from memory; several candidate solutions exist).",
            "5 Wh; 545 mW sending, 90 mW receiving, 2.4 mW in light sleep, 0.015 mW asleep; no self-discharge. The radio alone: no start of the modem, an immediate core network. One device alone, in-band, with a report of the size given as one packet, at a random time of its interval. Jörke: connections as in the preset (control plane, T3324 of 8 s), held by an inactivity timer of 10 s without discontinuous reception. TR 45.820: connections end with the report, 20 s of light sleep follow (ready timer, from memory). Ten runs of 50 reports. Tolerances as they stand in the data: 20 % and, for what is from memory, 30 %.",
            ["nb-iot"],
            [.. ReferenceData.Rows("nbiot-battery.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        if (row["interval_h"] == "inf")
        {
            return new ValidationRow(
                "asleep for ever",
                "a",
                row.Number("years"),
                Criterion.WithinShare(0.01),
                () => Measurement.Computed(Years(new LoneDevice(new Technologies.NbIot(Powers), 144, 1.Days, 365, 1)))
            );
        }

        var (study, loss) = (row["study"], row.Number("coupling_loss_db"));
        var options =
            study == "tr45820" ? Powers with { ReleaseAssistance = ReleaseAssistance.AfterUplink, ActiveTime = 20.Seconds } : Powers;
        return new ValidationRow(
            $"{study}: {row["payload_b"]} B every {row["interval_h"]} h at {loss.ToString(CultureInfo.InvariantCulture)} dB",
            "a",
            row.Number("years"),
            Criterion.WithinShare(study == "tr45820" ? 0.3 : 0.2),
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(1, Runs)
                        .Select(seed =>
                            Years(
                                new LoneDevice(
                                    new Technologies.NbIot(options),
                                    loss,
                                    row.Whole("interval_h").Hours,
                                    Reports,
                                    (ulong)seed,
                                    row.Whole("payload_b")
                                )
                            )
                        ),
                ])
        )
        {
            Cause = Cause(study, loss),
            Observed = loss > 154 ? 15.54 : 22.84,
        };
    }

    private static string? Cause(string study, double loss) =>
        study == "joerke2018" && loss > 144
            ? "The life that is published implies 12.3 J a day at 164 dB and 2.7 J at 154 dB, where the rows of TR 45.820 leave 1.5 J and 0.25 J for a report of 50 B: its repetitions and timers, which the secondary sources do not give, are other than those by coupling loss here."
            : null;

    private static double Years(LoneDevice device) => BatteryJoules / (device.Joules / device.Days) / 365.25;
}
