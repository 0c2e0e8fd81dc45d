using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Poisson senders on one channel with one receiver.</summary>
/// <param name="rule">Which transmissions survive.</param>
/// <param name="populations">By code.</param>
internal sealed class RandomAccessRun(RejectionRule rule, params Population[] populations)
{
    public const int Replications = 30;

    /// <summary>Below everything that is sent [dBm].</summary>
    private const double Sensitivity = -1000;

    /// <summary>Of the receiver [1].</summary>
    public int Demodulators { get; init; } = RadioReceiver.Unlimited;

    /// <summary>Each replication: share of frames received, by code [1].</summary>
    /// <param name="duration">Of a replication.</param>
    public IEnumerable<double[]> Run(Duration duration) => Enumerable.Range(0, Replications).Select(i => Run(i, duration));

    private double[] Run(int replication, Duration duration)
    {
        var simulation = new Simulation(seed: 21, replication);
        var sensitivities = Enumerable.Repeat(Sensitivity, rule.Codes).ToArray();
        var channel = new RadioChannel("air", simulation, [new RadioReceiver(sensitivities, Demodulators)], 1, rule);
        Senders[] senders = [.. populations.Select((population, code) => new Senders(simulation, channel, code, population, replication))];
        simulation.RunUntil(SimTime.Start + duration);
        return [.. senders.Select(some => (double)some.Received / some.Ended)];
    }

    private sealed class Senders : IEventTarget
    {
        private static readonly Purpose Arrivals = Purpose.Named("arrivals");
        private readonly Simulation _simulation;
        private readonly RadioChannel _channel;
        private readonly int _code;
        private readonly Population _population;
        private readonly Reach[][] _reaches;
        private readonly Stack<OneFrame> _idle = new();
        private readonly RandomStream _arrivals;

        public Senders(Simulation simulation, RadioChannel channel, int code, Population population, int replication)
        {
            (_simulation, _channel, _code, _population) = (simulation, channel, code, population);
            _arrivals = simulation.Random.Stream(Entity.Of("population", code), Arrivals);
            _reaches = [.. population.Powers(replication).Select(milliwatts => (Reach[])[new(0, milliwatts)])];
            Schedule();
        }

        public long Received { get; private set; }

        public long Ended { get; private set; }

        void IEventTarget.Fire(long token)
        {
            if (!_idle.TryPop(out var frame))
            {
                frame = new OneFrame(Count);
            }

            var sender = _reaches.Length == 1 ? 0 : (int)(_arrivals.Uniform() * _reaches.Length);
            _channel.Begin(frame, 0, _code, _population.Airtime, _reaches[sender]);
            Schedule();
        }

        private void Count(OneFrame frame)
        {
            Ended++;
            Received += frame.IsReceived ? 1 : 0;
            _idle.Push(frame);
        }

        private void Schedule() => _simulation.After(_arrivals.Exponential(1 / _population.Rate).Seconds, this);
    }
}
