using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A Sigfox device and what the network server keeps for it: sends a message in several frames, asks for messages now and then.</summary>
public sealed class SigfoxDevice : Session, IEventTarget
{
    internal const int Transmit = 1;
    internal const int Receive = 2;
    internal const int WakeUp = 3;
    internal const int Gap = 4;
    internal const int Wait = 5;
    private const long SendNext = 0;
    private const long Ask = 1;
    private static readonly Duration Day = 1.Days;
    private static readonly Purpose CarrierPurpose = Purpose.Named("sigfox carrier");
    private static readonly Purpose AskPurpose = Purpose.Named("sigfox first question");

    private readonly SigfoxInstallation _network;
    private readonly SimTime[]? _rested;
    private Queue<Message>? _waiting;
    private SigfoxExchange? _exchange;
    private DutyCycleBudget _budget;
    private SimTime _free;
    private SimTime _nextAsk;
    private int _reportsSinceAsk;
    private long _day;
    private int _uplinksToday;
    private int _asksToday;

    internal SigfoxDevice(SigfoxInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches)
        : base(device, end)
    {
        (_network, Meter, Within) = (network, meter, reaches);
        _rested = network.Options.MicroChannels > 1 ? new SimTime[network.Options.MicroChannels] : null;
    }

    /// <summary>Messages sent so far, questions and confirmations included: the number of the next one [1].</summary>
    public int Messages { get; private set; }

    /// <summary>The base stations that it reaches or disturbs; of a device that moves, with its last frame.</summary>
    public IReadOnlyList<Reach> Reaches => Within;

    /// <summary>Messages that the network server keeps for it.</summary>
    internal Queue<Message>? ForDevice { get; private set; }

    internal Reach[] Within { get; private set; }

    internal EnergyMeter? Meter { get; }

    private SigfoxOptions Options => _network.Options;

    /// <inheritdoc/>
    public override void Open()
    {
        if (_network.Asks)
        {
            var phase = _network.Simulation.Random.Draw(Near.Entity, AskPurpose).Uniform();
            _network.Simulation.After(Options.AskInterval * phase, this, Ask);
        }
    }

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        var now = _network.Simulation.Now;
        if (sender == Far)
        {
            KeepAtServer(message, now);
        }
        else if (message.Branch.Relation.Content.PackedBytes > SigfoxFrame.MaximumPayload)
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (_waiting is { Count: > 0 } || Earliest(PayloadOf(message)) > now)
        {
            Keep(message, now);
        }
        else
        {
            Report(message, now);
        }
    }

    /// <inheritdoc/>
    internal override void Forewarn()
    {
        CacheLine.Fetch(this);
        CacheLine.Fetch(Meter);
        CacheLine.Fetch(Within);
    }

    /// <summary>A frame begins: one that moves is heard from where it is now.</summary>
    internal void BeginFrame() => Within = Near.Moves is null ? Within : _network.ReachesOf(Near);

    /// <summary>A message that asks got through: the network server knows the stations that heard it.</summary>
    internal void Hear(SigfoxUplink uplink) => _exchange!.Hear(uplink);

    /// <summary>Confirms a message after a while, with one frame of as many octets.</summary>
    internal void Confirm()
    {
        var number = Messages++;
        Span<Frequency> carriers = stackalloc Frequency[1];
        Choose(carriers, number, SigfoxFrame.DownlinkPayload, _network.Simulation.Now + Options.ConfirmationDelay);
        _network.Rent().SendFrames(this, number, SigfoxFrame.DownlinkPayload, carriers, asks: false, Options.ConfirmationDelay);
    }

    /// <summary>Draws the carriers of a message's frames: uniform in the band, apart from each other, on micro-channels that have rested.</summary>
    internal void Choose(Span<Frequency> carriers, int number, int payload, SimTime first)
    {
        var draw = _network.Simulation.Random.Draw(Near.Entity, CarrierPurpose, number);
        var step = _network.Airtime(payload) + Options.FrameGap;
        for (var frame = 0; frame < carriers.Length; frame++)
        {
            var begins = first + step * (long)frame;
            double place;
            do
            {
                place = draw.Uniform();
            } while (IsTooNear(carriers[..frame], place) || !HasRested(place, begins));

            carriers[frame] = new Frequency(Options.Low.Hertz + place * Options.MacroChannelWidth.Hertz);
            if (_rested is not null)
            {
                _rested[(int)(place * _rested.Length)] = begins + Options.MicroChannelRest;
            }
        }
    }

    /// <summary>The device may send again, or it is time to ask.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        if (token == Ask)
        {
            if (Near.IsUp)
            {
                _network.Simulation.At(ConsiderAsking(now), this, Ask);
            }

            return;
        }

        Report(_waiting!.Dequeue(), now);
        if (_waiting.Count > 0)
        {
            _network.Simulation.At(SimTime.Max(now, Earliest(PayloadOf(_waiting.Peek()))), this, SendNext);
        }
    }

    private void KeepAtServer(in Message message, SimTime now)
    {
        ForDevice ??= new Queue<Message>();
        if (message.Branch.Relation.Content.PackedBytes > SigfoxFrame.DownlinkPayload)
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (ForDevice.Count >= Options.DownlinkQueue)
        {
            _network.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            ForDevice.Enqueue(message);
        }
    }

    private void Keep(in Message message, SimTime now)
    {
        _waiting ??= new Queue<Message>();
        if (_waiting.Count >= Options.Queue)
        {
            // Beyond what it is doing only rules hold a device back.
            _network.Observers.Dropped(message, now < _free ? DropReason.QueueFull : DropReason.DutyCycle, now);
            return;
        }

        _waiting.Enqueue(message);
        if (_waiting.Count == 1)
        {
            _network.Simulation.At(Earliest(PayloadOf(message)), this, SendNext);
        }
    }

    private void Report(in Message message, SimTime now)
    {
        if (!Near.IsUp)
        {
            _network.Observers.Dropped(message, DropReason.NodeDown, now);
        }
        else if (!HasUplinksLeft(now))
        {
            _network.Observers.Dropped(message, DropReason.Quota, now);
        }
        else
        {
            var uplink = _network.Rent();
            uplink.Carry(message);
            var asks = _network.Asks && now >= _nextAsk && HasAsksLeft;
            _reportsSinceAsk++;
            PutOnAir(uplink, PayloadOf(message), asks, now);
        }
    }

    /// <summary>Asks with a message of one bit, unless reports do so: one is due if there has been one since the last question.</summary>
    /// <returns>When to consider it again.</returns>
    private SimTime ConsiderAsking(SimTime now)
    {
        if (now < _nextAsk)
        {
            return _nextAsk;
        }

        if (_reportsSinceAsk > 0 && now < _nextAsk + Options.AskInterval)
        {
            return _nextAsk + Options.AskInterval;
        }

        if (Earliest(0) is var earliest && earliest > now)
        {
            return earliest;
        }

        if (!HasUplinksLeft(now) || !HasAsksLeft)
        {
            return SimTime.Start + Day * (_day + 1);
        }

        PutOnAir(_network.Rent(), 0, asks: true, now);
        return _nextAsk;
    }

    /// <summary>Sends a message now, and if it asks, listens 20 s after its first frame.</summary>
    private void PutOnAir(SigfoxUplink uplink, int payload, bool asks, SimTime now)
    {
        var number = Messages++;
        var frames = Options.Repetitions;
        var airtime = _network.Airtime(payload);
        var first = now + Options.WakeUpTime;
        var last = first + airtime * (long)frames + Options.FrameGap * (long)(frames - 1);
        Span<Frequency> carriers = stackalloc Frequency[frames];
        Choose(carriers, number, payload, first);
        _uplinksToday++;
        _budget.Take(now - SimTime.Start, Uses(payload, asks), _network.OneIn);
        _free = last + Options.SwitchOffTime;
        if (asks)
        {
            var opens = first + airtime + Options.DownlinkWait;
            _free = opens + Options.DownlinkWindow + Options.ConfirmationDelay + _network.Airtime(SigfoxFrame.DownlinkPayload);
            _asksToday++;
            _nextAsk = now + Options.AskInterval;
            _reportsSinceAsk = 0;
            _exchange ??= new SigfoxExchange(_network, this);
            _exchange.Begin(number, opens);
        }

        Charge(airtime, last, asks ? first + airtime + Options.DownlinkWait : null, now);
        uplink.SendFrames(this, number, payload, carriers, asks, Options.WakeUpTime);
    }

    /// <summary>When rules and what it is doing allow the next message.</summary>
    /// <param name="payload">Octets of its content [B].</param>
    private SimTime Earliest(int payload)
    {
        var now = _network.Simulation.Now - SimTime.Start;
        var earliest = SimTime.Max(_free, SimTime.Start + _budget.Earliest(now, Uses(payload, _network.Asks), _network.OneIn));
        if (_rested is null)
        {
            return earliest;
        }

        // It hops on with every frame, so that many micro-channels must have rested.
        Span<SimTime> rested = stackalloc SimTime[_rested.Length];
        _rested.CopyTo(rested);
        rested.Sort();
        return SimTime.Max(earliest, rested[Options.Repetitions - (_network.Asks ? 0 : 1)]);
    }

    /// <summary>Airtime that a message takes, with its confirmation if it asks.</summary>
    private Duration Uses(int payload, bool asks) =>
        _network.Airtime(payload) * (long)Options.Repetitions + (asks ? _network.Airtime(SigfoxFrame.DownlinkPayload) : Duration.Zero);

    private static int PayloadOf(in Message message) => SigfoxLimits.Payload(message.Branch.Relation.Content);

    private bool IsTooNear(ReadOnlySpan<Frequency> others, double place)
    {
        var carrier = Options.Low.Hertz + place * Options.MacroChannelWidth.Hertz;
        foreach (var other in others)
        {
            if (Math.Abs(other.Hertz - carrier) < Options.FrameDistance.Hertz)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasRested(double place, SimTime begins) => _rested is null || _rested[(int)(place * _rested.Length)] <= begins;

    /// <summary>Charges the frames in advance, and the wait for the receive window if there is one.</summary>
    private void Charge(Duration airtime, SimTime last, SimTime? opens, SimTime now)
    {
        if (Meter is null)
        {
            return;
        }

        var first = now + Options.WakeUpTime;
        Meter.Spend(WakeUp, now, Options.WakeUpTime, now);
        for (var frame = 0; frame < Options.Repetitions; frame++)
        {
            var begins = first + (airtime + Options.FrameGap) * (long)frame;
            Meter.Spend(Transmit, begins, airtime, now);
            if (frame < Options.Repetitions - 1)
            {
                Meter.Spend(Gap, begins + airtime, Options.FrameGap, now);
            }
        }

        if (opens is { } window)
        {
            Meter.Spend(Wait, last, window - last, now);
        }
        else
        {
            Meter.Spend(Gap, last, Options.SwitchOffTime, now);
        }
    }

    private bool HasUplinksLeft(SimTime now)
    {
        var day = now.Nanoseconds / Day.Nanoseconds;
        if (day != _day)
        {
            (_day, _uplinksToday, _asksToday) = (day, 0, 0);
        }

        return !(_uplinksToday >= Options.UplinksPerDay);
    }

    /// <summary>Whether it may ask once more today; asked after <see cref="HasUplinksLeft"/>, which knows the day.</summary>
    private bool HasAsksLeft => !(_asksToday >= Options.DownlinksPerDay);
}
