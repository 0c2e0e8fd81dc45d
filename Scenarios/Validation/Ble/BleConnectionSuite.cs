using System.Globalization;
using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Ble;

/// <summary>Connections of Bluetooth Low Energy: airtimes, throughput, delays and currents in closed form.</summary>
internal static class BleConnectionSuite
{
    private const int Replications = 20;

    public static ValidationSuite Create() =>
        new(
            "ble",
            "Bluetooth Low Energy: connection events",
            "Bluetooth Core 5, volume 6, part B, for airtimes and T_IFS (from memory); throughput, delays and currents derived by hand. Consumption of an idle connection was not measured by anybody at hand: the row holds the meter against the sum, not against a device.",
            "Airtimes as worked. Throughput of ATT: 244 or 20 octets a packet, each answered by an empty one. Packets per interval: one connection of 50 ms that always has more, packets of 251 octets. Delays: 27 octets in one packet, LE 1M unencrypted, an interval of 100 ms, at random times within the first two of every 4 s; a packet is lost with p on every channel, so that an event succeeds with (1 − p)². Idle: 1.3 µA asleep, 15 µJ at 2.7 V an event, 80 µs each of receiving (6.5 mA) and sending (5.3 mA), clocks that err by 1e-4. 20 replications.",
            ["ble"],
            [.. Airtimes(), .. Throughputs(), .. Delays(), .. Idle()]
        );

    private static IEnumerable<ValidationRow> Airtimes()
    {
        (BlePhy Phy, int Payload, bool Encrypted, double Microseconds)[] worked =
        [
            (BlePhy.Le1M, 0, false, 80),
            (BlePhy.Le1M, 27, false, 296),
            (BlePhy.Le1M, 27, true, 328),
            (BlePhy.Le1M, 251, false, 2088),
            (BlePhy.Le1M, 251, true, 2120),
            (BlePhy.Le2M, 0, false, 44),
            (BlePhy.Le2M, 251, false, 1048),
            (BlePhy.LeCodedS2, 0, false, 462),
            (BlePhy.LeCodedS2, 27, false, 894),
            (BlePhy.LeCodedS8, 0, false, 720),
            (BlePhy.LeCodedS8, 27, false, 2448),
        ];
        foreach (var (phy, payload, encrypted, microseconds) in worked)
        {
            yield return new(
                $"{Name(phy)}, {payload} B{(encrypted ? ", encrypted" : "")}: time on air",
                "µs",
                microseconds,
                Criterion.Within(1e-9),
                () => Measurement.Computed(1e6 * BleData.Airtime(payload, phy, encrypted).TotalSeconds)
            );
        }
    }

    private static IEnumerable<ValidationRow> Throughputs()
    {
        foreach (var (payload, octets, expected) in new[] { (251, 244, 790.9238), (27, 20, 236.6864) })
        {
            yield return new(
                $"LE 1M, {payload} B: throughput of ATT",
                "kbit/s",
                expected,
                Criterion.Within(1e-4),
                () => Measurement.Computed(8 * octets / BleData.Exchange(0, payload, BlePhy.Le1M, encrypted: false).TotalSeconds / 1000)
            );
        }

        yield return new(
            "Interval of 50 ms, always more: packets an interval, ⌊(50 ms + T_IFS) / 2.468 ms⌋",
            "1",
            20,
            Criterion.Within(1e-3),
            () =>
            {
                var bench = new BleConnectionBench(
                    Plain with
                    {
                        Interval = 50.Milliseconds,
                        EventLength = 50.Milliseconds,
                        Queue = 5000,
                    },
                    1
                );
                for (var i = 0; i < 5000; i++)
                {
                    bench.Send(251);
                }

                bench.RunFor(10.Seconds);
                return Measurement.Computed(bench.Delays.Count / 200.0);
            }
        );
    }

    private static IEnumerable<ValidationRow> Delays()
    {
        const double Around = 0.080 + 0.150 + 0.296;
        foreach (var loss in new[] { 0, 0.1, 0.3 })
        {
            var success = (1 - loss) * (1 - loss);
            yield return Delay(
                string.Create(CultureInfo.InvariantCulture, $"{loss:P0} lost: mean delay from the peripheral"),
                50 + 100 * (1 / success - 1) + Around,
                Plain with
                {
                    Loss = loss,
                },
                isUp: true
            );
        }

        yield return Delay("Latency of 9: mean delay to the peripheral", 500 + 0.296, Plain with { Latency = 9 }, isUp: false);
        yield return Delay("Latency of 9: mean delay from the peripheral", 50 + Around, Plain with { Latency = 9 }, isUp: true);
    }

    private static ValidationRow Delay(string name, double milliseconds, BleSettings settings, bool isUp) =>
        Statistic<double>
            .Rows(
                Enumerable
                    .Range(1, Replications)
                    .Select(seed => 1000 * new BleConnectionBench(settings, (ulong)seed).Run(2500, 27, 4.Seconds, isUp).Delays.Average()),
                Criterion.InInterval(),
                [new(name, "ms", milliseconds, mean => mean)]
            )
            .Single();

    private static IEnumerable<ValidationRow> Idle()
    {
        foreach (var (latency, microamperes) in new[] { (0, 66.94556), (9, 8.449556) })
        {
            yield return new(
                $"Idle connection, latency {latency}: mean current",
                "µA",
                microamperes,
                Criterion.Within(1e-4),
                () =>
                {
                    var settings = new BleOptions { Latency = latency, Encrypted = false }.Connection();
                    var bench = new BleConnectionBench(settings, 1).RunFor(1.Hours);
                    var meter = bench.Peripheral.Meters.Single();
                    meter.Settle(bench.Simulation.Now);
                    return Measurement.Computed(1e6 * meter.CoulombsIn(0) / meter.TimeIn(0).TotalSeconds);
                }
            );
        }
    }

    private static BleSettings Plain => new() { Encrypted = false };

    private static string Name(BlePhy phy) =>
        phy switch
        {
            BlePhy.Le2M => "LE 2M",
            BlePhy.LeCodedS2 => "LE Coded S=2",
            BlePhy.LeCodedS8 => "LE Coded S=8",
            _ => "LE 1M",
        };
}
