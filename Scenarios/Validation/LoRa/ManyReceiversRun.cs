using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Poisson senders of several networks on one channel, and the receivers of the first of them.</summary>
internal sealed class ManyReceiversRun : IEventTarget
{
    private static readonly Purpose Arrivals = Purpose.Named("arrivals");
    private readonly Simulation _simulation;
    private readonly RadioChannel _channel;
    private readonly Duration _airtime;
    private readonly RandomStream[] _arrivals;
    private readonly Stack<Frame> _idle = new();
    private Reach[][][] _networks = [];
    private double _rate;
    private long _ended;
    private long _received;

    /// <param name="rule">Which frames survive.</param>
    /// <param name="airtime">Of a frame.</param>
    /// <param name="receivers">Number of them, each sensitive enough for everything [1].</param>
    /// <param name="replication">Number of the replication [1].</param>
    public ManyReceiversRun(RejectionRule rule, Duration airtime, int receivers, int replication)
    {
        _simulation = new Simulation(seed: 43, replication);
        _airtime = airtime;
        _channel = new RadioChannel(
            "air",
            _simulation,
            [.. Enumerable.Range(0, receivers).Select(_ => new RadioReceiver([-1000]))],
            1,
            rule
        );
        _arrivals = [.. Enumerable.Range(0, 5).Select(network => _simulation.Random.Stream(Entity.Of("network", network), Arrivals))];
    }

    /// <summary>Share of the first network's frames that one receiver at least has received [1].</summary>
    /// <param name="networks">By network and node, its power at the receivers.</param>
    /// <param name="rate">Frames of each network [1/s].</param>
    /// <param name="duration">How long.</param>
    public double Run(Reach[][][] networks, double rate, Duration duration)
    {
        (_networks, _rate) = (networks, rate);
        for (var network = 0; network < networks.Length; network++)
        {
            Schedule(network);
        }

        _simulation.RunUntil(SimTime.Start + duration);
        return (double)_received / _ended;
    }

    void IEventTarget.Fire(long token)
    {
        var network = (int)token;
        if (!_idle.TryPop(out var frame))
        {
            frame = new Frame(this);
        }

        frame.IsOurs = network == 0;
        var nodes = _networks[network];
        _channel.Begin(frame, 0, 0, _airtime, nodes[(int)(_arrivals[network].Uniform() * nodes.Length)]);
        Schedule(network);
    }

    private void Schedule(int network) => _simulation.After(_arrivals[network].Exponential(1 / _rate).Seconds, this, network);

    private sealed class Frame(ManyReceiversRun run) : Transmission
    {
        public bool IsOurs { get; set; }

        protected override void Ended()
        {
            if (IsOurs)
            {
                run._ended++;
                run._received += Enumerable.Range(0, Reaches.Count).Any(i => ReceptionAt(i) == Reception.Received) ? 1 : 0;
            }

            run._idle.Push(this);
        }
    }
}
