using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.NbFi;
using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>What is promised is what arrives.</summary>
public class StationForecastTests
{
    private const int Devices = 3000;
    private const int Replications = 4;

    /// <summary>Four standard errors of the share that arrives, and half a point for what the forecast leaves out: interferers that are only together too strong.</summary>
    private static double Tolerance(double share) => 4 * Math.Sqrt(share * (1 - share) / (Devices * Replications)) + 0.005;

    [TestCase(1, 1, 0)]
    [TestCase(1, 4, 0)]
    [TestCase(3, 1, 0)]
    [TestCase(1, 4, 0.02)]
    public void Sigfox_delivers_what_is_promised(int repetitions, int stations, double foreign)
    {
        var options = SigfoxBench.Plain with
        {
            Repetitions = repetitions,
            Stations = stations,
            // So narrow that a fleet that is quickly simulated fills it.
            MacroChannelWidth = new Frequency(3000),
            FrameDistance = new Frequency(100),
            ForeignLoad = foreign,
            DutyCycle = 1,
        };
        var forecast = Forecast(new SigfoxLinks(options, Demand(12)), options, options.UplinkCentre, 12);

        var delivered = Enumerable.Range(0, Replications).Average(Delivered);

        Assert.That(forecast, Is.InRange(0.6, 0.995));
        Assert.That(delivered, Is.EqualTo(forecast).Within(Tolerance(forecast)));

        double Delivered(int replication)
        {
            var bench = new SigfoxBench(options, Places(), replication: replication);
            var count = new Count();
            bench.Observers.Add(count);
            Report(bench.Simulation, replication, bench.Report);
            return (double)count.Arrived / Devices;
        }
    }

    [TestCase(1)]
    [TestCase(4)]
    public void NbFi_delivers_what_is_promised(int stations)
    {
        var options = NbFiBench.Plain with { Stations = stations, Acknowledged = false };
        var width = NbFiBandPlan.UplinkWidth(options.UplinkWidthCode);
        var middle = NbFiBandPlan.Uplink(options.Band);
        var strangers = new NarrowbandStrangers(
            new Frequency(middle.Hertz - width.Hertz / 2),
            width,
            0,
            new Frequency(50),
            NbFiProtocol.Airtime(NbFiRate.Bps50)
        );
        var others = new NarrowbandOthers(options, strangers, LoRaStrangers.In(strangers.Low, width), options.LeastRatio);
        var forecast = Forecast(new NbFiLinkClasses(options, Bytes, false, 1, others), options, middle, Bytes);

        var delivered = Enumerable.Range(0, Replications).Average(Delivered);

        Assert.That(forecast, Is.InRange(0.3, 0.995));
        Assert.That(delivered, Is.EqualTo(forecast).Within(Tolerance(forecast)));

        double Delivered(int replication)
        {
            var bench = new NbFiBench(options, Places(), Bytes, replication, Radius);
            bench.Log.IsBrief = true;
            Report(bench.Simulation, replication, bench.Report);
            return (double)bench.Log.DeliveryCount / Devices;
        }
    }

    private const double Radius = 6400;

    /// <summary>Eight frames of NB-Fi, all of which have to arrive.</summary>
    private const int Bytes = 64;

    private static Position[] Places() => [.. Sunflower.Places(Devices, Radius, 1.5)];

    private static Demand Demand(int bytes) => new(Devices / 3600.0, bytes);

    private static double Forecast(LinkClasses classes, StationOptions options, Frequency carrier, int bytes)
    {
        var simulation = new Simulation(1);
        var observers = new Observers();
        Node[] nodes = [.. Places().Select((place, i) => new Node(simulation, Entity.Of("meter", i), observers) { Position = place })];
        var site = new Site(simulation, observers, nodes, Radius, Demand(bytes)) { Propagation = SigfoxBench.PlainSight };
        return new StationForecast(options, site, new PlanningSample(site), carrier, classes)
            .With(options.Stations!.Value)
            .Promises[0]
            .Delivery;
    }

    /// <summary>Every device reports once, at any time of the hour.</summary>
    private static void Report(Simulation simulation, int replication, Action<int, int> report)
    {
        var purpose = Purpose.Named("time of the report");
        var times = Enumerable
            .Range(0, Devices)
            .Select(i => (Device: i, At: 3600 * simulation.Random.Draw(Entity.Of("meter", i), purpose).Uniform()))
            .OrderBy(one => one.At);
        foreach (var (device, at) in times)
        {
            simulation.RunUntil(SimTime.Start + at.Seconds);
            report(device, replication);
        }

        simulation.RunUntil(SimTime.Start + 2.Hours);
    }

    private sealed class Count : Probe
    {
        public int Arrived { get; private set; }

        public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;
    }
}
