using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Time on air of the other modulations of LoRaWAN.</summary>
internal static class OtherAirtimeSuite
{
    public static ValidationSuite Create() =>
        new(
            "lora-other-airtime",
            "Time on air of GFSK and LR-FHSS",
            "The Things Stack, pkg/toa/toa.go and toa_test.go (confirmed); the other rows are evaluated from its formulas (recomputed).",
            "Computed, to the microsecond of the reference. The network models send LoRa only.",
            [],
            [.. ReferenceData.Rows("lora-other-airtime.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var payload = row.Whole("phy_payload_b");
        return new ValidationRow(
            $"{row["modulation"]}, {payload} B ({row["status"]})",
            "ms",
            (double)row.Exact("toa_ms"),
            Criterion.Exact,
            () => Measurement.Computed((double)(Airtime(row["modulation"], payload).Nanoseconds / 1_000_000m))
        );
    }

    private static Duration Airtime(string modulation, int payload) =>
        modulation switch
        {
            "LR-FHSS 1/3" => LrFhss.Airtime(payload, isRobust: true),
            "LR-FHSS 2/3" => LrFhss.Airtime(payload, isRobust: false),
            _ => new GfskModulation(50.KilobitsPerSecond).Airtime(payload),
        };
}
