using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Time on air of LoRa frames.</summary>
internal static class TimeOnAirSuite
{
    public static ValidationSuite Create() =>
        new(
            "lora-time-on-air",
            "LoRa time on air",
            "The Things Stack, pkg/toa/toa_test.go, and papers as listed in the data (confirmed); the other rows are evaluated from the SX1276 data sheet, 4.1.1.6 and 4.1.1.7 (recomputed).",
            "Computed, to the microsecond of the reference.",
            ["lorawan-eu868", "lorawan-us915"],
            [.. ReferenceData.Rows("lora-time-on-air.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var modulation = new LoRaModulation(
            row.Whole("sf"),
            row.Whole("bw_khz").Kilohertz,
            row.Whole("cr_index"),
            row.Whole("preamble_symbols"),
            row.Whole("explicit_header") == 1,
            row.Whole("crc") == 1
        );
        var payload = row.Whole("phy_payload_b");
        var header = row.Whole("explicit_header") == 1 ? "explicit" : "implicit";
        var crc = row.Whole("crc") == 1 ? "CRC" : "no CRC";
        return new ValidationRow(
            $"SF{modulation.SpreadingFactor}, {row["bw_khz"]} kHz, 4/{4 + modulation.CodingRate}, {payload} B, {header}, {crc}, preamble {modulation.PreambleSymbols} ({row["status"]})",
            "ms",
            (double)row.Exact("toa_ms"),
            Criterion.Exact,
            () => Measurement.Computed((double)(modulation.Airtime(payload).Nanoseconds / 1_000_000m))
        );
    }
}
