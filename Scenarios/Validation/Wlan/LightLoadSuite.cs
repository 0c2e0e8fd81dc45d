using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Lengths of frames, one station alone, and many that hardly ever meet, by hand.</summary>
internal static class LightLoadSuite
{
    private static readonly WlanPhy Direct = WlanPhys.HighRateDirectSequence;

    public static ValidationSuite Create() =>
        new(
            "wlan-light-load",
            "IEEE 802.11: one station, and light load",
            "IEEE 802.11-2016, times on air and the rules of the distributed coordination function, worked out by hand (derived); two single-station throughputs agree with INET's wireless throughput showcase, about 5 and 24.5 Mbit/s (confirmed).",
            "One saturated station: its cycle is DIFS + CWmin/2 slots + data + SIFS + acknowledgement. Light load: 50 stations of 802.11b send frames of 1036 B at 11 Mbit/s as Poisson processes that fill ρ of the channel; who finds it idle sends at once, who finds it busy waits for the rest of the exchange, DIFS and on average CWmin/2 slots. So the mean delay beyond the data is ρ (T/2 + DIFS + CWmin/2 slots) to the first order in ρ = 1 %; further orders are why 5 % are allowed.",
            ["wifi"],
            [.. Airtimes(), .. Alone(), .. Light()]
        );

    private static IEnumerable<ValidationRow> Airtimes() =>
        [
            Airtime("802.11g, 1064 B at 6 Mbit/s", WlanPhys.ExtendedRate.Airtime(1064, 0), 1450),
            Airtime("802.11g, 1064 B at 54 Mbit/s", WlanPhys.ExtendedRate.Airtime(1064, 7), 186),
            Airtime("802.11g, acknowledgement of 6 Mbit/s", WlanPhys.ExtendedRate.ControlAirtime(14, 0), 50),
            Airtime("802.11g, acknowledgement of 54 Mbit/s", WlanPhys.ExtendedRate.ControlAirtime(14, 7), 34),
            Airtime("802.11a, 1536 B at 54 Mbit/s", WlanPhys.Ofdm.Airtime(1536, 7), 248),
            Airtime("802.11a, acknowledgement of 54 Mbit/s", WlanPhys.Ofdm.ControlAirtime(14, 7), 28),
            Airtime("802.11b, 1536 B at 1 Mbit/s", Direct.Airtime(1536, 0), 12480),
            Airtime("802.11b, 1536 B at 2 Mbit/s", Direct.Airtime(1536, 1), 6336),
            Airtime("802.11b, 1536 B at 5.5 Mbit/s", Direct.Airtime(1536, 2), 2427),
            Airtime("802.11b, 1536 B at 11 Mbit/s", Direct.Airtime(1536, 3), 1310),
            Airtime("802.11b, acknowledgement of 11 Mbit/s", Direct.ControlAirtime(14, 3), 248),
        ];

    private static ValidationRow Airtime(string name, Duration obtained, int microseconds) =>
        new($"{name}: time on air", "us", microseconds, Criterion.Exact, () => Measurement.Computed(obtained.Nanoseconds / 1000.0));

    private static IEnumerable<ValidationRow> Alone() =>
        [
            Alone("802.11g at 6 Mbit/s, 1028 B", WlanPhys.ExtendedRate, 0, 1028, 1605.5),
            Alone("802.11g at 54 Mbit/s, 1028 B", WlanPhys.ExtendedRate, 7, 1028, 325.5),
            Alone("802.11a at 54 Mbit/s, 1500 B", WlanPhys.Ofdm, 7, 1500, 393.5),
        ];

    private static ValidationRow Alone(string name, WlanPhy phy, int rate, int payload, double cycle)
    {
        var run = new SaturatedRun(new WlanSettings(phy), 1, payload, rate);
        return new ValidationRow(
            $"One saturated station, {name}: throughput",
            "Mbit/s",
            8 * payload / cycle,
            Criterion.InInterval(0.005),
            () => Measurement.Of([.. run.Run(10, 10.Seconds).Select(one => one.Throughput / 1e6)])
        );
    }

    private static IEnumerable<ValidationRow> Light()
    {
        const double load = 0.01;
        var settings = new WlanSettings(Direct);
        var data = Direct.Airtime(1036, 3).TotalSeconds;
        var exchange = data + (Direct.Sifs + Direct.ControlAirtime(14, 3)).TotalSeconds;
        var wait = exchange / 2 + Direct.Difs.TotalSeconds + Direct.LeastWindow / 2.0 * Direct.Slot.TotalSeconds;
        var runs = new Lazy<PoissonRun.Outcome[]>(() =>
            [.. Enumerable.Range(0, 30).Select(i => PoissonRun.Run(settings, 50, 1000, 3, load / exchange, i, 2000.Seconds))]
        );
        return
        [
            new(
                "50 stations, load 1 %: mean delay beyond the data",
                "us",
                1e6 * load * wait,
                Criterion.WithinShare(0.05),
                () => Measurement.Of([.. runs.Value.Select(run => 1e6 * (run.MeanDelay - data))])
            ),
            new(
                "50 stations, load 1 %: share delivered",
                "1",
                1,
                Criterion.Exact,
                () => Measurement.Of([.. runs.Value.Select(run => run.Delivered)])
            ),
            Moderate(settings, 0.3, exchange),
            Moderate(settings, 0.5, exchange),
        ];
    }

    private static ValidationRow Moderate(WlanSettings settings, double share, double exchange) =>
        new(
            $"20 stations, offered {share} of the channel: share delivered",
            "1",
            1,
            Criterion.Within(0.001),
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i => PoissonRun.Run(settings, 20, 1000, 3, share / exchange, i, 20.Seconds).Delivered),
                ])
        );
}
