using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>Unslotted CSMA-CA, one frame after the other.</summary>
public sealed partial class LrWpanRadio
{
    /// <summary>A wake-up's number stands above its kind, so that one that comes too late is told.</summary>
    private const int NumberShift = 8;

    private readonly ParcelLine _line = new();
    private readonly Queue<LrWpanRadio> _asked = new();
    private Activity _activity;
    private Task _task;
    private LrWpanRadio? _child;

    /// <summary>To whom its last frame went, and how long that was; the frame itself is used again by others before its answer comes.</summary>
    private (LrWpanRadio? To, int Psdu) _sent;
    private int _exponent;
    private int _backoffs;
    private int _retries;
    private long _draws;
    private long _frames;
    private long _wait;
    private bool _wantsToPoll;

    void IEventTarget.Fire(long token)
    {
        var (wake, number) = ((Wake)(token & ((1 << NumberShift) - 1)), token >> NumberShift);
        switch (wake)
        {
            case Wake.Assessed:
                Assess();
                break;
            case Wake.Send:
                SendNow();
                break;
            case Wake.Acknowledge:
                AcknowledgeNow();
                break;
            case Wake.NoAcknowledgement when number == _wait:
                EndListening();
                Repeat();
                break;
            case Wake.Spaced:
                Next();
                break;
            case Wake.Poll:
                _network.Simulation.After(Settings.PollInterval, this, token);
                WantToPoll();
                break;
            case Wake.FastPoll:
                PollFast();
                break;
            case Wake.NoData when number == _wait:
                EndListening();
                Next();
                break;
        }
    }

    internal void Enqueue(Parcel parcel)
    {
        if (!Node.IsUp)
        {
            _network.Return(parcel, DropReason.NodeDown);
            return;
        }

        var isIndirect = !parcel.NextHop.IsAlwaysOn;
        if (isIndirect)
        {
            parcel.NextHop.DropExpired();
        }

        var line = isIndirect ? parcel.NextHop._kept : _line;
        if (line.Frames + parcel.Fragments.Count > Settings.Queue)
        {
            _network.Return(parcel, DropReason.QueueFull);
            return;
        }

        line.Add(parcel);
        if (isIndirect)
        {
            parcel.Expires = Now + Settings.Persistence;
        }
        else if (_activity == Activity.None)
        {
            Next();
        }
    }

    /// <summary>Its frame has left the air.</summary>
    internal void Sent(AirFrame frame, bool isReceived)
    {
        if (frame.Kind == AirFrameKind.Acknowledgement)
        {
            Acknowledged(frame);
            return;
        }

        if (frame.Kind == AirFrameKind.Data && !Settings.Acknowledged)
        {
            if (!isReceived)
            {
                frame.Parcel!.Broken ??= frame.Cause;
            }

            Succeed(frame.Psdu);
            return;
        }

        _activity = Activity.Awaiting;
        Listen();
        _network.Simulation.After(LrWpanMac.AcknowledgementWait, this, (long)Wake.NoAcknowledgement | (++_wait << NumberShift));
    }

    /// <summary>Takes up whatever is next to send: what children have asked for, its own, a poll.</summary>
    private void Next()
    {
        _activity = Activity.None;
        _child = null;
        while (_asked.TryDequeue(out var child))
        {
            if (child._kept.First is not null)
            {
                (_task, _child) = (Task.Kept, child);
                Begin();
                return;
            }
        }

        if (_line.First is not null)
        {
            _task = Task.Own;
            Begin();
        }
        else if (_wantsToPoll)
        {
            _wantsToPoll = false;
            _task = Task.Poll;
            Begin();
        }
    }

    private void Begin()
    {
        _retries = 0;
        Contend();
    }

    private void Contend()
    {
        (_exponent, _backoffs) = (Settings.MinimumExponent, 0);
        Backoff();
    }

    private void Backoff()
    {
        _activity = Activity.Contending;
        var draw = _network.Simulation.Random.Draw(Node.Entity, BackoffPurpose, _draws++);
        var backoff = LrWpanMac.UnitBackoff * draw.UniformIndex(1 << _exponent);
        Spend(LrWpanCurrents.IdleState, backoff, Now);
        Spend(LrWpanCurrents.ReceiveState, LrWpanMac.Assessment, Now + backoff);
        _network.Simulation.After(backoff + LrWpanMac.Assessment, this, (long)Wake.Assessed);
    }

    private void Assess()
    {
        if (!Node.IsUp)
        {
            Fail(DropReason.NodeDown);
        }
        else if (Now - LrWpanMac.Assessment < _deafUntil || _follows is not null || _channel.IsBusy(this))
        {
            _exponent = Math.Min(_exponent + 1, Settings.MaximumExponent);
            if (++_backoffs > Settings.Backoffs)
            {
                _network.AccessFailures++;
                Fail(DropReason.RetriesExhausted);
            }
            else
            {
                Backoff();
            }
        }
        else
        {
            Spend(LrWpanCurrents.ReceiveState, LrWpanMac.Turnaround, Now);
            TurnDeaf(Now + LrWpanMac.Turnaround);
            _network.Simulation.After(LrWpanMac.Turnaround, this, (long)Wake.Send);
        }
    }

    private void SendNow()
    {
        var frame = _channel.Take();
        if (_task == Task.Poll)
        {
            frame.Set(AirFrameKind.Poll, this, Parent!, Settings.PollOctets, _frames++, isPending: false);
        }
        else
        {
            var line = _child?._kept ?? _line;
            var parcel = line.First!;
            var more = _child is not null && (parcel.Next + 1 < parcel.Fragments.Count || parcel.Behind is not null);
            var psdu = Settings.MacOctets + parcel.Fragments[parcel.Next];
            frame.Set(AirFrameKind.Data, this, parcel.NextHop, psdu, _frames++, more);
            frame.Carry(parcel, parcel.Next);
        }

        _sent = (frame.Receiver, frame.Psdu);
        Occupy(frame);
    }

    private void Occupy(AirFrame frame)
    {
        var airtime = OQpsk.Airtime(frame.Psdu);
        // After its frame it turns round to listen.
        TurnDeaf(Now + airtime + LrWpanMac.Turnaround);
        SpendSending(airtime);
        _channel.Begin(frame);
    }

    /// <summary>An acknowledgement with another number tells that its own frame has failed, IEEE 802.15.4-2006, clause 7.5.6.4.3.</summary>
    private void HearForeignAcknowledgement()
    {
        _wait++;
        EndListening();
        Repeat();
    }

    private void Repeat()
    {
        if (_task == Task.Kept || _retries++ >= Settings.Retries)
        {
            _network.Unacknowledged++;
            Fail(DropReason.RetriesExhausted);
        }
        else
        {
            Contend();
        }
    }

    /// <summary>A frame has been given up: the rest of its datagram as well, unless a child will ask for it again.</summary>
    private void Fail(DropReason reason)
    {
        if (_task == Task.Own)
        {
            _network.Return(_line.RemoveFirst(), reason);
        }

        Next();
    }

    private void Succeed(int psdu)
    {
        _activity = Activity.Spacing;
        if (_task != Task.Poll)
        {
            var line = _child?._kept ?? _line;
            var parcel = line.First!;
            line.Advance();
            if (parcel.Next == parcel.Fragments.Count)
            {
                _network.Return(line.RemoveFirst(), DropReason.Noise);
                ExpectAnswer();
            }
        }

        _network.Simulation.After(LrWpanMac.Spacing(psdu), this, (long)Wake.Spaced);
    }

    private enum Activity
    {
        None,
        Contending,
        Awaiting,
        AwaitingData,
        Spacing,
    }

    private enum Task
    {
        Own,
        Kept,
        Poll,
    }
}
