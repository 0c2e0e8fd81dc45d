using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>LoRaWAN uplinks against ns-3.</summary>
internal static class Ns3Suite
{
    private const int Runs = 30;
    private const double Radius = 6400;
    private const int Frames = 6;
    private static readonly Duration Period = 600.Seconds;
    private static readonly Purpose Place = Purpose.Named("place");
    private static readonly Purpose Phase = Purpose.Named("phase");
    private static readonly LoRaWanEu868Options Conditions = LoRaWanBench.Plain with { Channels = 3 };
    private static readonly int[] SpreadingFactors = [7, 8, 9, 10, 11, 12];

    public static ValidationSuite Create() =>
        new(
            "lorawan-ns3",
            "LoRaWAN uplinks against ns-3",
            "signetlabdei/lorawan, commit 6babcbe of 2024-03-08, on ns-3 3.37: 8 seeds each of 100 and 1000 devices (confirmed: run for this comparison).",
            "One gateway in a disc of 6.4 km, path loss 7.7 + 37.6 lg d dB, no shadowing; PHYPayload 29 B every 600 s, strictly periodic, for an hour; 3 channels, 8 demodulators, rejection of Goursaud and Gorce. That module's frames carry no MIC, so ours have 4 octets of content less. First with places and phases of our own, 30 runs against 8; then with the very devices of ns-3's seed 1, where only the choice of channels differs: theirs has to be one more draw of ours.",
            ["lorawan-eu868"],
            [.. Assignment(100), .. Assignment(1000), .. Delivery(100, []), .. Delivery(1000, SpreadingFactors), .. SameDevices()]
        );

    /// <summary>Powers are rounded to 0.0001 dB there and kept in single precision here.</summary>
    private static IEnumerable<ValidationRow> Assignment(int devices)
    {
        var pairs = new Lazy<(ReferenceData.Row Theirs, LoRaWanDevice Ours)[]>(() =>
        {
            var rows = Devices(devices);
            return [.. rows.Zip(new LoRaWanBench(Conditions, Places(rows)).Devices)];
        });
        yield return new(
            $"{devices} devices: same spreading factor",
            "1",
            devices,
            Criterion.Exact,
            () => Measurement.Computed(pairs.Value.Count(pair => pair.Ours.SpreadingFactor == pair.Theirs.Whole("sf")))
        );
        yield return new(
            $"{devices} devices: greatest difference of power at the gateway",
            "dB",
            0,
            Criterion.Within(0.0001),
            () => Measurement.Computed(pairs.Value.Max(pair => Math.Abs(pair.Ours.BestPower - pair.Theirs.Number("rx_dbm"))))
        );
    }

    private static IEnumerable<ValidationRow> Delivery(int devices, int[] spreadingFactors)
    {
        var theirs = Theirs(devices).ToList();
        var all = Measurement.Of([.. theirs.Select(row => row.Number("pdr"))]);
        var ours = Enumerable.Range(1, Runs).Select(seed => Run(devices, (ulong)seed));
        List<(string Name, Measurement Theirs, Func<Outcome, double> Ours)> rows =
        [
            ($"{devices} devices: delivery ratio", all, outcome => outcome.Delivery()),
            .. spreadingFactors.Select(factor =>
                (
                    $"{devices} devices: delivery ratio of SF{factor}",
                    Measurement.Of([.. theirs.Select(row => row.Number($"ok{factor}") / row.Number($"sent{factor}"))]),
                    (Func<Outcome, double>)(outcome => outcome.Delivery(factor))
                )
            ),
        ];
        var values = new Lazy<double[][]>(() => [.. ours.Select(outcome => (double[])[.. rows.Select(row => row.Ours(outcome))])]);
        return rows.Select(
            (row, i) =>
                new ValidationRow(
                    row.Name,
                    "1",
                    row.Theirs.Mean,
                    Criterion.SameMean(row.Theirs.Count, row.Theirs.Deviation),
                    () => Measurement.Of([.. values.Value.Select(run => run[i])])
                )
        );
    }

    private static IEnumerable<ValidationRow> SameDevices()
    {
        var theirs = Theirs(1000).Single(row => row["seed"] == "1");
        var runs = new Lazy<Outcome[]>(() =>
        {
            var rows = Devices(1000);
            Duration[] starts = [.. rows.Select(row => row.Number("first_tx_s").Seconds)];
            return [.. Enumerable.Range(1, Runs).Select(seed => Run(Places(rows), starts, (ulong)seed))];
        });
        return SpreadingFactors.Select(factor => new ValidationRow(
            $"The devices of seed 1: delivery ratio of SF{factor}",
            "1",
            theirs.Number($"ok{factor}") / theirs.Number($"sent{factor}"),
            Criterion.OneMoreDraw,
            () => Measurement.Of([.. runs.Value.Select(outcome => outcome.Delivery(factor))])
        ));
    }

    private static List<ReferenceData.Row> Devices(int count) => [.. ReferenceData.Rows($"ns3-lorawan-devices-{count}.csv")];

    private static Position[] Places(IEnumerable<ReferenceData.Row> rows) =>
        [.. rows.Select(row => new Position(row.Number("x_m"), row.Number("y_m"), row.Number("z_m")))];

    private static IEnumerable<ReferenceData.Row> Theirs(int devices) =>
        ReferenceData.Rows("ns3-lorawan.csv").Where(row => row.Whole("n") == devices && row["matrix"] == "goursaud");

    private static Outcome Run(int devices, ulong seed)
    {
        var random = new Randomness(seed, 0);
        var places = new Position[devices];
        var starts = new Duration[devices];
        for (var i = 0; i < devices; i++)
        {
            var place = random.Draw(Entity.Of("meter", i), Place);
            var distance = Radius * Math.Sqrt(place.Uniform());
            var (sine, cosine) = Math.SinCos(2 * Math.PI * place.Uniform());
            places[i] = new Position(distance * cosine, distance * sine, 1.2);
            starts[i] = Period * random.Draw(Entity.Of("meter", i), Phase).Uniform();
        }

        return Run(places, starts, seed);
    }

    private static Outcome Run(Position[] places, Duration[] starts, ulong seed)
    {
        var bench = new LoRaWanBench(Conditions, places, seed: seed);
        _ = new Reports(bench, starts);
        bench.RunFor(2.Hours);
        var (sent, received) = (new int[13], new int[13]);
        foreach (var device in bench.Devices)
        {
            sent[device.SpreadingFactor] += Frames;
        }

        foreach (var message in bench.Log.DeliveredMessages)
        {
            received[bench.Devices[message.Source.Number].SpreadingFactor]++;
        }

        return new Outcome(sent, received);
    }

    /// <summary>Each device reports so many times.</summary>
    private sealed class Reports : IEventTarget
    {
        private readonly LoRaWanBench _bench;
        private readonly int _devices;

        public Reports(LoRaWanBench bench, Duration[] starts)
        {
            (_bench, _devices) = (bench, starts.Length);
            for (var i = 0; i < starts.Length * Frames; i++)
            {
                bench.Simulation.At(SimTime.Start + starts[i % starts.Length] + Period * (i / starts.Length), this, i);
            }
        }

        void IEventTarget.Fire(long token) => _bench.Report((int)token % _devices, (int)token / _devices);
    }

    /// <summary>Frames by spreading factor.</summary>
    private sealed record Outcome(int[] Sent, int[] Received)
    {
        public double Delivery(int spreadingFactor) => (double)Received[spreadingFactor] / Sent[spreadingFactor];

        public double Delivery() => (double)Received.Sum() / Sent.Sum();
    }
}
