using System.Globalization;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LrWpan;

/// <summary>Greatest throughput of one sender against a published closed form.</summary>
internal static class SingleLinkSuite
{
    /// <summary>Frame control 2, sequence number 1, check sequence 2 [B].</summary>
    private const int WithoutAddresses = 5;
    private const int Runs = 10;

    public static ValidationSuite Create() =>
        new(
            "802154-single-link",
            "One IEEE 802.15.4 sender",
            "Latré et al., Throughput and delay analysis of unslotted IEEE 802.15.4, Journal of Networks 1(1), 2006: delay = 3.5 backoff periods + frame + acknowledgement + spacing. Its abstract states 163 kbit/s and 64.9 % (confirmed); the other values are that formula's (derived).",
            "No loss. The paper leaves assessment (128 µs) and turnaround (192 µs) out: the first rows hold our formula without them against it, the second ones with them, and the last ones the simulated link, which always has another frame, 10 runs of 60 s.",
            ["ieee-802154"],
            [
                .. ReferenceData.Rows("802154-single-link.csv").SelectMany(Formula),
                .. ReferenceData.Rows("802154-single-link.csv").Where(IsSimulated).Select(Simulated),
            ]
        );

    private static IEnumerable<ValidationRow> Formula(ReferenceData.Row row)
    {
        var exchange = LrWpanMac.MeanExchange(Psdu(row), 3, row["ack"] == "1");
        yield return new(
            $"{Name(row)}: delay as published",
            "ms",
            row.Number("delay_ms"),
            Criterion.Within(1e-6),
            () => Measurement.Computed(1000 * (exchange - LrWpanMac.Assessment - LrWpanMac.Turnaround).TotalSeconds)
        );
        yield return new(
            $"{Name(row)}: delay",
            "ms",
            row.Number("delay_cca_ms"),
            Criterion.Within(1e-6),
            () => Measurement.Computed(1000 * exchange.TotalSeconds)
        );
    }

    private static ValidationRow Simulated(ReferenceData.Row row)
    {
        var payload = row.Whole("payload_bytes");
        var settings = new LrWpanSettings { MacOctets = WithoutAddresses + row.Whole("address_bytes"), Acknowledged = row["ack"] == "1" };
        return new(
            $"{Name(row)}: throughput, simulated",
            "kbit/s",
            row.Number("throughput_cca_kbps"),
            Criterion.InInterval(0.005),
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(1, Runs)
                        .Select(seed =>
                            new StarBench(1, payload, null, settings, (ulong)seed).Run(1.Seconds, 60.Seconds).Received * payload * 8 / 60e3
                        ),
                ])
        );
    }

    private static bool IsSimulated(ReferenceData.Row row) => row["payload_bytes"] is "10" or "60" or "114" or "122";

    private static int Psdu(ReferenceData.Row row) => WithoutAddresses + row.Whole("address_bytes") + row.Whole("payload_bytes");

    private static string Name(ReferenceData.Row row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{row["payload_bytes"]} B, {row["address_bytes"]} B of addresses{(row["ack"] == "1" ? ", acknowledged" : "")}"
        );
}
