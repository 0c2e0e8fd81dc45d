using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>A port to an <see cref="LrWpanNetwork"/>: its place in the tree, who hears it, and what it follows.</summary>
public sealed partial class LrWpanRadio : Port, IEventTarget
{
    private static readonly Purpose BackoffPurpose = Purpose.Named("802.15.4 backoff");
    private static readonly Purpose PollPurpose = Purpose.Named("802.15.4 poll phase");

    private readonly LrWpanNetwork _network;
    private readonly LrWpanChannel _channel;
    private readonly int _index;
    private readonly SimTime[] _reassemblies;
    private Reach[] _reaches = [];
    private AirFrame? _follows;

    /// <summary>Until when it turns round or sends.</summary>
    private SimTime _deafUntil;
    private bool _isListening;

    internal LrWpanRadio(LrWpanNetwork network, LrWpanChannel channel, Node node, int index, bool isAlwaysOn, EnergyMeter? meter)
        : base(node, meter)
    {
        (_network, _channel, _index, IsAlwaysOn) = (network, channel, index, isAlwaysOn);
        _reassemblies = new SimTime[network.Settings.Reassemblies];
        Root = this;
    }

    /// <summary>Whether it always listens; otherwise it sleeps between its own frames.</summary>
    public bool IsAlwaysOn { get; }

    /// <summary>Number among the radios of its network, from 0 [1].</summary>
    public int Index => _index;

    /// <summary>The next radio towards the root; null at the root.</summary>
    public LrWpanRadio? Parent { get; private set; }

    /// <summary>Where its tree leaves the network: its border router.</summary>
    public LrWpanRadio Root { get; private set; }

    /// <summary>When the way out of a root is interrupted; null if never.</summary>
    internal Outages? Outages { get; init; }

    /// <summary>Frames of its own that wait, the one that it is sending included [1].</summary>
    public int Waiting => _line.Frames;

    internal AirFrame? Follows => _follows;

    internal SimTime ListensSince { get; private set; }

    /// <summary>Radios that always listen, within its reach.</summary>
    internal int[] Listeners { get; private set; } = [];

    private SimTime Now => _network.Simulation.Now;

    private LrWpanSettings Settings => _network.Settings;

    /// <summary>Says who hears it how strongly, once all radios have been added.</summary>
    /// <param name="reaches">Mean power at each radio on its channel that hears it, in the order of their numbers.</param>
    public void Hear(Reach[] reaches)
    {
        ArgumentNullException.ThrowIfNull(reaches);
        _reaches = reaches;
        Listeners = [.. reaches.Select(reach => reach.Receiver).Where(receiver => _network.Radios[receiver].IsAlwaysOn)];
    }

    /// <summary>Says who passes its datagrams on; parents before their children.</summary>
    /// <exception cref="ArgumentException">The parent sleeps or is on another channel.</exception>
    public void Attach(LrWpanRadio parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        if (!parent.IsAlwaysOn || parent._channel != _channel)
        {
            throw new ArgumentException($"{parent.Node.Entity} sleeps or is on another channel, and cannot be a parent.", nameof(parent));
        }

        (Parent, Root) = (parent, parent.Root);
        if (!IsAlwaysOn && Settings.PollInterval > Duration.Zero)
        {
            var draw = _network.Simulation.Random.Draw(Node.Entity, PollPurpose);
            _network.Simulation.After(Settings.PollInterval * draw.Uniform(), this, (long)Wake.Poll);
        }
    }

    /// <summary>The neighbour through which a datagram goes to a radio of the same tree.</summary>
    internal LrWpanRadio Towards(LrWpanRadio destination)
    {
        for (var at = destination; at.Parent is { } above; at = above)
        {
            if (above == this)
            {
                return at;
            }
        }

        return Parent!;
    }

    internal double PowerAt(LrWpanRadio radio, long frame)
    {
        var (low, high) = (0, _reaches.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var receiver = _reaches[middle].Receiver;
            if (receiver == radio._index)
            {
                var mean = _reaches[middle].Milliwatts;
                return _network.Fading is null ? mean : mean * _network.Fading.Gain(_index, receiver, frame);
            }

            (low, high) = receiver < radio._index ? (middle + 1, high) : (low, middle - 1);
        }

        return 0;
    }

    internal bool CanHear(SimTime now) => Node.IsUp && now >= _deafUntil && (IsAlwaysOn || _isListening);

    internal void Follow(AirFrame frame) => _follows = frame;

    /// <summary>A frame that it may have followed is over.</summary>
    internal void Release(AirFrame frame)
    {
        if (_follows == frame)
        {
            _follows = null;
            if (frame.Kind == AirFrameKind.Acknowledgement && frame.Receiver != this && _activity == Activity.Awaiting)
            {
                HearForeignAcknowledgement();
            }
        }
    }

    /// <summary>Turns to transmission: what it followed is lost on it.</summary>
    private void TurnDeaf(SimTime until)
    {
        _deafUntil = until;
        if (_follows is { } frame)
        {
            if (frame.Receiver == this)
            {
                frame.LoseTrack(DropReason.ReceiverBusy);
            }

            _follows = null;
        }
    }

    private void Listen()
    {
        _isListening = true;
        ListensSince = Now;
    }

    private void EndListening()
    {
        _isListening = false;
        Spend(LrWpanCurrents.ReceiveState, Now - ListensSince, ListensSince);
        if (!IsAlwaysOn && _follows is not null)
        {
            TurnDeaf(_deafUntil);
        }
    }

    /// <summary>Charges a stay of a sleeping radio; one that always listens is in its base state.</summary>
    private void Spend(int state, Duration duration, SimTime begin)
    {
        if (!IsAlwaysOn)
        {
            Meter?.Spend(state, begin, duration, Now);
        }
    }

    private void SpendSending(Duration duration) =>
        Meter?.Spend(IsAlwaysOn ? LrWpanCurrents.AlwaysOnTransmitState : LrWpanCurrents.TransmitState, duration, Now);

    private enum Wake
    {
        Assessed,
        Send,
        Acknowledge,
        NoAcknowledgement,
        Spaced,
        Poll,
        FastPoll,
        NoData,
    }
}
