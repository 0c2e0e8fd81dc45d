using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An NB-Fi device: cuts messages into frames, sends them one after the other, and listens for answers as its mode says.</summary>
public sealed class NbFiDevice : Session, IEventTarget
{
    internal const int Transmit = 1;
    private const int Receive = 2;
    private static readonly Purpose CheckPurpose = Purpose.Named("nb-fi check");
    private static readonly Purpose SidePurpose = Purpose.Named("nb-fi side");
    private static readonly Purpose WindowPurpose = Purpose.Named("nb-fi window");

    private readonly NbFiInstallation _network;
    private readonly EnergyMeter? _meter;
    private Reach[] _reaches;

    private Queue<Message>? _waiting;
    private int _waitingFrames;
    private Activity _activity;
    private NbFiLinkAdaptation _up;
    private NbFiLinkAdaptation _down;
    private DutyCycleBudget _budget;
    private SimTime _free;
    private SimTime _began;
    private SimTime _receivesUntil;
    private SimTime _listensFrom;
    private SimTime _listensUntil;
    private long _wakes;
    private int _transmissions;
    private int _downlinks;
    private bool _isAbove;

    internal NbFiDevice(NbFiInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches)
        : base(device, end)
    {
        (_network, _meter, _reaches) = (network, meter, reaches);
        Restart();
        if (network.Acknowledges && Options.AdaptedAtStart && reaches.Length > 0)
        {
            Settle();
        }

        // A fleet has been sending for long: half of it is above the middle of the band, half below.
        var side = network.Simulation.Random.Draw(device.Entity, SidePurpose);
        _isAbove = side.Bernoulli(0.5);
        Kept = new NbFiKeptFrames(network);
        Server = new NbFiServerEnd(network, this);
    }

    private enum Activity : byte
    {
        Idle,
        Postponing,
        Sending,
        Awaiting,
    }

    /// <summary>Bit rate of its uplinks at present.</summary>
    public NbFiRate UplinkRate => _up.Rate;

    /// <summary>Bit rate of its downlinks at present.</summary>
    public NbFiRate DownlinkRate => _down.Rate;

    /// <summary>Its radiated power at present [dBm].</summary>
    public double Power => _up.Power;

    /// <summary>Frames sent so far, every repetition counted [1].</summary>
    public int Transmissions => _transmissions;

    /// <summary>Its power at the best station while it sends with all its power [dBm]; −∞ if it reaches none.</summary>
    public double BestPower => Decibels.FromLinear(_reaches.Length == 0 ? 0 : _reaches.Max(reach => reach.Milliwatts));

    /// <summary>The network server's end.</summary>
    internal NbFiServerEnd Server { get; }

    /// <summary>The frames that it keeps.</summary>
    internal NbFiKeptFrames Kept { get; }

    /// <summary>Number of the station that hears it best [1]; −1 if none does.</summary>
    internal int BestStation => _reaches.Length == 0 ? -1 : _reaches.MaxBy(reach => reach.Milliwatts).Receiver;

    private NbFiOptions Options => _network.Options;

    private int Retries => Options.Retries + (UplinkRate >= NbFiRate.Bps400 && DownlinkRate >= NbFiRate.Bps3200 ? Options.FastRetries : 0);

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        var now = _network.Simulation.Now;
        var bytes = message.Branch.Relation.Content.PackedBytes;
        if (bytes > NbFiProtocol.GreatestMessage)
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (sender != Near)
        {
            Server.Send(message, now);
        }
        else if (Kept.Count + _waitingFrames + NbFiProtocol.Frames(bytes) > Options.Buffer)
        {
            _network.Observers.Dropped(message, _activity == Activity.Postponing ? DropReason.DutyCycle : DropReason.QueueFull, now);
        }
        else
        {
            _waiting ??= new Queue<Message>();
            _waiting.Enqueue(message);
            _waitingFrames += NbFiProtocol.Frames(bytes);
            Proceed(now);
        }
    }

    /// <inheritdoc/>
    internal override void Forewarn()
    {
        CacheLine.Fetch(this);
        CacheLine.Fetch(_meter);
        CacheLine.Fetch(_reaches);
    }

    /// <summary>Time to send, or the end of waiting for an acknowledgement.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        if (token != _wakes)
        {
            return;
        }

        if (_activity == Activity.Awaiting && _receivesUntil > now)
        {
            WakeAt(_receivesUntil);
            return;
        }

        var isTooLate = _activity == Activity.Awaiting;
        _activity = Activity.Idle;
        if (isTooLate)
        {
            SendAgain(now);
        }

        Proceed(now);
    }

    /// <summary>Number of the next downlink, an address of its luck.</summary>
    internal long NextDownlink() => _downlinks++;

    /// <summary>Power at a station on average while it sends with all its power [mW]; 0 if it does not reach it.</summary>
    internal float MilliwattsAt(int station)
    {
        foreach (var reach in _reaches)
        {
            if (reach.Receiver == station)
            {
                return reach.Milliwatts;
            }
        }

        return 0;
    }

    /// <summary>Whether it may be expected to listen at a time.</summary>
    internal bool WillListen(SimTime time) =>
        Options.Mode == NbFiMode.Crx || (Options.Mode == NbFiMode.Drx && time >= _listensFrom && time < _listensUntil);

    /// <summary>Whether it listens now.</summary>
    internal bool Listens(SimTime now) => Near.IsUp && _activity != Activity.Sending && WillListen(now);

    /// <summary>A downlink has begun that it receives.</summary>
    internal void ReceiveUntil(SimTime end)
    {
        _receivesUntil = SimTime.Max(_receivesUntil, end);
        ListenUntil(SimTime.Max(_listensUntil, end));
    }

    /// <summary>A downlink was received.</summary>
    internal void Heard(NbFiDownlink downlink, double ratio, SimTime now)
    {
        if (downlink.Follows)
        {
            _receivesUntil = now + NbFiProtocol.DeliveryTime(DownlinkRate) * 2L;
        }

        var next = now + Options.ListenAfterDownlink;
        if (!downlink.IsAcknowledgement)
        {
            ListenUntil(SimTime.Max(_listensUntil, next));
        }
        else if (_activity == Activity.Awaiting && downlink.Group == Kept.Group)
        {
            _activity = Activity.Idle;
            _wakes++;
            ListenUntil(next);
            Adapt(downlink.Report, ratio);
            if (!Kept.Acknowledge(downlink.Missing, Retries, now))
            {
                GiveUp(now);
            }

            Proceed(now);
        }
    }

    /// <summary>A frame has been sent to its end.</summary>
    internal void Sent(bool asks, SimTime now)
    {
        _free = now + Options.FrameGap;
        _activity = Activity.Idle;
        if (asks)
        {
            var deadline = _began + NbFiProtocol.DeliveryTime(UplinkRate) + Window();
            _activity = Activity.Awaiting;
            Listen(deadline, now);
            WakeAt(deadline);
            return;
        }

        if (!HasMore() || Earliest(now) > _free)
        {
            Listen(now + Window(), now);
        }

        Proceed(now);
    }

    /// <summary>Sends the next frame, now or as soon as it may.</summary>
    private void Proceed(SimTime now)
    {
        if (_activity != Activity.Idle || !HasMore())
        {
            return;
        }

        if (!Near.IsUp)
        {
            LoseAll(DropReason.NodeDown, now);
            return;
        }

        var earliest = Earliest(now);
        if (earliest > now)
        {
            _activity = Activity.Postponing;
            WakeAt(earliest);
            return;
        }

        if (!Kept.HasDue)
        {
            _waitingFrames -= Kept.Cut(_waiting!.Dequeue(), Far);
        }

        PutOnAir(now);
    }

    private bool HasMore() => Kept.HasDue || _waiting is { Count: > 0 };

    private SimTime Earliest(SimTime now)
    {
        var free = SimTime.Max(SimTime.Max(now, _free), _receivesUntil);
        return SimTime.Start + _budget.Earliest(free - SimTime.Start, NbFiProtocol.Airtime(UplinkRate), _network.OneIn);
    }

    private void PutOnAir(SimTime now)
    {
        var (airtime, number) = (NbFiProtocol.Airtime(UplinkRate), _transmissions++);
        var draw = _network.Simulation.Random.Draw(Near.Entity, CheckPurpose, number);
        var check = (byte)draw.UniformIndex(NbFiBandPlan.Places);
        _isAbove = !_isAbove;
        _reaches = Near.Moves is null ? _reaches : _network.ReachesOf(Near);
        var uplink = _network.RentUplink();
        Kept.Take(uplink, this, number, now);
        _meter?.Spend(Transmit, airtime, now);
        ListenUntil(SimTime.Min(_listensUntil, now));
        _budget.Take(now - SimTime.Start, airtime, _network.OneIn);
        (_began, _activity) = (now, Activity.Sending);
        _network.PutOnAir(uplink, Near, UplinkRate, Power, check, _isAbove, number, _reaches);
    }

    /// <summary>No acknowledgement came: the frame that asked is due again, at first as it is and then as it all began.</summary>
    private void SendAgain(SimTime now)
    {
        _up = Options.RateAdaptation ? _up.Unheard(Options.TransmitPower) : _up;
        if (Kept.AskAgain(Retries))
        {
            return;
        }

        if (UplinkRate > Options.UplinkRate || DownlinkRate > Options.DownlinkRate)
        {
            Restart();
            Kept.AskAnew();
        }
        else
        {
            GiveUp(now);
        }
    }

    private void GiveUp(SimTime now)
    {
        Restart();
        Kept.Lose(DropReason.RetriesExhausted, now);
    }

    private void LoseAll(DropReason reason, SimTime now)
    {
        Kept.Lose(reason, now);
        while (_waiting is not null && _waiting.TryDequeue(out var message))
        {
            _network.Observers.Dropped(message, reason, now);
        }

        _waitingFrames = 0;
    }

    /// <summary>Rates and power as at the beginning.</summary>
    private void Restart() =>
        (_up, _down) = (
            new NbFiLinkAdaptation(Options.UplinkRate, Options.TransmitPower),
            new NbFiLinkAdaptation(Options.DownlinkRate, Options.StationPower)
        );

    /// <summary>Adapts to what the best station hears and sends on average until nothing changes any more.</summary>
    private void Settle()
    {
        var strongest = Decibels.FromLinear(_reaches.Max(reach => reach.Milliwatts));
        var atDevice = strongest - Options.TransmitPower + Options.StationPower - Options.NoiseLevel;
        (NbFiLinkAdaptation, NbFiLinkAdaptation) before;
        do
        {
            before = (_up, _down);
            var atStation = strongest - Options.TransmitPower + Power - Options.NoiseLevel;
            Adapt(atStation - NbFiProtocol.UplinkDegradation(UplinkRate), atDevice - NbFiProtocol.DownlinkDegradation(DownlinkRate));
        } while ((_up, _down) != before);
    }

    private void Adapt(double uplinkRatio, double downlinkRatio)
    {
        if (Options.RateAdaptation)
        {
            _up = _up.Heard(uplinkRatio, NbFiProtocol.UplinkDegradation, Options.LeastPower, Options.TransmitPower);
            _down = _down.Heard(downlinkRatio, NbFiProtocol.DownlinkDegradation, Options.StationPower, Options.StationPower);
        }
    }

    private Duration Window()
    {
        var draw = _network.Simulation.Random.Draw(Near.Entity, WindowPurpose, _transmissions);
        return NbFiProtocol.Window(DownlinkRate) + NbFiProtocol.RandomWindow(DownlinkRate) * draw.Uniform();
    }

    /// <summary>Begins to listen, where the device does not listen always.</summary>
    private void Listen(SimTime until, SimTime now)
    {
        if (Options.Mode == NbFiMode.Drx)
        {
            (_listensFrom, _listensUntil) = (now, now);
            ListenUntil(until);
        }
    }

    /// <summary>Charges a window in advance, as its length is known, or takes back what is not needed.</summary>
    private void ListenUntil(SimTime until)
    {
        if (Options.Mode != NbFiMode.Drx || until == _listensUntil)
        {
            return;
        }

        var change = until - _listensUntil;
        _meter?.Spend(Receive, SimTime.Min(until, _listensUntil), change, _network.Simulation.Now);
        _listensUntil = until;
    }

    private void WakeAt(SimTime time) => _network.Simulation.At(time, this, ++_wakes);
}
