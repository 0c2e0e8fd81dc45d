using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>What single events cost a modem, as measured.</summary>
internal static class NbIotEnergySuite
{
    private const int Runs = 10;
    private const int Events = 50;

    /// <summary>Headers of CoAP, DTLS, UDP and IPv4 around a content [B].</summary>
    private const int Headers = 4 + 13 + 8 + 20;

    public static ValidationSuite Create() =>
        new(
            "nb-iot-energy",
            "Energy of events over NB-IoT",
            "Nordic nRF9160 product specification, modem current tables; boaks/zephyr-coaps-client docu/POWERCONSUMPTION.md, nRF9160-DK at 5 V (confirmed).",
            "The preset's currents, one device alone, in-band: at 144 dB for the tracking area update at full power, at 130 dB for what was measured in good coverage; T3324 0 and 8 s. Rest between events is left out. Content of 200 B in CoAP, DTLS, UDP and IPv4. Ten runs of 50 events, 25 % as in the data. Mean current at rest with extended paging cycles and the shortest paging window, 2.56 s, which the source does not state.",
            ["nb-iot"],
            [
                .. ReferenceData.Rows("cellular-energy-per-event.csv").Where(row => row["technology"] == "NB-IoT").Select(Row),
                .. RestingModem.Rows(options => new Technologies.NbIot(options), new NbIotOptions(), at81: 37, at655: 9),
            ]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var isProduct = row["source"] == "psm";
        var hasContent = row["event"].Contains("request", StringComparison.Ordinal);
        var options = new NbIotOptions
        {
            ReleaseAssistance = ReleaseAssistance.AfterDownlink,
            ActiveTime = isProduct ? Duration.Zero : 8.Seconds,
            PeriodicUpdate = hasContent ? null : 1.Hours,
        };
        int? size = hasContent ? 200 + Headers : null;
        return new ValidationRow(
            $"{row["source"]}: {row["event"]}",
            "mJ",
            row.Number("energy_mj"),
            Criterion.WithinShare(0.25),
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(1, Runs)
                        .Select(seed => new LoneDevice(
                            new Technologies.NbIot(options),
                            isProduct ? 144 : 130,
                            1.Hours,
                            Events,
                            (ulong)seed,
                            size,
                            size
                        ))
                        .Select(device => 1000 * device.JoulesAwake / device.Exchanges),
                ])
        )
        {
            Cause =
                "The measured modem is awake for seconds at about 200 mW: SIM, boot, processing, and waiting for a core network and a server that take time. Here only the radio is charged, the core answers at once, and between scheduled transmissions the modem is in light sleep.",
        };
    }
}
