using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Saturated stations against Bianchi's model.</summary>
internal static class SaturationSuite
{
    private const int Payload = 1023;
    private const int Replications = 10;

    /// <summary>The ns-3 project accepts its own simulator within this share of the same model [1].</summary>
    private const double Accepted = 0.015;

    public static ValidationSuite Create() =>
        new(
            "wlan-saturation",
            "IEEE 802.11: saturation throughput",
            "G. Bianchi, IEEE JSAC 18(3), 2000, recomputed (derived), and its correction of 2005 with the numbers of 802.11a and b as tabulated in ns-3, wifi-bianchi.cc of commit 1406464 (confirmed).",
            "Stations within range of each other always have a frame for the access point; ideal channel, no retry limit, 100 s in each of 10 replications. FHSS: 8184 bit of payload, 1 Mbit/s, and a busy period counts as a slot for all who wait, as in the model of 2000. 802.11a and b: 1500 B, frozen counters as in the standard and the model of 2005; those who collided wait as long as the others, DIFS or EIFS. Bianchi's assumption that each attempt collides with the same probability whatever happened before is itself an approximation; ns-3 accepts 1.5 % of throughput, so do we, and 5 % of the probability of a collision.",
            ["wifi"],
            [
                .. ReferenceData.Rows("wlan-bianchi2000.csv").SelectMany(Fhss),
                .. ReferenceData.Rows("wlan-bianchi-80211.csv").Select(Current),
            ]
        );

    private static IEnumerable<ValidationRow> Fhss(ReferenceData.Row row)
    {
        var (n, w, m) = (row.Whole("n"), row.Whole("W"), row.Whole("m"));
        var isProtected = row["access"] == "rtscts";
        var model = new BianchiModel(n, w, m);
        var settings = new WlanSettings(WlanPhys.FrequencyHopping)
        {
            LeastWindow = w - 1,
            GreatestWindow = (w << m) - 1,
            ShortRetryLimit = int.MaxValue,
            LongRetryLimit = int.MaxValue,
            RequestThreshold = isProtected ? 0 : int.MaxValue,
            Overhead = 34,
            Propagation = 1.Microseconds,
            CountsBusyPeriods = true,
        };
        settings = settings with { Eifs = settings.Phy.Difs, AnswerTimeout = Duration.Zero };
        var (success, collision) = isProtected ? (9568e-6, 417e-6) : (8982e-6, 8713e-6);
        var name = $"FHSS {(isProtected ? "RTS/CTS" : "basic")}, W = {w}, m = {m}, {n} stations";
        var runs = new Lazy<SaturatedRun.Outcome[]>(() => [.. new SaturatedRun(settings, n, Payload, 0).Run(Replications, 100.Seconds)]);
        return
        [
            new(
                $"{name}: throughput of the closed form",
                "1",
                row.Number("throughput_norm"),
                Criterion.Within(1e-7),
                () => Measurement.Computed(model.Throughput(8184e-6, 50e-6, success, collision))
            ),
            new(
                $"{name}: throughput",
                "1",
                row.Number("throughput_norm"),
                Criterion.WithinShare(Accepted),
                () => Measurement.Of([.. runs.Value.Select(run => run.Throughput / 1e6)])
            ),
            new(
                $"{name}: probability of a collision",
                "1",
                model.Collision,
                Criterion.WithinShare(0.05),
                () => Measurement.Of([.. runs.Value.Select(run => run.Failures)])
            ),
        ];
    }

    private static ValidationRow Current(ReferenceData.Row row)
    {
        var isOfdm = row["mode"].StartsWith("Ofdm", StringComparison.Ordinal);
        var phy = isOfdm ? WlanPhys.Ofdm : WlanPhys.HighRateDirectSequence;
        var rate = row["mode"] switch
        {
            "OfdmRate54Mbps" => 7,
            "OfdmRate12Mbps" => 2,
            "DsssRate11Mbps" => 3,
            _ => 0,
        };
        // The reference adds the acknowledgement of the data, not that of the lowest rate as the standard does.
        var answer = phy.Sifs + phy.ControlAirtime(WlanFrame.Acknowledgement, rate);
        var space = phy.Difs + (row["collision_ifs"] == "EIFS" ? answer : Duration.Zero);
        var settings = new WlanSettings(phy)
        {
            ShortRetryLimit = int.MaxValue,
            Overhead = isOfdm ? 34 : 36,
            Eifs = space,
            AnswerTimeout = space - phy.Difs,
        };
        var run = new SaturatedRun(settings, row.Whole("n_stations"), 1500, rate);
        return new ValidationRow(
            $"{row["mode"]}, {row["collision_ifs"]} after a collision, {row["n_stations"]} stations: throughput",
            "Mbit/s",
            row.Number("throughput_mbps"),
            Criterion.WithinShare(Accepted),
            () => Measurement.Of([.. run.Run(Replications, (rate == 0 ? 40 : 10).Seconds).Select(one => one.Throughput / 1e6)])
        );
    }
}
