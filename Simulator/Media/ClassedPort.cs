using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>An output port with a queue for each traffic class: the greatest class that waits goes next, and nothing that is being sent is broken off.</summary>
/// <remarks>
/// Modelled: strict priorities without pre-emption (IEEE 802.1Q, transmission selection), a finite drop-tail queue for each class, first come first
/// served within a class, outages, bit errors, traffic of others as frames of best effort. That traffic is looked at only when a frame of
/// somebody comes or waits: after a long pause it starts from an empty port <see cref="Relaxations"/> relaxation times before, which is as good as
/// having watched it. Left out: credit-based and time-aware shaping, pre-emption, pause frames.
/// Validated against the M/G/1 queue with non-preemptive priorities and the M/D/1 queue by the suite <c>ethernet-switch</c>.
/// </remarks>
internal sealed class ClassedPort : IEgress, IEventTarget
{
    private const double Relaxations = 20;

    private readonly Simulation _simulation;
    private readonly Observers _observers;
    private readonly Medium _medium;
    private readonly LinkSettings _settings;
    private readonly Outages? _outages;
    private readonly FrameLine _line;
    private readonly Queue<Waiting>?[] _queues = new Queue<Waiting>?[TrafficClass.Count];
    private readonly long[] _queued = new long[TrafficClass.Count];
    private readonly RandomStream? _others;
    private readonly double _meanGap;
    private readonly int _othersOctets;
    private readonly Duration _memory;
    private SimTime _othersNext = SimTime.End;
    private SimTime _free;
    private int _sending;
    private int _own;
    private bool _isAwaited;

    public ClassedPort(
        Simulation simulation,
        Observers observers,
        Medium medium,
        LinkSettings settings,
        Outages? outages,
        FramePool pool,
        IFrameExit exit,
        BackgroundTraffic? background,
        RandomStream? others
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Rate.BitsPerSecond, nameof(settings));
        (_simulation, _observers, _medium, _settings, _outages) = (simulation, observers, medium, settings, outages);
        _line = new FrameLine(simulation, pool, exit);
        if (background is { Load: > 0 })
        {
            _others = others;
            _othersOctets = Framing.Ethernet.Occupied(background.Packet);
            var service = settings.Rate.TimeFor(_othersOctets).TotalSeconds;
            _meanGap = service / background.Load;
            _memory = Duration.FromSeconds(Relaxations * service / Math.Pow(1 - Math.Sqrt(background.Load), 2));
            _othersNext = simulation.Now + Duration.FromSeconds(others!.Exponential(_meanGap));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Frames of the study only, as of all other media.</remarks>
    public Duration Busy { get; private set; }

    /// <inheritdoc/>
    public bool Owns(FrameLine line) => _line == line;

    /// <inheritdoc/>
    public void Send(in Frame frame, Luck luck, TrafficClass traffic)
    {
        var now = _simulation.Now;
        var draw = luck.Next();
        var noisy = luck.Loses(_settings.Loss, ref draw);
        var framing = traffic.Framing;
        var packet = frame.Packet.Length + _settings.Encapsulation;
        if (packet > framing.Greatest)
        {
            Lose(frame, DropReason.TooLarge);
            return;
        }

        if (_outages?.Hit(now, now) == true)
        {
            Lose(frame, DropReason.Outage);
            return;
        }

        Forget(now);
        Advance(now);
        var (sent, occupied) = (framing.Sent(packet), framing.Occupied(packet));
        if (!Fits(traffic.Queue, occupied, now))
        {
            Lose(frame, DropReason.QueueFull);
            return;
        }

        if (_settings.BitErrorRate > 0)
        {
            noisy |= draw.Bernoulli(1 - Math.Pow(1 - _settings.BitErrorRate, 8.0 * (sent - 8)));
        }

        Busy += _settings.Rate.TimeFor(occupied);
        _own++;
        Enqueue(traffic.Queue, new Waiting(frame, true, noisy, sent, occupied, now, _settings.Delay.Sample(ref draw)));
        Advance(now);
        Await();
    }

    /// <summary>The port is free for the next frame that waits.</summary>
    void IEventTarget.Fire(long token)
    {
        _isAwaited = false;
        Advance(_simulation.Now);
        Await();
    }

    /// <summary>Frames of the study start when somebody looks; so somebody has to look when the port gets free.</summary>
    private void Await()
    {
        if (_own > 0 && !_isAwaited)
        {
            _isAwaited = true;
            _simulation.At(_free, this);
        }
    }

    /// <summary>After a long pause, begins anew from an empty port as far back as it remembers.</summary>
    private void Forget(SimTime now)
    {
        if (_others is null || _own > 0 || now - _othersNext <= _memory)
        {
            return;
        }

        for (var queue = 0; queue < _queues.Length; queue++)
        {
            _queues[queue]?.Clear();
            _queued[queue] = 0;
        }

        var begin = now - _memory;
        _free = SimTime.Max(_free, begin);
        _othersNext = begin + Duration.FromSeconds(_others.Exponential(_meanGap));
    }

    /// <summary>Lets the traffic of others come and everything that waits go, in the order of time, up to now.</summary>
    private void Advance(SimTime now)
    {
        while (true)
        {
            var queue = GreatestWaiting();
            var start = queue < 0 ? SimTime.End : SimTime.Max(_free, _queues[queue]!.Peek().Came);
            if (start <= now && start <= _othersNext)
            {
                Start(queue, start);
            }
            else if (_othersNext <= now)
            {
                if (Fits(TrafficClass.Untagged.Queue, _othersOctets, _othersNext))
                {
                    Enqueue(TrafficClass.Untagged.Queue, new Waiting(default, false, false, 0, _othersOctets, _othersNext, default));
                }

                _othersNext += Duration.FromSeconds(_others!.Exponential(_meanGap));
            }
            else
            {
                return;
            }
        }
    }

    private void Start(int queue, SimTime start)
    {
        var next = _queues[queue]!.Dequeue();
        var occupied = _settings.Rate.TimeFor(next.Occupied);
        _queued[queue] -= next.Occupied;
        _free = start + occupied;
        _sending = queue;
        if (!next.IsOwn)
        {
            return;
        }

        _own--;
        _observers.FrameSent(_medium, next.Occupied, occupied);
        var gone = start + _settings.Rate.TimeFor(next.Sent);
        if (_outages?.Hit(start, gone) == true)
        {
            Lose(next.Frame, DropReason.Outage);
        }
        else if (next.IsNoisy)
        {
            Lose(next.Frame, DropReason.Noise);
        }
        else
        {
            _line.Add(next.Frame, gone + next.Delay);
        }
    }

    /// <summary>Whether a queue has room for a frame besides what waits in it, and what is left of its frame that is being sent.</summary>
    private bool Fits(int queue, int octets, SimTime at)
    {
        var unsent = _sending == queue && _free > at ? Math.Round((_free - at).TotalSeconds * _settings.Rate.BitsPerSecond / 8) : 0;
        return _queued[queue] + unsent + octets <= _settings.QueueBytes;
    }

    private void Enqueue(int queue, in Waiting waiting)
    {
        (_queues[queue] ??= new Queue<Waiting>()).Enqueue(waiting);
        _queued[queue] += waiting.Occupied;
    }

    /// <summary>The greatest class with a frame that waits; -1 if none does.</summary>
    private int GreatestWaiting()
    {
        var queue = _queues.Length - 1;
        while (queue >= 0 && _queues[queue] is not { Count: > 0 })
        {
            queue--;
        }

        return queue;
    }

    private void Lose(in Frame frame, DropReason reason)
    {
        _observers.FrameLost(_medium, reason);
        frame.Lose(reason);
    }

    private readonly record struct Waiting(Frame Frame, bool IsOwn, bool IsNoisy, int Sent, int Occupied, SimTime Came, Duration Delay);
}
