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

    private const string Update =
        "The measured event lasts 2.7 s at 204 mW on average, more than the power of receiving throughout. The start of the modem and the answers of the core network, which the model takes from measurements of another module and network, last 1.9 s at 23 to 134 mW.";

    private const string Exchange =
        "Of the 11 s measured, at the supply of the whole kit, 1.5 s are the exchange and 1 s is a connection held open behind it. Here the server answers at once, the connection ends with its answer, and neither the processing of DTLS nor the rest of the kit is charged.";

    private const string Floor =
        "The two measured currents together are 2.6 mC a window above a floor of 5.0 uA, twice the 2.7 uA of power saving mode in the same table, which the model takes between the windows.";

    public static ValidationSuite Create() =>
        new(
            "nb-iot-energy",
            "Energy of events over NB-IoT",
            "Nordic nRF9160 product specification, modem current tables; boaks/zephyr-coaps-client docu/POWERCONSUMPTION.md, nRF9160-DK at 5 V (confirmed).",
            "The preset's currents, one device alone, in-band: at 144 dB for the tracking area update at full power, at 130 dB for what was measured in good coverage; T3324 0 and 8 s. Rest between events is left out. Content of 200 B in CoAP, DTLS, UDP and IPv4. Ten runs of 50 events, 25 % as in the data. Mean current at rest with extended paging cycles and the shortest paging window, 2.56 s, which the source does not state.",
            ["nb-iot"],
            [
                .. ReferenceData.Rows("cellular-energy-per-event.csv").Where(row => row["technology"] == "NB-IoT").Select(Row),
                .. RestingModem
                    .Rows(options => new Technologies.NbIot(options), new NbIotOptions(), at81: 37, at655: 9)
                    .Select(row => row.Expected == 9 ? row with { Cause = Floor, Observed = 6.019 } : row),
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
        var (cause, observed) =
            isProduct ? (Update, 243.5)
            : hasContent ? (Exchange, 146.2)
            : ((string?)null, (double?)null);
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
            Cause = cause,
            Observed = observed,
        };
    }
}
