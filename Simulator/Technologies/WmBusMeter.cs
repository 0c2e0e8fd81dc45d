using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A meter that sends its latest message at times of its own.</summary>
public sealed class WmBusMeter : Session, IEventTarget
{
    internal const int Transmit = 1;
    internal const int WakeUp = 2;
    private const int AccessNumbers = 256;
    private static readonly Purpose BeginPurpose = Purpose.Named("wm-bus first frame");

    private readonly WmBusInstallation _network;
    private readonly EnergyMeter? _meter;
    private readonly Reach[] _reaches;
    private readonly WmBusTransmission _transmission;
    private Message _latest;
    private bool _hasMessage;
    private bool _isHeard;
    private bool _wasSent;
    private Reception _furthest;
    private int _access;
    private long _version;

    internal WmBusMeter(WmBusInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches)
        : base(device, end)
    {
        (_network, _meter, _reaches) = (network, meter, reaches);
        _transmission = new WmBusTransmission(network, this);
    }

    /// <summary>The collector, if it is in reach or disturbed.</summary>
    public IReadOnlyList<Reach> Reaches => _reaches;

    internal Reach[] Within => _reaches;

    /// <inheritdoc/>
    public override void Open()
    {
        var draw = _network.Simulation.Random.Draw(Near.Entity, BeginPurpose);
        _access = (int)(draw.Uniform() * AccessNumbers);
        _network.Simulation.After(_network.Options.Interval * draw.Uniform(), this);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The collector sends.</exception>
    public override void Send(in Message message, Node sender)
    {
        if (sender != Near)
        {
            throw new NotSupportedException("Meters of these modes do not listen; relations towards them need another technology.");
        }

        var now = _network.Simulation.Now;
        if (message.Branch.Relation.Content.PackedBytes > _network.Options.Frame.MaximumContent(_network.Options.Encrypted))
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
            return;
        }

        GiveUp(now);
        (_latest, _hasMessage, _isHeard, _wasSent, _furthest) = (message, true, false, false, Reception.TooWeak);
        _version++;
    }

    /// <summary>The next frame is due.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        if (!Near.IsUp)
        {
            GiveUp(now);
            return;
        }

        var options = _network.Options;
        var content = _hasMessage ? _latest.Branch.Relation.Content.PackedBytes : 0;
        var airtime = options.Frame.Airtime(content, options.Encrypted);
        _meter?.Spend(WakeUp, options.WakeUpTime, now);
        _meter?.Spend(Transmit, now + options.WakeUpTime, airtime, now);
        if (_hasMessage && !_wasSent)
        {
            _wasSent = true;
            _latest.EndStage(0, now);
        }

        _transmission.Begin(_hasMessage ? _version : 0, options.Frame.Octets(content, options.Encrypted), airtime);
        _network.Simulation.After(WmBusFrame.Interval(options.Interval, _access), this);
        _access = (_access + 1) % AccessNumbers;
    }

    /// <summary>A frame with a version of the latest message has ended.</summary>
    internal void Ended(long version, Reception reception)
    {
        if (reception != Reception.Received)
        {
            _network.Observers.FrameLost(_network.Air, reception.LossReason());
        }

        if (version == 0 || version != _version || _isHeard)
        {
            return;
        }

        _furthest = reception > _furthest ? reception : _furthest;
        if (reception == Reception.Received)
        {
            _isHeard = true;
            var message = _latest;
            message.EndStage(1, _network.Simulation.Now);
            Far.Receive(message);
        }
    }

    /// <summary>The message before, if no frame of it was heard, never will be: there is room for one only.</summary>
    private void GiveUp(SimTime now)
    {
        if (_hasMessage && !_isHeard)
        {
            _isHeard = true;
            _network.Observers.Dropped(
                _latest,
                !Near.IsUp ? DropReason.NodeDown
                    : _wasSent && _furthest != Reception.Received ? _furthest.LossReason()
                    : DropReason.QueueFull,
                now
            );
        }
    }
}
