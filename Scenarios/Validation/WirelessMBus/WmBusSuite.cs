using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.WirelessMBus;

/// <summary>Wireless M-Bus: time on air by hand, collisions and energy in closed form.</summary>
internal static class WmBusSuite
{
    private const int Replications = 20;

    public static ValidationSuite Create() =>
        new(
            "wm-bus",
            "Wireless M-Bus, one way",
            "EN 13757-4: chips and octets counted by hand from chip rates, codings and preambles in Microchip's wM-Bus application guide (confirmed) and frame formats (from memory). Collisions of senders in periods P of their own phase: (1 − 2T/P)^(N − 1) (derived).",
            "Content in the clear and encrypted. Collisions: N meters at the same distance, 40 dB asked for, so that any overlap destroys; an interval of 10 s, which the access numbers vary by ±3 %, so that meters do not stay in step. 20 replications of an hour. Energy: a day of one meter.",
            ["wm-bus"],
            [
                // T1: 12 + 25 + 2 · 2 = 41 octets of 12 chips and 50 chips around them at 100 kchip/s; S1 and C1 alike.
                Airtime("T1, 20 B in the clear", WmBusMode.T1, 20, false, 5.42),
                Airtime("T1, 20 B encrypted: 32 B, 55 octets", WmBusMode.T1, 20, true, 7.1),
                Airtime("C1, 20 B in the clear: 37 octets", WmBusMode.C1, 20, false, 3.6),
                Airtime("C1, 20 B encrypted: 49 octets", WmBusMode.C1, 20, true, 4.56),
                Airtime("S1, 20 B in the clear: 41 octets", WmBusMode.S1, 20, false, 1000 * (578 + 41 * 16) / 32_768.0),
                Interval("Access number 0", 0, 10.3125),
                Interval("Access number 64", 64, 10),
                Interval("Access number 128", 128, 9.6875),
                Collisions(20),
                Collisions(100),
                Collisions(300),
                Energy(),
            ]
        );

    private static ValidationRow Airtime(string name, WmBusMode mode, int content, bool isEncrypted, double milliseconds) =>
        new(
            $"{name}: time on air",
            "ms",
            milliseconds,
            Criterion.Within(1e-6),
            () => Measurement.Computed(1000 * new WmBusFrame(mode).Airtime(content, isEncrypted).TotalSeconds)
        );

    private static ValidationRow Interval(string name, int access, double seconds) =>
        new(
            $"{name}: time to the next frame, nominally 10 s",
            "s",
            seconds,
            Criterion.Exact,
            () => Measurement.Computed(WmBusFrame.Interval(10.Seconds, access).TotalSeconds)
        );

    private static ValidationRow Collisions(int meters)
    {
        var options = new WmBusOptions
        {
            Interval = 10.Seconds,
            LeastRatio = 40,
            Receivers = 64,
            Encrypted = false,
        };
        var airtime = new WmBusFrame(options.Mode).Airtime(0, false);
        return new(
            $"{meters} meters: share of frames received",
            "1",
            Math.Pow(1 - 2 * (airtime / options.Interval), meters - 1),
            Criterion.InInterval(0.01),
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(0, Replications)
                        .Select(replication =>
                        {
                            var bench = new WmBusBench(options, meters, 20, replication).RunFor(1.Hours);
                            return 1 - (double)bench.Lost.Count / bench.Begun.Count;
                        }),
                ])
        );
    }

    /// <summary>Frames of no content: 12 + 5 + 2 = 19 octets, 278 chips; 192 of them in a day, as every 256 in a row take 256 nominal intervals and a half.</summary>
    private static ValidationRow Energy()
    {
        const double Day = 86_400;
        const double Frame = 278e-5;
        return new(
            "A meter in T1 that sends every 7.5 min: energy of a day",
            "mJ",
            1e3 * 3 * (Day * 1e-6 + 192 * (Frame * (0.03 - 1e-6) + 1e-3 * (0.008 - 1e-6))),
            Criterion.WithinShare(0.02),
            () =>
            {
                var bench = new WmBusBench(new WmBusOptions { Encrypted = false }, 1, 20).RunFor(1.Days);
                var meter = bench.Meters[0].Meters.Single();
                meter.Settle(bench.Simulation.Now);
                return Measurement.Computed(1e3 * meter.Joules);
            }
        );
    }
}
