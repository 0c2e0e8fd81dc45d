using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Validation.NbFi;

/// <summary>Time on air, delays and sensitivities of NB-Fi by rate.</summary>
internal static class NbFiAirtimeSuite
{
    public static ValidationSuite Create() =>
        new(
            "nbfi-airtime",
            "NB-Fi airtime and link figures",
            "waviot/NBFi_WA1470: frame of 36 octets, rates, delays, degradations and windows (confirmed); airtimes and sensitivities as listed in the data (recomputed).",
            "Computed. Sensitivity: the preset's at 50 bit/s and the degradation by rate.",
            ["nb-fi"],
            [.. ReferenceData.Rows("nbfi-airtime.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var rate = Enum.Parse<NbFiRate>($"Bps{row["rate_bps"]}");
        return
        [
            Row("Time on air", "s", "airtime_s", NbFiProtocol.Airtime(rate).TotalSeconds),
            Row("Delivery time", "ms", "firmware_delay_ms", NbFiProtocol.DeliveryTime(rate).TotalSeconds * 1000),
            Row("Degradation of uplinks", "dB", "snr_degradation_ul_db", NbFiProtocol.UplinkDegradation(rate)),
            Row(
                "Sensitivity of a station",
                "dBm",
                "sensitivity_dbm",
                new NbFiOptions().StationSensitivity + NbFiProtocol.UplinkDegradation(rate)
            ),
            Row("Window", "s", "dl_listen_s", NbFiProtocol.Window(rate).TotalSeconds),
            Row("Random part of the window", "s", "dl_listen_random_s", NbFiProtocol.RandomWindow(rate).TotalSeconds),
        ];

        ValidationRow Row(string name, string unit, string column, double value) =>
            new(
                $"{name} at {row["rate_bps"]} bit/s",
                unit,
                (double)row.Exact(column),
                Criterion.Exact,
                () => Measurement.Computed((double)Math.Round((decimal)value, 6))
            );
    }
}
