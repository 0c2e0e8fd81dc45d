using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>A station of a <see cref="WlanChannel"/>: its queue, its energy, and its sleep.</summary>
internal sealed class WlanStation : Sender, IEventTarget
{
    private const int ReadyToken = 0;
    private const int BeaconToken = 1;

    private readonly EnergyMeter? _meter;
    private readonly Luck _upNoise;
    private readonly Luck _downNoise;
    private FrameQueue _kept;
    private long _ups;
    private long _downs;

    /// <summary>Until when it stays awake at least, and was charged for it.</summary>
    private SimTime _awakeUntil;

    /// <summary>From when on it is or was awake for what it has to do.</summary>
    private SimTime _since;
    private bool _isActive;

    /// <summary>Whether it has to ask for what the access point keeps.</summary>
    private bool _polls;

    /// <summary>Whether the exchange on the air is such a question.</summary>
    private bool _isPolling;

    /// <summary>Its link at a time, of one that moves.</summary>
    private readonly Func<SimTime, WlanLink>? _moving;

    public WlanStation(WlanChannel channel, Node node, WlanLink link, EnergyMeter? meter, Func<SimTime, WlanLink>? moving)
        : base(channel, node)
    {
        (Port, Link, _meter, _moving) = (new Port(node, meter), link, meter, moving);
        _upNoise = new Luck(channel.Simulation.Random, node.Entity, channel.UpNoise);
        _downNoise = new Luck(channel.Simulation.Random, node.Entity, channel.DownNoise);
    }

    public Port Port { get; }

    /// <summary>Its link; of one that moves, as it was when it last was in range of a packet for the air.</summary>
    public WlanLink Link { get; private set; }

    /// <summary>Frames for it in the queue of the access point [1]: it does not go to sleep before they have come.</summary>
    public int Expected { get; set; }

    public override double Milliwatts => Link.Milliwatts;

    private bool Rests => Settings.Rest != WlanRest.Awake;

    private SimTime Now => Channel.Simulation.Now;

    /// <summary>Whether it hears what is sent to it now.</summary>
    public bool IsAwake => !Rests || Expected > 0 || Now < _awakeUntil || (_isActive && Now >= _since);

    /// <summary>Whether a packet that comes now may cross the air; one that moves has the link of where it is from then on.</summary>
    public bool IsInRange()
    {
        if (_moving is null)
        {
            return Link.IsInRange;
        }

        var link = _moving(Now);
        Link = link.IsInRange ? link : Link;
        return link.IsInRange;
    }

    /// <summary>Whether its node has stopped, such as with an empty battery.</summary>
    public bool IsDown => !Port.Node.IsUp;

    /// <summary>Whether the access point keeps frames for it.</summary>
    public bool HasKept => _kept.Count > 0;

    /// <summary>Takes a frame that the node sends.</summary>
    public DropReason? Send(in Frame frame)
    {
        if (Queue.Count >= Settings.Queue)
        {
            return DropReason.QueueFull;
        }

        Queue.Add(Channel.Pool, frame, Now);
        if (!_isActive)
        {
            Activate();
        }

        return null;
    }

    /// <summary>Has the access point keep a frame until it asks.</summary>
    public DropReason? Keep(in Frame frame)
    {
        if (_kept.Count >= Settings.Buffer)
        {
            return DropReason.QueueFull;
        }

        _kept.Add(Channel.Pool, frame, Now);
        if (_kept.Count == 1)
        {
            AwaitBeacon();
        }

        return null;
    }

    /// <summary>Gives up everything, as its node has stopped.</summary>
    public void Abandon()
    {
        while (Queue.Count > 0)
        {
            Queue.Take(Channel.Pool).Lose(DropReason.NodeDown);
        }

        while (_kept.Count > 0)
        {
            _kept.Take(Channel.Pool).Lose(DropReason.NodeDown);
        }

        _polls = _isActive = false;
    }

    void IEventTarget.Fire(long token)
    {
        if (IsDown)
        {
            Abandon();
            return;
        }

        if (token == BeaconToken)
        {
            _polls = _kept.Count > 0;
            if (!_polls || _isActive)
            {
                return;
            }

            _isActive = true;
            _since = Now + Settings.Beacon;
        }

        Channel.Arrive(this);
    }

    public override void Begin(SimTime now)
    {
        _isPolling = _polls;
        Exchange = _isPolling ? Poll() : Exchanges.Data(Settings, Queue.First.Packet.Length + Settings.Overhead, Link.UpRate!.Value);
    }

    public override bool IsLostToNoise() =>
        _isPolling ? IsDownLost(_kept.First.Packet.Length + Settings.Overhead) : IsUpLost(Queue.First.Packet.Length + Settings.Overhead);

    /// <summary>Draws whether a frame from the access point is lost to noise.</summary>
    public bool IsDownLost(int octets)
    {
        var probability = Link.FrameError(isUp: false, _downs++, octets);
        if (probability == 0)
        {
            return false;
        }

        var draw = _downNoise.Next();
        return draw.Bernoulli(probability);
    }

    public override int FrameLength => (_isPolling ? _kept.First : Queue.First).Packet.Length + Settings.Overhead;

    public override Frame Delivered(SimTime begin, SimTime end)
    {
        if (_isPolling)
        {
            Spend(WlanCurrents.TransmitState, begin, Exchange.First);
            Spend(WlanCurrents.ReceiveState, begin + Exchange.DataBegin, Exchange.DataEnd - Exchange.DataBegin);
            Spend(WlanCurrents.TransmitState, begin + Exchange.DataEnd + Settings.Phy.Sifs, Answer);
            var kept = _kept.Take(Channel.Pool);
            _polls = _kept.Count > 0;
            Rested(end);
            return kept;
        }

        ChargeSent(begin, isAnswered: true);
        Spend(WlanCurrents.ReceiveState, begin + Exchange.DataEnd + Settings.Phy.Sifs, Answer);
        var frame = Queue.Take(Channel.Pool);
        Rested(end);
        return frame;
    }

    public override Frame? Failed(SimTime begin, SimTime end, bool isAnswered, bool isLast)
    {
        Frame? lost = null;
        if (_isPolling)
        {
            Spend(WlanCurrents.TransmitState, begin, Exchange.First);
            if (isLast)
            {
                _polls = false;
                AwaitBeacon();
            }
        }
        else
        {
            ChargeSent(begin, isAnswered);
            lost = isLast ? Queue.Take(Channel.Pool) : null;
        }

        Rested(end);
        return lost;
    }

    /// <summary>Was sent a frame by the access point.</summary>
    /// <param name="begin">Of its exchange.</param>
    /// <param name="exchange">What that is.</param>
    /// <param name="arrived">Whether the data arrived, and were acknowledged.</param>
    /// <param name="end">Of the exchange.</param>
    /// <param name="isLast">Whether the access point is done with the frame.</param>
    public void WasSent(SimTime begin, in Exchange exchange, bool arrived, SimTime end, bool isLast)
    {
        Spend(WlanCurrents.ReceiveState, begin + exchange.DataBegin, exchange.DataEnd - exchange.DataBegin);
        if (exchange.IsProtected)
        {
            Spend(WlanCurrents.ReceiveState, begin, exchange.First);
            Spend(
                WlanCurrents.TransmitState,
                begin + exchange.First + Settings.Propagation + Settings.Phy.Sifs,
                exchange.DataBegin - exchange.First - (Settings.Phy.Sifs + Settings.Propagation) * 2
            );
        }

        if (arrived)
        {
            Spend(
                WlanCurrents.TransmitState,
                begin + exchange.DataEnd + Settings.Phy.Sifs,
                exchange.Whole - exchange.DataEnd - Settings.Phy.Sifs - Settings.Propagation
            );
        }

        Expected -= isLast ? 1 : 0;
        StayAwake(_isActive || Expected > 0 ? end : end + Settings.Linger);
    }

    private Duration Answer => Exchange.Whole - Exchange.DataEnd - Settings.Phy.Sifs - Settings.Propagation;

    private void Activate()
    {
        _isActive = true;
        var isReady = !Rests || Expected > 0 || Now < _awakeUntil || Settings.WakeUp == Duration.Zero;
        _since = isReady ? Now : Now + Settings.WakeUp;
        if (isReady)
        {
            Channel.Arrive(this);
        }
        else
        {
            _meter?.Spend(WlanCurrents.WakeUpState, Settings.WakeUp, Now);
            Channel.Simulation.At(_since, this, ReadyToken);
        }
    }

    private bool IsUpLost(int octets)
    {
        var probability = Link.FrameError(isUp: true, _ups++, octets);
        if (probability == 0)
        {
            return false;
        }

        var draw = _upNoise.Next();
        return draw.Bernoulli(probability);
    }

    private Exchange Poll()
    {
        var rate = Link.DownRate!.Value;
        var phy = Settings.Phy;
        var poll = phy.ControlAirtime(Radio.Wlan.WlanFrame.PowerSavePoll, Link.UpRate!.Value);
        var begin = poll + Settings.Propagation + phy.Sifs;
        var end = begin + phy.Airtime(_kept.First.Packet.Length + Settings.Overhead, rate) + Settings.Propagation;
        var answer = phy.ControlAirtime(Radio.Wlan.WlanFrame.Acknowledgement, rate);
        return new Exchange(poll, begin, end, end + phy.Sifs + answer + Settings.Propagation, IsProtected: false);
    }

    private void AwaitBeacon() => Channel.Simulation.At(Channel.NextListening(Now), this, BeaconToken);

    private void ChargeSent(SimTime begin, bool isAnswered)
    {
        Spend(WlanCurrents.TransmitState, begin, Exchange.First);
        if (Exchange.IsProtected && isAnswered)
        {
            Spend(
                WlanCurrents.ReceiveState,
                begin + Exchange.First + Settings.Propagation + Settings.Phy.Sifs,
                Exchange.DataBegin - Exchange.First - (Settings.Phy.Sifs + Settings.Propagation) * 2
            );
            Spend(WlanCurrents.TransmitState, begin + Exchange.DataBegin, Exchange.DataEnd - Exchange.DataBegin - Settings.Propagation);
        }
    }

    /// <summary>An exchange of its own has ended: it goes on, or stays awake for a while.</summary>
    private void Rested(SimTime end)
    {
        _isActive = _polls || Queue.Count > 0;
        IsContending = _isActive;
        StayAwake(_isActive || Expected > 0 ? end : end + Settings.Linger);
    }

    private void StayAwake(SimTime until)
    {
        if (!Rests)
        {
            return;
        }

        var from = SimTime.Max(_awakeUntil, _since);
        if (until > from)
        {
            _meter?.Spend(WlanCurrents.ListenState, from, until - from, Now);
            _awakeUntil = until;
        }
    }

    /// <summary>Charges a state; who rests was or will be charged for listening at that time, which is taken back.</summary>
    private void Spend(int state, SimTime begin, Duration length)
    {
        if (_meter is null)
        {
            return;
        }

        _meter.Spend(state, begin, length, Now);
        if (Rests)
        {
            _meter.Spend(WlanCurrents.ListenState, begin, -length, Now);
        }
    }
}
