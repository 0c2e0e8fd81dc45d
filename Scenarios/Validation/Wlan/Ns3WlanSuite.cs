using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Saturated stations against ns-3.</summary>
internal static class Ns3WlanSuite
{
    private const int Replications = 20;

    private const string Unexplained =
        "Not explained: with 50 stations theirs fail less often than ours, by 6 %, and carry 5 % more. They fail less often (0.574) even than Bianchi's stations that never give up (0.595; 0.634 with seven attempts), so that their windows must stay wide for longer than seven attempts explain; they give up as seldom as seven attempts let one expect. Up to 20 stations both agree. Not checked: that module discards what has waited for 500 ms, and only with 50 stations, at 118 ms a packet, does anything wait that long.";

    /// <summary>Rows that differ, and what our model gave.</summary>
    private static readonly Dictionary<string, double> Observed = new()
    {
        ["OfdmRate6Mbps, 50 stations: throughput"] = 3.23432,
        ["OfdmRate6Mbps, 50 stations: attempts that fail"] = 0.610474,
    };

    public static ValidationSuite Create() =>
        new(
            "wlan-ns3",
            "IEEE 802.11 against ns-3",
            "ns-3 3.37 (Debian 12), wifi module: YansWifiPhy, ad-hoc MAC without QoS, constant rate; three runs of each row (confirmed: run for this comparison).",
            "Saturated stations send packets of 1000 B to one more; MPDU 1036 B, seven attempts. Who got no answer waits for the timeout of the acknowledgement and DIFS. Frames that collide are equally strong, below the 4 dB at which ns-3 detects a preamble, so nobody there begins to receive them, and nobody waits for EIFS; here neither. 802.11b: long preamble, acknowledgement at 11 Mbit/s. 802.11a: acknowledgement at 6 or 24 Mbit/s. As long as theirs, 20 runs of ours against 3.",
            ["wifi"],
            [
                .. ReferenceData
                    .Rows("ns3-wifi.csv")
                    .GroupBy(row => (Rate: row["rate"], Count: row.Whole("n")))
                    .SelectMany(group => Rows(group.Key.Rate, group.Key.Count, [.. group])),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(string mode, int stations, ReferenceData.Row[] theirs)
    {
        var phy = mode == "DsssRate11Mbps" ? WlanPhys.HighRateDirectSequence with { Basic = [0, 1, 2, 3] } : WlanPhys.Ofdm;
        var rate = mode switch
        {
            "DsssRate11Mbps" => 3,
            "OfdmRate54Mbps" => 7,
            _ => 0,
        };
        var run = new SaturatedRun(new WlanSettings(phy) { Eifs = phy.Difs }, stations, 1000, rate);
        var runs = new Lazy<SaturatedRun.Outcome[]>(() => [.. run.Run(Replications, theirs[0].Whole("seconds").Seconds)]);
        var name = $"{mode}, {stations} station{(stations == 1 ? "" : "s")}";
        yield return Row($"{name}: throughput", "Mbit/s", theirs.Select(row => row.Number("thr_bps") / 1e6), run => run.Throughput / 1e6);
        if (stations > 1)
        {
            yield return Row($"{name}: attempts that fail", "1", theirs.Select(row => row.Number("p_fail")), run => run.Failures);
        }

        ValidationRow Row(string title, string unit, IEnumerable<double> values, Func<SaturatedRun.Outcome, double> of)
        {
            var reference = Measurement.Of([.. values]);
            return new ValidationRow(
                title,
                unit,
                reference.Mean,
                Criterion.MoreDraws(reference.Count),
                () => Measurement.Of([.. runs.Value.Select(of)])
            )
            {
                Cause = Observed.ContainsKey(title) ? Unexplained : null,
                Observed = Observed.TryGetValue(title, out var observed) ? observed : null,
            };
        }
    }
}
