using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A message in the events of its device, one advertisement after the other; used again and again.</summary>
internal sealed class BleAdvertisement(BleAdvertisingInstallation network, BleAdvertiser device) : Transmission
{
    private const long NextEvent = 0;
    private const long NextChannel = 1;
    private const long Arrival = 2;

    private Message _message;
    private Reach[]? _faded;
    private Reception _furthest;
    private SimTime _begun;
    private int _events;
    private int _channel;
    private long _frames;
    private bool _isLast;
    private bool _isHeard;
    private bool _hasArrived;
    private bool _isDone;

    private Duration Airtime => BleAdvertisingOptions.Airtime(_message.Branch.Relation.Content.PackedBytes);

    public void Begin(in Message message)
    {
        _message = message;
        (_furthest, _events, _channel) = (Reception.TooWeak, 0, 0);
        (_isLast, _isHeard, _hasArrived, _isDone) = (false, false, false, false);
        _message.EndStage(0, network.Simulation.Now);
        StartEvent();
    }

    /// <summary>A newer message takes its place: no further event begins.</summary>
    public void Cease() => _isLast = true;

    protected override void Fire(long token)
    {
        switch (token)
        {
            case NextEvent when _isLast || !device.Near.IsUp:
                Finish();
                break;
            case NextEvent:
                StartEvent();
                break;
            case NextChannel:
                Advertise();
                break;
            default:
                _hasArrived = true;
                _message.EndStage(2, network.Simulation.Now);
                device.Far.Receive(_message);
                Release();
                break;
        }
    }

    protected internal override void Ended()
    {
        var isHeard = false;
        for (var i = 0; i < Reaches.Count; i++)
        {
            isHeard |= ReceptionAt(i) == Reception.Received && network.Listens(Reaches[i].Receiver, _channel, Start, End);
        }

        if (Furthest() is var furthest && furthest > _furthest)
        {
            _furthest = furthest;
        }

        if (!isHeard)
        {
            network.Observers.FrameLost(network.Air, Reason());
        }
        else if (!_isHeard)
        {
            _isHeard = true;
            _message.EndStage(1, network.Simulation.Now);
            network.Simulation.After(network.Options.BackhaulDelay, this, Arrival);
        }

        if (++_channel < BlePdu.Channels)
        {
            network.Simulation.After(network.Options.ChannelGap, this, NextChannel);
        }
        else if (++_events < network.Options.Events && !_isLast)
        {
            var next = _begun + network.Options.Interval + device.NextDelay();
            network.Simulation.At(SimTime.Max(next, network.Simulation.Now), this, NextEvent);
        }
        else
        {
            Finish();
        }
    }

    private void StartEvent()
    {
        (_begun, _channel) = (network.Simulation.Now, 0);
        if (!device.Near.IsUp)
        {
            Finish();
            return;
        }

        device.Spend(Airtime);
        network.Simulation.After(network.Options.WakeUpTime, this, NextChannel);
    }

    private void Advertise()
    {
        var reaches = device.Within;
        if (network.Links.Fades)
        {
            reaches = _faded = network.Links.Fade(device.Near.Entity, reaches, _frames++, _faded);
        }

        network.Observers.FrameSent(network.Air, (int)(Airtime.Nanoseconds / 8000), Airtime);
        network.Air.Begin(this, _channel, 0, Airtime, reaches);
    }

    /// <summary>No further event: what no gateway heard is lost.</summary>
    private void Finish()
    {
        if (!_isHeard)
        {
            network.Observers.Dropped(_message, device.Near.IsUp ? Reason() : DropReason.NodeDown, network.Simulation.Now);
        }

        _isDone = true;
        Release();
    }

    /// <summary>Strong enough and undisturbed, but on a channel where no gateway listened.</summary>
    private DropReason Reason() => _furthest == Reception.Received ? DropReason.ReceiverBusy : _furthest.LossReason();

    private void Release()
    {
        if (_isDone && (_hasArrived || !_isHeard))
        {
            device.Return(this);
        }
    }
}
