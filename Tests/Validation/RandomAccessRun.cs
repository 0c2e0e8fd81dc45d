using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>Poisson senders on one channel with one receiver that hears all alike; batches are stretches of time.</summary>
internal sealed class RandomAccessRun
{
    private static readonly Purpose Arrivals = Purpose.Named("arrivals");
    private readonly Simulation _simulation;
    private readonly RadioChannel _channel;
    private readonly Population[] _populations;

    /// <param name="seed">Of the run.</param>
    /// <param name="rule">Which transmissions survive.</param>
    /// <param name="populations">Rate [1/s] and length, by code.</param>
    /// <param name="slot">Starts are put off to the next whole multiple; zero for none.</param>
    public RandomAccessRun(ulong seed, RejectionRule rule, (double Rate, Duration Length)[] populations, Duration slot = default)
    {
        _simulation = new Simulation(seed);
        var sensitivities = Enumerable.Repeat(-100.0, rule.Codes).ToArray();
        _channel = new RadioChannel("air", _simulation, [new RadioReceiver(sensitivities)], 1, rule);
        _populations = [.. populations.Select((p, code) => new Population(_simulation, _channel, code, p.Rate, p.Length, slot))];
    }

    /// <summary>Success probability by code and batch, and throughput in transmissions' lengths per length.</summary>
    public (IReadOnlyList<Interval> Success, IReadOnlyList<Interval> Throughput) Run(Duration batch)
    {
        var success = _populations.Select(_ => new List<double>()).ToArray();
        var throughput = _populations.Select(_ => new List<double>()).ToArray();
        var end = SimTime.Start;
        for (var i = 0; i < Interval.Batches; i++)
        {
            end += batch;
            _simulation.RunUntil(end);
            foreach (var population in _populations)
            {
                success[population.Code].Add((double)population.Received / population.Ended);
                throughput[population.Code].Add(population.Received * (population.Length / batch));
                (population.Received, population.Ended) = (0, 0);
            }
        }

        return ([.. success.Select(Interval.Of)], [.. throughput.Select(Interval.Of)]);
    }

    private sealed class Population : IEventTarget
    {
        private static readonly Reach[] Everyone = [new(0, 1)];
        private readonly Simulation _simulation;
        private readonly RadioChannel _channel;
        private readonly double _rate;
        private readonly Duration _slot;
        private readonly Stack<TestTransmission> _idle = new();
        private readonly RandomStream _arrivals;
        private SimTime _arrival;

        public Population(Simulation simulation, RadioChannel channel, int code, double rate, Duration length, Duration slot)
        {
            (_simulation, _channel, Code, _rate, Length, _slot) = (simulation, channel, code, rate, length, slot);
            _arrivals = simulation.Random.Stream(Entity.Of("population", code), Arrivals);
            Schedule();
        }

        public int Code { get; }
        public Duration Length { get; }
        public long Received { get; set; }
        public long Ended { get; set; }

        void IEventTarget.Fire(long token)
        {
            if (!_idle.TryPop(out var transmission))
            {
                transmission = new TestTransmission(Count);
            }

            _channel.Begin(transmission, 0, Code, Length, Everyone);
            Schedule();
        }

        private void Count(TestTransmission transmission)
        {
            Ended++;
            Received += transmission.Arrived ? 1 : 0;
            _idle.Push(transmission);
        }

        private void Schedule()
        {
            _arrival += _arrivals.Exponential(1 / _rate).Seconds;
            var start = _arrival;
            if (_slot > Duration.Zero)
            {
                start = new SimTime((_arrival.Nanoseconds / _slot.Nanoseconds + 1) * _slot.Nanoseconds);
            }

            _simulation.At(start, this);
        }
    }
}
