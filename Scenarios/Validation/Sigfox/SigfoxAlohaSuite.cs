using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sigfox;

/// <summary>Random access of whole Sigfox messages in time and frequency.</summary>
internal static class SigfoxAlohaSuite
{
    private const int Replications = 5;

    /// <summary>Least number of messages of a replication: the standard error of a share is then at most 0.005, of their mean 0.0022.</summary>
    private const int Messages = 10_000;

    public static ValidationSuite Create() =>
        new(
            "sigfox-aloha",
            "Sigfox random access",
            "Recomputed: G = 3 N/period 2 T 2 B/W interferers per frame, P_frame = exp(−G), P_message = 1 − (1 − P_frame)³; 192 kHz, 100 Hz, 12 octets.",
            $"One base station that hears all; any overlap destroys, no duty cycle, no contract. At 600 bit/s (`sigfox-rc2`, 600 Hz) expected values are computed here by the same formulas. Each device sends a message at a random time of every period; {Replications} replications of at least {Messages} messages.",
            ["sigfox-rc1", "sigfox-rc2"],
            [.. ReferenceData.Rows("sigfox-aloha.csv").SelectMany(Slow), .. Fast(10_000, 600), .. Fast(100_000, 3600)]
        );

    private static IEnumerable<ValidationRow> Slow(ReferenceData.Row row) =>
        Rows(SigfoxBench.Plain, row.Whole("devices"), row.Whole("period_s"), "100 bit/s", row.Number("p_frame"), row.Number("p_message"));

    private static IEnumerable<ValidationRow> Fast(int devices, int period)
    {
        var options = new Technologies.SigfoxRc2Options
        {
            Stations = 1,
            ForeignLoad = 0,
            ForeignWidebandLoad = 0,
        };
        var airtime = SigfoxFrame.UplinkAirtime(SigfoxFrame.MaximumPayload, options.Rate).TotalSeconds;
        var meets = 3.0 * devices / period * 2 * airtime * 2 * options.Bandwidth.Hertz / options.MacroChannelWidth.Hertz;
        var frame = Math.Exp(-meets);
        return Rows(options, devices, period, "600 bit/s", frame, 1 - Math.Pow(1 - frame, 3));
    }

    private static IEnumerable<ValidationRow> Rows(
        Technologies.SigfoxOptions options,
        int devices,
        int period,
        string rate,
        double frame,
        double message
    )
    {
        var name = $"{devices} devices, a message in {period} s at {rate}";
        return Statistic<(double Frame, double Message)>.Rows(
            Enumerable.Range(0, Replications).Select(replication => Run(options, devices, period, replication)),
            Criterion.Within(0.01, 0.01),
            [new($"{name}: frames", "1", frame, run => run.Frame), new($"{name}: messages", "1", message, run => run.Message)]
        );
    }

    private static (double Frame, double Message) Run(Technologies.SigfoxOptions region, int devices, int period, int replication)
    {
        var options = region with { LeastRatio = double.PositiveInfinity, StationSensitivity = -1000, DutyCycle = 1, UplinksPerDay = null };
        var bench = new SigfoxBench(options, Sunflower(devices), seed: 24, replication: replication);
        var tally = new Tally();
        bench.Observers.Add(tally);
        var periods = (Messages + devices - 1) / devices;
        var reporter = new Reporter(bench, devices, period.Seconds);
        for (var i = 0; i < periods; i++)
        {
            reporter.Plan();
            bench.RunFor(period.Seconds);
        }

        bench.RunFor(1.Minutes);
        return (1 - (double)tally.FramesLost / tally.FramesSent, (double)tally.Arrived / tally.Produced);
    }

    private static Position[] Sunflower(int devices) => Technologies.Sunflower.Places(devices, 1000, 1.5);

    /// <summary>Lets every device report at a random time of the coming period.</summary>
    private sealed class Reporter(SigfoxBench bench, int devices, Duration period) : IEventTarget
    {
        private static readonly Purpose Phase = Purpose.Named("report");
        private int _period;

        public void Plan()
        {
            for (var device = 0; device < devices; device++)
            {
                var draw = bench.Simulation.Random.Draw(bench.Devices[device].Entity, Phase, _period);
                bench.Simulation.After(period * draw.Uniform(), this, device);
            }

            _period++;
        }

        void IEventTarget.Fire(long device) => bench.Report((int)device, _period);
    }

    private sealed class Tally : Probe
    {
        public long Produced { get; private set; }

        public long Arrived { get; private set; }

        public long FramesSent { get; private set; }

        public long FramesLost { get; private set; }

        public override void Sent(in Message message, SimTime now) => Produced++;

        public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;

        public override void FrameSent(Medium medium, int bytes, Duration occupied) => FramesSent++;

        public override void FrameLost(Medium medium, DropReason reason) => FramesLost++;
    }
}
