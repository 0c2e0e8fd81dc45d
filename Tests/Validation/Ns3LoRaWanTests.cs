using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>LoRaWAN uplinks against signetlabdei/lorawan on ns-3 3.37, whose conditions stand in <c>ns3-lorawan.csv</c>.</summary>
/// <remarks>That module's frames carry no MIC: its PHYPayload of 29 octets is ours for 16 octets of content.</remarks>
public class Ns3LoRaWanTests
{
    private const int Runs = 8;
    private const double Radius = 6400;
    private static readonly Duration Period = 600.Seconds;
    private static readonly Purpose Place = Purpose.Named("place");
    private static readonly Purpose Phase = Purpose.Named("phase");
    private static readonly LoRaWanEu868Options Conditions = LoRaWanBench.Plain with { Channels = 3 };
    private static readonly Dictionary<int, Outcome[]> OursByDevices = [];

    [TestCase(100)]
    [TestCase(1000)]
    public void Devices_get_the_power_and_the_spreading_factor_that_ns3_gives_them(int devices)
    {
        var rows = DataFile.Rows($"ns3-lorawan-devices-{devices}.csv").ToList();
        var bench = new LoRaWanBench(
            Conditions,
            [.. rows.Select(row => new Position(row.Number("x_m"), row.Number("y_m"), row.Number("z_m")))]
        );

        Assert.Multiple(() =>
        {
            Assert.That(bench.Devices.Select(device => device.SpreadingFactor), Is.EqualTo(rows.Select(row => row.Whole("sf"))));
            for (var i = 0; i < rows.Count; i++)
            {
                // ns-3's value is rounded to 0.0001 dB, ours is kept in single precision.
                Assert.That(bench.Devices[i].BestPower, Is.EqualTo(rows[i].Number("rx_dbm")).Within(0.0001));
            }
        });
    }

    [TestCase(100)]
    [TestCase(1000)]
    public void The_delivery_ratio_agrees_with_ns3(int devices)
    {
        var ours = Ours(devices).Select(outcome => outcome.Delivery()).ToArray();
        var theirs = Theirs(devices).Select(row => row.Number("pdr")).ToArray();

        AssertSameMean(ours, theirs);
    }

    [TestCase(7)]
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(10)]
    [TestCase(11)]
    [TestCase(12)]
    public void The_delivery_ratio_of_each_spreading_factor_agrees_with_ns3(int spreadingFactor)
    {
        var ours = Ours(1000).Select(outcome => outcome.Delivery(spreadingFactor)).ToArray();
        var theirs = Theirs(1000).Select(row => row.Number($"ok{spreadingFactor}") / row.Number($"sent{spreadingFactor}")).ToArray();

        AssertSameMean(ours, theirs);
    }

    [Test]
    public void With_the_devices_and_phases_of_ns3_each_spreading_factor_delivers_as_there()
    {
        var rows = DataFile.Rows("ns3-lorawan-devices-1000.csv").ToList();
        var places = rows.Select(row => new Position(row.Number("x_m"), row.Number("y_m"), row.Number("z_m"))).ToArray();
        var starts = rows.Select(row => row.Number("first_tx_s").Seconds).ToArray();
        var ours = Enumerable.Range(1, Runs).Select(seed => Run(places, starts, (ulong)seed)).ToArray();
        var theirs = DataFile.Rows("ns3-lorawan.csv").Single(row => row["n"] == "1000" && row["seed"] == "1");

        Assert.Multiple(() =>
        {
            for (var factor = 7; factor <= 12; factor++)
            {
                var (mean, deviation) = MeanAndDeviation([.. ours.Select(outcome => outcome.Delivery(factor))]);

                // Theirs is one more draw of the channels: within 3.5 deviations of ours, Student's t for 7 degrees of freedom, 99 %.
                var theirRatio = theirs.Number($"ok{factor}") / theirs.Number($"sent{factor}");
                Assert.That(theirRatio, Is.EqualTo(mean).Within(3.5 * deviation * Math.Sqrt(1 + 1.0 / Runs)), $"SF{factor}");
            }
        });
    }

    /// <summary>Welch's test at 99 %; 2.98 is Student's t for the 14 degrees of freedom of two samples of eight with like variance.</summary>
    private static void AssertSameMean(double[] ours, double[] theirs)
    {
        var (mean, deviation) = MeanAndDeviation(ours);
        var (theirMean, theirDeviation) = MeanAndDeviation(theirs);
        var standardError = Math.Sqrt((deviation * deviation + theirDeviation * theirDeviation) / Runs);

        Assert.That(mean, Is.EqualTo(theirMean).Within(2.98 * standardError));
    }

    private static (double Mean, double Deviation) MeanAndDeviation(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }

    private static IEnumerable<DataFile.Row> Theirs(int devices) =>
        DataFile.Rows("ns3-lorawan.csv").Where(row => row.Whole("n") == devices && row["matrix"] == "goursaud");

    private static Outcome[] Ours(int devices)
    {
        if (!OursByDevices.TryGetValue(devices, out var outcomes))
        {
            outcomes = [.. Enumerable.Range(1, Runs).Select(seed => RandomRun(devices, (ulong)seed))];
            OursByDevices.Add(devices, outcomes);
        }

        return outcomes;
    }

    private static Outcome RandomRun(int devices, ulong seed)
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
        var outcome = new Outcome(bench);
        _ = new Reports(bench, starts);
        bench.RunFor(2.Hours);
        foreach (var message in bench.Log.DeliveredMessages)
        {
            outcome.Count(message);
        }

        return outcome;
    }

    /// <summary>Each device reports six times.</summary>
    private sealed class Reports : IEventTarget
    {
        private readonly LoRaWanBench _bench;
        private readonly int _devices;

        public Reports(LoRaWanBench bench, Duration[] starts)
        {
            (_bench, _devices) = (bench, starts.Length);
            for (var i = 0; i < starts.Length * 6; i++)
            {
                bench.Simulation.At(SimTime.Start + starts[i % starts.Length] + Period * (i / starts.Length), this, i);
            }
        }

        void IEventTarget.Fire(long token) => _bench.Report((int)token % _devices, (int)token / _devices);
    }

    private sealed class Outcome(LoRaWanBench bench)
    {
        private readonly int[] _received = new int[13];

        public void Count(in Message message) => _received[bench.Devices[message.Source.Number].SpreadingFactor]++;

        public double Delivery(int spreadingFactor) =>
            _received[spreadingFactor] / (6.0 * bench.Devices.Count(device => device.SpreadingFactor == spreadingFactor));

        public double Delivery() => _received.Sum() / (6.0 * bench.Devices.Count);
    }
}
