using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sigfox;

/// <summary>Sizes and time on air of Sigfox frames.</summary>
internal static class SigfoxAirtimeSuite
{
    public static ValidationSuite Create() =>
        new(
            "sigfox-airtime",
            "Sigfox frames",
            "sigfox-tech-radio/sigfox-ep-lib: frame sizes (confirmed); time on air is bits over rate (recomputed).",
            "Computed; seconds to the digits of the reference.",
            ["sigfox-rc1", "sigfox-rc2"],
            [.. ReferenceData.Rows("sigfox-airtime.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var payload = row.Whole("payload_b");
        var (slow, fast) = (SigfoxFrame.UplinkAirtime(payload, new BitRate(100)), SigfoxFrame.UplinkAirtime(payload, new BitRate(600)));
        yield return Row($"Frame with {payload} B", "B", row.Whole("frame_b"), SigfoxFrame.UplinkOctets(payload));
        yield return Row($"Frame with {payload} B at 100 bit/s", "s", row.Number("airtime_100bps_s"), slow.TotalSeconds);
        yield return Row($"Frame with {payload} B at 600 bit/s", "s", row.Number("airtime_600bps_s"), Math.Round(fast.TotalSeconds, 5));
        yield return Row(
            $"Message with {payload} B of three frames at 100 bit/s",
            "s",
            row.Number("message_s"),
            (slow * 3L + new Technologies.SigfoxRc1Options().FrameGap * 2L).TotalSeconds
        );
    }

    private static ValidationRow Row(string name, string unit, double expected, double obtained) =>
        new(name, unit, expected, Criterion.Exact, () => Measurement.Computed(obtained));
}
