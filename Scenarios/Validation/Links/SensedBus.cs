using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Stations on one bus that sense it before they send, by the rules of ns-3's CsmaChannel, as processes of the kernel.</summary>
/// <remarks>
/// Every station senses a transmission at once, so that none collide. Who finds the bus busy senses again after whole microseconds, uniform up to a limit that
/// doubles with each attempt; nobody waits for the end of what was sensed. No technology of ours is such a bus: this holds the kernel, its random numbers and
/// its queues against those of another simulator.
/// </remarks>
internal sealed class SensedBus
{
    private const int MostWaiting = 100;
    private const int MostAttempts = 1000;
    private const int LongestBackoff = 1000;
    private const int MostDoublings = 10;
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private static readonly Purpose Backoff = Purpose.Named("backoff");
    private static readonly SimTime WarmUp = SimTime.Start + 1.Seconds;
    private static readonly Duration Propagation = 1.Microseconds;

    private readonly Simulation _simulation;
    private readonly Duration _airtime;
    private readonly Duration _gap;
    private readonly double _interval;
    private readonly SimTime _end;
    private readonly List<double> _delays = [];
    private SimTime _busyUntil;

    /// <param name="stations">Beside the sink [1].</param>
    /// <param name="load">Offered bits of whole frames over the rate [1].</param>
    /// <param name="frame">Length of a frame [B].</param>
    /// <param name="rate">Of the bus.</param>
    /// <param name="seconds">Length of the measurement [s].</param>
    /// <param name="replication">Which luck.</param>
    public SensedBus(int stations, double load, int frame, BitRate rate, int seconds, int replication)
    {
        _simulation = new Simulation(seed: 21, replication);
        _airtime = (8 * frame / rate.BitsPerSecond).Seconds;
        _gap = (96 / rate.BitsPerSecond).Seconds;
        _interval = _airtime.TotalSeconds * stations / load;
        _end = WarmUp + seconds.Seconds;
        for (var i = 0; i < stations; i++)
        {
            Store<SimTime> line = new(_simulation, MostWaiting);
            _simulation.Start(Source(line, _simulation.Random.Stream(Entity.Of("station", i), Arrival)));
            _simulation.Start(Station(line, _simulation.Random.Stream(Entity.Of("station", i), Backoff)));
        }

        _simulation.RunUntil(_end);
        _delays.Sort();
        Throughput = _delays.Count * _airtime.TotalSeconds / seconds;
    }

    /// <summary>Frames that came during the measurement [1].</summary>
    public int Offered { get; private set; }

    /// <summary>Of them, those that found the queue of their station full [1].</summary>
    public int Dropped { get; private set; }

    /// <summary>Part of the rate that was delivered [1].</summary>
    public double Throughput { get; }

    /// <summary>From station to sink [us].</summary>
    public double MeanDelay => _delays.Average();

    /// <summary>Of those delays, the order statistic at a share of them [us].</summary>
    public double Quantile(double share) => _delays[(int)(share * (_delays.Count - 1))];

    private async Process Source(Store<SimTime> line, RandomStream luck)
    {
        while (true)
        {
            await _simulation.Delay(luck.Exponential(_interval).Seconds);
            var counts = _simulation.Now >= WarmUp;
            Offered += counts ? 1 : 0;
            if (!line.TryPut(_simulation.Now))
            {
                Dropped += counts ? 1 : 0;
            }
        }
    }

    private async Process Station(Store<SimTime> line, RandomStream luck)
    {
        while (true)
        {
            var came = await line.Get();
            var attempts = 0;
            while (_simulation.Now < _busyUntil && attempts < MostAttempts)
            {
                attempts++;
                var longest = Math.Min(LongestBackoff, (1 << Math.Min(attempts, MostDoublings)) - 1);
                await _simulation.Delay(((int)(1 + (luck.Uniform() * (longest - 1)))).Microseconds);
            }

            if (_simulation.Now < _busyUntil)
            {
                continue;
            }

            _busyUntil = _simulation.Now + _airtime + Propagation;
            await _simulation.Delay(_airtime);
            if (came >= WarmUp)
            {
                _delays.Add(1e6 * (_simulation.Now + Propagation - came).TotalSeconds);
            }

            await _simulation.Delay(_gap);
        }
    }
}
