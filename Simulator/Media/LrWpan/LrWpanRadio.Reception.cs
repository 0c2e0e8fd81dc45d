using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>What it does with frames that it has received: acknowledgements, reassembly, polls.</summary>
public sealed partial class LrWpanRadio
{
    /// <summary>What its parent keeps for it while it sleeps.</summary>
    private readonly ParcelLine _kept = new();
    private LrWpanRadio? _acknowledgeTo;
    private bool _acknowledgesPending;
    private bool _hearsMore;
    private int _fastPolls;
    private bool _isPollingFast;

    /// <summary>A frame that was meant for it has arrived.</summary>
    internal void Receive(AirFrame frame)
    {
        switch (frame.Kind)
        {
            case AirFrameKind.Acknowledgement:
                ReceiveAcknowledgement(frame);
                break;
            case AirFrameKind.Poll:
                frame.Sender.DropExpired();
                Acknowledge(frame.Sender, frame.Sender._kept.First is not null);
                break;
            default:
                ReceiveData(frame);
                break;
        }
    }

    /// <summary>Gives up what has been kept for it too long.</summary>
    private void DropExpired()
    {
        while (_kept.First is { } parcel && parcel.Expires <= Now && Parent!._child != this)
        {
            _network.Return(_kept.RemoveFirst(), DropReason.Asleep);
        }
    }

    private void ReceiveAcknowledgement(AirFrame frame)
    {
        if (_activity != Activity.Awaiting || _sent.To != frame.Sender)
        {
            return;
        }

        _wait++;
        EndListening();
        var isPoll = _task == Task.Poll;
        if (isPoll && frame.IsPending)
        {
            _activity = Activity.AwaitingData;
            Listen();
            _network.Simulation.After(_network.LongestWait, this, (long)Wake.NoData | (++_wait << NumberShift));
        }
        else
        {
            Succeed(_sent.Psdu);
        }
    }

    private void ReceiveData(AirFrame frame)
    {
        if (_activity == Activity.AwaitingData)
        {
            _wait++;
            EndListening();
            _hearsMore = frame.IsPending;
            _activity = Activity.Spacing;
            _network.Simulation.After(LrWpanMac.Turnaround + LrWpanMac.Acknowledgement + LrWpanMac.Spacing(0), this, (long)Wake.Spaced);
            _wantsToPoll |= _hearsMore;
        }

        if (Settings.Acknowledged)
        {
            Acknowledge(frame.Sender, isPending: false);
        }

        Assemble(frame.Parcel!, frame.Fragment);
    }

    private void Assemble(Parcel parcel, int fragment)
    {
        if (parcel.Broken is not null || fragment < parcel.Received)
        {
            return;
        }

        if (parcel.Fragments.Count > 1 && parcel.Received == 0 && !FindPlace(parcel))
        {
            parcel.Broken = DropReason.QueueFull;
            return;
        }

        parcel.Received++;
        if (parcel.Received == parcel.Fragments.Count)
        {
            if (parcel.Fragments.Count > 1)
            {
                _reassemblies[parcel.Reassembly] = Now;
            }

            parcel.IsComplete = true;
            _network.Arrive(parcel, this);
        }
    }

    private bool FindPlace(Parcel parcel)
    {
        for (var i = 0; i < _reassemblies.Length; i++)
        {
            if (_reassemblies[i] <= Now)
            {
                _reassemblies[i] = Now + Settings.ReassemblyTimeout;
                parcel.Reassembly = i;
                return true;
            }
        }

        return false;
    }

    private void Acknowledge(LrWpanRadio to, bool isPending)
    {
        (_acknowledgeTo, _acknowledgesPending) = (to, isPending);
        Spend(LrWpanCurrents.ReceiveState, LrWpanMac.Turnaround, Now);
        TurnDeaf(Now + LrWpanMac.Turnaround);
        _network.Simulation.After(LrWpanMac.Turnaround, this, (long)Wake.Acknowledge);
    }

    private void AcknowledgeNow()
    {
        var frame = _channel.Take();
        frame.Set(AirFrameKind.Acknowledgement, this, _acknowledgeTo!, LrWpanMac.AcknowledgementOctets, _frames++, _acknowledgesPending);
        Occupy(frame);
    }

    private void Acknowledged(AirFrame frame)
    {
        if (frame.IsPending)
        {
            _asked.Enqueue(frame.Receiver);
            if (_activity == Activity.None)
            {
                Next();
            }
        }
    }

    /// <summary>It has sent a datagram: an answer may come soon.</summary>
    private void ExpectAnswer()
    {
        if (IsAlwaysOn || Settings.PollInterval == Duration.Zero)
        {
            return;
        }

        _fastPolls = Settings.FastPolls;
        if (!_isPollingFast && _fastPolls > 0)
        {
            _isPollingFast = true;
            _network.Simulation.After(Settings.FastPollInterval, this, (long)Wake.FastPoll);
        }
    }

    private void PollFast()
    {
        _isPollingFast = --_fastPolls > 0;
        if (_isPollingFast)
        {
            _network.Simulation.After(Settings.FastPollInterval, this, (long)Wake.FastPoll);
        }

        WantToPoll();
    }

    private void WantToPoll()
    {
        _wantsToPoll = Node.IsUp;
        if (_wantsToPoll && _activity == Activity.None)
        {
            Next();
        }
    }
}
