using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Ble;

/// <summary>Advertisements: time, energy as measured, collisions in theory.</summary>
internal static class BleAdvertisingSuite
{
    /// <summary>With the octets around it, 19 octets of data [B].</summary>
    private const int Content = 14;
    private const int Data = Content + BlePdu.ContentOctets;
    private const int Runs = 20;
    private static readonly int[] Crowds = [10, 50, 100];
    private static readonly Duration Hour = 1.Hours;

    public static ValidationSuite Create() =>
        new(
            "ble-advertising",
            "Bluetooth Low Energy advertising",
            "em-foundation/BlueJoule, commit e30d112 (confirmed): energy of advertising 19 octets on three channels at 0 dBm, measured for events 1 s and 10 s apart. Collisions: exp(−2 (N − 1) T / (I + D/2)), pure ALOHA on each channel (derived).",
            "`ble-advertising`. Energies: an hour of one device without the random delay, whose radio has the measured power asleep and energy of an event, so that what is tested is their sum over a period, which the measurers rounded. Collisions: N devices at the same distance, events 100 ms apart and random delays up to 10 ms, 40 dB asked for, so that next to any overlap destroys; of three advertisements one is on the channel where the gateway listens, and those that its change of channel cuts are lost.",
            ["ble-advertising"],
            [Airtime(), .. ReferenceData.Rows("ble-advertising-energy.csv").SelectMany(Energy), .. Crowds.Select(Collisions)]
        );

    private static ValidationRow Airtime() =>
        new(
            "19 B of data: time on air",
            "us",
            280,
            Criterion.Exact,
            () => Measurement.Computed(BlePdu.Advertisement(Data).Nanoseconds / 1000.0)
        );

    private static IEnumerable<ValidationRow> Energy(ReferenceData.Row row)
    {
        foreach (var (period, column) in new[] { (1, "energy_per_1s_period_uJ"), (10, "energy_per_10s_period_uJ") })
        {
            yield return new(
                $"{row["capture"]}: energy of {period} s",
                "uJ",
                row.Number(column),
                Criterion.WithinShare(0.05),
                () => Measurement.Computed(EnergyOf(row, period.Seconds))
            );
        }
    }

    /// <summary>Energy of a period [uJ].</summary>
    private static double EnergyOf(ReferenceData.Row row, Duration period)
    {
        var preset = new BleAdvertisingOptions();
        var volts = row.Number("volts");
        var sending = 3 * BlePdu.Advertisement(Data).TotalSeconds * preset.TransmitCurrent * volts;
        var options = preset with
        {
            Voltage = volts,
            SleepCurrent = row.Number("sleep_uW") * 1e-6 / volts,
            OverheadEnergy = row.Number("event_uJ") * 1e-6 - sending,
            Interval = period,
            GreatestDelay = Duration.Zero,
            Events = 1_000_000,
        };
        var bench = new BleBench(options, 1, Content);
        bench.Report(0);
        bench.RunFor(Hour);
        var meter = bench.Devices[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        return 1e6 * meter.Joules * (period / Hour);
    }

    private static ValidationRow Collisions(int devices)
    {
        var options = new BleAdvertisingOptions
        {
            Interval = 100.Milliseconds,
            Events = 1_000_000,
            LeastRatio = 40,
        };
        var airtime = BlePdu.Advertisement(Data);
        var listens = (1 - airtime / options.ScanInterval) / BlePdu.Channels;
        return new(
            $"{devices} devices: share of advertisements received",
            "1",
            listens * BlePdu.Undisturbed(devices, airtime, options.Interval, options.GreatestDelay),
            Criterion.InInterval(0.01),
            () => Measurement.Of([.. Enumerable.Range(1, Runs).Select(seed => Received(options, devices, (ulong)seed))])
        );
    }

    private static double Received(BleAdvertisingOptions options, int devices, ulong seed)
    {
        var bench = new BleBench(options, devices, Content, seed).Begin(options.Interval).RunFor(5.Seconds);
        var (sent, lost) = (bench.Advertisements, bench.Lost);
        bench.RunFor((20_000.0 / devices).Seconds);
        return 1 - (double)(bench.Lost - lost) / (bench.Advertisements - sent);
    }
}
