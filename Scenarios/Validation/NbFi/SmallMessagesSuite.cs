using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.NbFi;

/// <summary>Small messages without acknowledgement and repetition: NB-Fi against Sigfox.</summary>
internal static class SmallMessagesSuite
{
    private const int Replications = 30;
    private const int Devices = 2000;

    /// <summary>A replication has so many: a difference of the shares lost of one part in a hundred is four standard errors.</summary>
    private const int Messages = 4000;
    private static readonly Purpose ArrivalPurpose = Purpose.Named("arrivals");
    private static readonly NbFiOptions OfNbFi = NbFiBench.Plain with { Mode = NbFiMode.Nrx };
    private static readonly SigfoxOptions OfSigfox = SigfoxBench.Plain with { Repetitions = 1, DutyCycle = 1, UplinksPerDay = null };

    public static ValidationSuite Create() =>
        new(
            "small-messages",
            "Small unacknowledged messages: NB-Fi and Sigfox",
            "Levchenko et al., Performance Comparison of NB-Fi, Sigfox, and LoRaWAN, Sensors 22(24) 9633, 2022, abstract: Sigfox performs best where small pieces of data are sent without repetitions and acknowledgements (confirmed, qualitative: its figures could not be read).",
            $"Poisson messages of 8 octets of {Devices} devices on a disc of 1 km around one station; neither rules nor strangers; Sigfox in 192 kHz with one frame a message, NB-Fi in 51.2 kHz with all devices at one rate. The row counts the replications in which Sigfox loses fewer.",
            ["nb-fi", "sigfox-rc1"],
            [
                .. new[] { NbFiRate.Bps50, NbFiRate.Bps400, NbFiRate.Bps3200 }.SelectMany(rate =>
                    new[] { 5.0, 20 }.Select(load => Row(rate, load))
                ),
            ]
        );

    private static ValidationRow Row(NbFiRate rate, double load) =>
        new(
            $"Sigfox loses fewer than NB-Fi at {NbFiProtocol.BitRate(rate).BitsPerSecond:0} bit/s, {load} messages a second",
            "1",
            1,
            Criterion.Exact,
            () =>
                Measurement.Of([
                    .. Enumerable.Range(0, Replications).Select(i => LossOfNbFi(rate, load, i) > LossOfSigfox(load, i) ? 1.0 : 0),
                ])
        );

    private static double LossOfNbFi(NbFiRate rate, double load, int replication)
    {
        var bench = new NbFiBench(OfNbFi with { UplinkRate = rate }, Technologies.Sunflower.Places(Devices, 1000, 1.5), 8, replication);
        bench.Log.IsBrief = true;
        Send(bench.Simulation, load, device => bench.Report(device));
        return 1 - (double)bench.Log.DeliveryCount / Messages;
    }

    private static double LossOfSigfox(double load, int replication)
    {
        var bench = new SigfoxBench(OfSigfox, Technologies.Sunflower.Places(Devices, 1000, 1.5), 64, replication: replication);
        var arrived = new Arrivals(bench.Observers);
        Send(bench.Simulation, load, device => bench.Report(device));
        return 1 - (double)arrived.Count / Messages;
    }

    private static void Send(Simulation simulation, double load, Action<int> report)
    {
        var random = simulation.Random.Stream(Entity.Of("population"), ArrivalPurpose);
        for (var i = 0; i < Messages; i++)
        {
            simulation.RunUntil(simulation.Now + random.Exponential(1 / load).Seconds);
            report((int)(random.Uniform() * Devices));
        }

        simulation.RunUntil(simulation.Now + 1.Minutes);
    }

    private sealed class Arrivals : Probe
    {
        public Arrivals(Observers observers) => observers.Add(this);

        public int Count { get; private set; }

        public override void Delivered(in Message message, int consumer, SimTime now) => Count++;
    }
}
