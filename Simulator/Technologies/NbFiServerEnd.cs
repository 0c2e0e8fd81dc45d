using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The network server's end of a session: answers uplinks that ask, and keeps messages until the device listens.</summary>
internal sealed class NbFiServerEnd(NbFiInstallation network, NbFiDevice device)
{
    private Queue<Message>? _waiting;
    private Message _current;
    private int _parts;
    private int _part;
    private bool _isSending;

    /// <summary>The station that heard the device last [1]; −1 if none did or can.</summary>
    private int _station = device.BestStation;

    private bool HasMessages => _parts > 0 || _waiting is { Count: > 0 };

    /// <summary>A frame of the device is here.</summary>
    /// <param name="station">Who heard it best [1].</param>
    /// <param name="asks">Whether it asks for an acknowledgement.</param>
    /// <param name="ratio">Its signal-to-noise ratio [dB].</param>
    /// <param name="now">The present.</param>
    public void Heard(int station, bool asks, double ratio, SimTime now)
    {
        _station = station;
        if (asks)
        {
            network.RentDownlink().Depart(device, station, device.Kept.Missing(), ratio, HasMessages);
        }
        else
        {
            Dispatch(now);
        }
    }

    /// <summary>Takes a message for the device.</summary>
    public void Send(in Message message, SimTime now)
    {
        _waiting ??= new Queue<Message>();
        if (_station < 0)
        {
            network.Observers.Dropped(message, DropReason.OutOfRange, now);
        }
        else if (_waiting.Count == network.Options.DownlinkQueue)
        {
            network.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            _waiting.Enqueue(message);
            Dispatch(now);
        }
    }

    /// <summary>Sends the next part of a message, if there is one and the device listens.</summary>
    public void Dispatch(SimTime now)
    {
        if (_isSending || !HasMessages || !device.WillListen(now))
        {
            return;
        }

        if (_parts == 0)
        {
            _current = _waiting!.Dequeue();
            (_parts, _part) = (NbFiProtocol.Frames(_current.Branch.Relation.Content.PackedBytes), 0);
        }

        if (_part == 0)
        {
            _current.EndStage(0, now);
        }

        _isSending = true;
        network.RentDownlink().Depart(device, _station, null, 0, _part < _parts - 1 || _waiting is { Count: > 0 });
    }

    /// <summary>What became of a part.</summary>
    /// <param name="downlink">In which it was.</param>
    /// <param name="heard">Whether the device has it.</param>
    /// <param name="tried">Whether it was sent; if not, it is kept until the device listens again.</param>
    /// <param name="now">The present.</param>
    public void Sent(NbFiDownlink downlink, bool heard, bool tried, SimTime now)
    {
        _isSending = false;
        if (heard)
        {
            Proceed(downlink, now);
        }
        else if (tried)
        {
            _parts = 0;
            network.Observers.Dropped(_current, downlink.Loss, now);
        }

        Dispatch(now);
    }

    private void Proceed(NbFiDownlink downlink, SimTime now)
    {
        if (_part == 0)
        {
            _current.EndStage(1, downlink.Began);
        }

        if (++_part == _parts)
        {
            _parts = 0;
            _current.EndStage(2, now);
            device.Near.Receive(_current);
        }
    }
}
