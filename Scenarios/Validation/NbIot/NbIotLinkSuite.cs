using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Scenarios.Validation.Cellular;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.NbIot;

/// <summary>Link adaptation and link budget of NB-IoT.</summary>
internal static class NbIotLinkSuite
{
    /// <summary>Coupling loss of the standard's coverage target [dB].</summary>
    private const double Extreme = 164;

    public static ValidationSuite Create() =>
        new(
            "nbiot-link",
            "NB-IoT: link adaptation and signal-to-noise ratio",
            "tudo-cni/ns3-lena-nb, link-level tables of NPUSCH and NPDSCH (confirmed); 3GPP TR 45.820 §5.1 for the link budget, rounded to 0.1 dB; dan-leo/masters for the uplink latency (confirmed).",
            "Air time of the fastest format with a block error of at most 10 %. The model takes its repetitions from the same table, so the rows show that block sizes, resource units and repetitions of the standard give the times of the link-level simulator, not that its curves are right; 0.05 ms for rounding there. Link budget at 164 dB without fading: device 23 dBm and 3 dB of noise figure at the base station; base station 43 or 35 dBm in 180 kHz, 5 dB at the device.",
            ["nb-iot"],
            [.. ReferenceData.Rows("nbiot-link-adaptation.csv").Select(AirtimeRow), .. SnrRows(), UplinkLatency()]
        );

    /// <summary>A report of a device that listens for pages, where coverage is good.</summary>
    private static ValidationRow UplinkLatency() =>
        CellTimes.Row(
            "nb-iot",
            "uplink latency of an idle device",
            () => new PingRun(new Technologies.NbIot(new NbIotOptions()), couplingLoss: 120, 2.Minutes, count: 300, length: 100).MeanUplink
        );

    private static ValidationRow AirtimeRow(ReferenceData.Row row)
    {
        var isUplink = row["dir"] == "UL";
        var spacing = row.Number("scs_khz") == 15 ? SubcarrierSpacing.Khz15 : SubcarrierSpacing.Khz3Point75;
        var (bits, loss) = (row.Whole("need_bits"), row.Whole("coupling_loss_db"));
        return new ValidationRow(
            $"{(isUplink ? "uplink" : "downlink")} of {bits} bit at {loss} dB, {row["scs_khz"].Replace(".0", "", StringComparison.Ordinal)} kHz",
            "ms",
            row.Number("time_ms"),
            Criterion.Within(0.05),
            () =>
                Measurement.Computed(
                    1000
                        * (
                            isUplink ? LinkAdaptation.Uplink(bits, loss, spacing).Airtime : LinkAdaptation.Downlink(bits, loss).Airtime
                        ).TotalSeconds
                )
        );
    }

    private static IEnumerable<ValidationRow> SnrRows() =>
        [
            SnrRow("uplink, one tone of 3.75 kHz", -5.7, 23, Numerology.Tone(SubcarrierSpacing.Khz3Point75), 3),
            SnrRow("uplink, one tone of 15 kHz", -11.8, 23, Numerology.Tone(SubcarrierSpacing.Khz15), 3),
            SnrRow("uplink, 180 kHz", -22.6, 23, Numerology.Carrier, 3),
            SnrRow("downlink, stand-alone", -4.6, 43, Numerology.Carrier, 5),
            SnrRow("downlink, in-band", -12.6, 35, Numerology.Carrier, 5),
        ];

    private static ValidationRow SnrRow(string name, double expected, double power, Frequency bandwidth, double noiseFigure) =>
        new(
            $"SNR at 164 dB, {name}",
            "dB",
            expected,
            Criterion.Within(0.05),
            () => Measurement.Computed(LinkBudget.Snr(power, Extreme, bandwidth, noiseFigure))
        );
}
