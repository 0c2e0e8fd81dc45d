using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Poisson senders with carriers anywhere in a band and one receiver of all of it; any overlap destroys.</summary>
/// <param name="band">Width of the band.</param>
/// <param name="populations">By waveform.</param>
internal sealed class TimeFrequencyRun(Frequency band, params NarrowbandPopulation[] populations)
{
    public const int Replications = 30;

    /// <summary>Below everything that is sent [dBm].</summary>
    private const double Sensitivity = -1000;

    /// <summary>From then on there is as much on the air as there will be.</summary>
    private readonly SimTime _filled = SimTime.Start + populations.Max(population => population.Airtime);

    /// <summary>Each replication: share of frames received, by waveform [1].</summary>
    /// <param name="duration">Of a replication, after the air has filled.</param>
    public IEnumerable<double[]> Run(Duration duration) => Enumerable.Range(0, Replications).Select(i => Run(i, duration));

    /// <summary>Probability that a frame meets no other: carriers and times are uniform, so those that meet it are Poisson; averaged over its own carrier [1].</summary>
    /// <remarks>exp(−Σ λ_j (T_i + T_j) w_j/W), where w_j is how much of the band lies nearer to the carrier than half the sum of the bandwidths.</remarks>
    public double Survival(int waveform)
    {
        const int Steps = 10_000;
        var own = populations[waveform];
        var sum = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            var carrier = band.Hertz * (step + 0.5) / Steps;
            var meets = 0.0;
            foreach (var other in populations)
            {
                var reach = (own.Bandwidth.Hertz + other.Bandwidth.Hertz) / 2;
                var near = Math.Min(carrier + reach, band.Hertz) - Math.Max(carrier - reach, 0);
                meets += other.Rate * (own.Airtime + other.Airtime).TotalSeconds * near / band.Hertz;
            }

            sum += Math.Exp(-meets);
        }

        return sum / Steps;
    }

    private double[] Run(int replication, Duration duration)
    {
        var simulation = new Simulation(seed: 23, replication);
        var receiver = new RadioReceiver([.. populations.Select(_ => Sensitivity)]);
        NarrowbandWaveform[] waveforms =
        [
            .. populations.Select(population => new NarrowbandWaveform(population.Bandwidth, double.PositiveInfinity)),
        ];
        var channel = new NarrowbandChannel("air", simulation, [receiver], new Frequency(0), band, waveforms);
        Senders[] senders =
        [
            .. populations.Select((population, code) => new Senders(simulation, channel, code, population, band, _filled)),
        ];
        simulation.RunUntil(_filled + duration);
        return [.. senders.Select(some => (double)some.Received / some.Ended)];
    }

    private sealed class Senders : IEventTarget
    {
        private static readonly Purpose Arrivals = Purpose.Named("arrivals");
        private static readonly Reach[] Heard = [new(0, 1f)];
        private readonly Simulation _simulation;
        private readonly NarrowbandChannel _channel;
        private readonly int _code;
        private readonly NarrowbandPopulation _population;
        private readonly double _band;
        private readonly SimTime _from;
        private readonly Stack<Frame> _idle = new();
        private readonly RandomStream _arrivals;

        public Senders(
            Simulation simulation,
            NarrowbandChannel channel,
            int code,
            NarrowbandPopulation population,
            Frequency band,
            SimTime from
        )
        {
            (_simulation, _channel, _code, _population, _band, _from) = (simulation, channel, code, population, band.Hertz, from);
            _arrivals = simulation.Random.Stream(Entity.Of("population", code), Arrivals);
            Schedule();
        }

        public long Received { get; private set; }

        public long Ended { get; private set; }

        void IEventTarget.Fire(long token)
        {
            if (!_idle.TryPop(out var frame))
            {
                frame = new Frame(this);
            }

            _channel.Begin(frame, _code, new Frequency(_arrivals.Uniform() * _band), _population.Airtime, Heard);
            Schedule();
        }

        private void Schedule() => _simulation.After(_arrivals.Exponential(1 / _population.Rate).Seconds, this);

        private sealed class Frame(Senders owner) : NarrowbandTransmission
        {
            protected override void Ended()
            {
                if (Start >= owner._from)
                {
                    owner.Ended++;
                    owner.Received += ReceptionAt(0) == Reception.Received ? 1 : 0;
                }

                owner._idle.Push(this);
            }
        }
    }
}
