using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a device exchanges once it has a grant: one message after the other, each block by block.</summary>
internal sealed partial class CellDevice
{
    private Transfer _transfer = null!;
    private string _name = "";
    private int _bytes;
    private int _blocks;
    private byte _transmissions;
    private byte _step;
    private bool _isUp;

    /// <summary>Intervals of the block that have arrived, and those that are under way [1].</summary>
    private ushort _arrivedIntervals;
    private ushort _sentIntervals;

    /// <summary>Whether it is counted among those that share a direction of the cell, and which.</summary>
    private bool _isSharing;
    private bool _sharesUp;

    /// <summary>Whether the answer is to end the exchange (early data transmission).</summary>
    private bool _isEarly;

    /// <summary>The packet under way.</summary>
    private FramePool.Place? _carried;

    /// <summary>Something was to happen now: a block has been sent, a page comes, the inactivity timer ends.</summary>
    private void Step()
    {
        switch (_phase)
        {
            case Phase.Paged:
                Page();
                break;
            case Phase.Connected when Follow(Now, isSilent: true) is null:
                Disconnect(Now);
                break;
            case Phase.Connected:
                Release(Now, Duration.Zero);
                break;
            default:
                EndBlock();
                break;
        }
    }

    private void Page()
    {
        if (!Camp(Now))
        {
            GoUnpaged();
            return;
        }

        var transfer = _network.Air.CommonControl ?? Link.Down(Settings.Page);
        var begin = _cell.Common.Reserve(Now, Now, transfer.Units, transfer.Control + transfer.Data);
        var page = new Reception(Now, Now, begin, transfer);
        if (SleepsDeeply)
        {
            // Its active time, charged in advance, ends here.
            TakeBack(CellCurrents.IdleState, Now, ActiveUntil);
            _since = Now - Settings.ActiveTime;
        }

        if (_hasConnected && !_isElsewhere && Now < _since + Settings.Ready)
        {
            Receive(page, "assignment of a channel", Settings.Page);
            (IsConnected, _cause) = (true, Cause.Page);
            Serve(page.End, Duration.Zero);
            return;
        }

        Receive(page, "page", Settings.Page);
        Connect(Cause.Page, page.End, isListening: true);
    }

    /// <summary>A block has crossed the air, or failed to.</summary>
    private void EndBlock()
    {
        FreeAnswer();
        if (IsContending)
        {
            // The timer starts again with each transmission of the request.
            _deadline = Now + _network.Air.Levels[_level].ContentionTimer;
        }

        _transmissions++;
        var arrives = !_collides && !IsDestroyed();
        if (arrives)
        {
            _transmissions = 0;
            _arrivedIntervals += _sentIntervals;
            if (_arrivedIntervals >= _transfer.Intervals)
            {
                _arrivedIntervals = 0;
                _blocks--;
            }
        }

        var follows = arrives && _blocks > 0 && _phase == Phase.Data && _transfer.IsPipelined;
        var ready = Confirm(isWaiting: !follows);
        if (follows)
        {
            Continue();
        }
        else if (arrives && _blocks > 0)
        {
            SendBlock(ready, _transfer.Turnaround);
        }
        else if (arrives)
        {
            Succeed(ready);
        }
        else if (_collides || _transmissions >= _network.Air.MaximumTransmissions)
        {
            Fail(ready);
        }
        else
        {
            SendBlock(ready, _transfer.Retry);
        }
    }

    /// <summary>Tells what became of a block of the downlink.</summary>
    /// <param name="isWaiting">Whether nothing else happens until then.</param>
    /// <returns>When that is over.</returns>
    private SimTime Confirm(bool isWaiting)
    {
        if (_isUp || _transfer.Feedback == Duration.Zero)
        {
            return Now;
        }

        var begin = _cell.Uplink.Reserve(Now, Now + _transfer.FeedbackGap, _transfer.FeedbackUnits, _transfer.Feedback);
        if (isWaiting)
        {
            Spend(CellCurrents.WaitState, Now, begin - Now, "feedback time");
        }
        else
        {
            // It receives at the same time: that counts as sending only.
            Meter?.Spend(CellCurrents.ReceiveState, begin, -_transfer.Feedback, Now);
        }

        Spend(CellCurrents.TransmitState, begin, _transfer.Feedback, "feedback", AirDirection.Up);
        return begin + _transfer.Feedback;
    }

    /// <summary>Whether the request (Msg3) is under way whose contention has to be resolved.</summary>
    private bool IsContending => _phase == Phase.Request && !IsConnected;

    private bool IsDestroyed()
    {
        var rate = _transfer.ErrorRate(_transmissions - 1);
        if (rate == 0)
        {
            return false;
        }

        var draw = NextDraw();
        return draw.Bernoulli(rate);
    }

    /// <summary>A message has arrived.</summary>
    private void Succeed(SimTime ready)
    {
        Deliver();
        switch (_phase)
        {
            case Phase.Request when IsConnected:
                _network.Accesses.Successes++;
                _network.Accesses.PreamblesOfSuccesses += _attempt;
                Serve(ready, _transfer.Turnaround);
                break;
            case Phase.Request:
                Answer(ready);
                break;
            case Phase.Answer:
                _network.Accesses.Successes++;
                _network.Accesses.PreamblesOfSuccesses += _attempt;
                if (_isEarly)
                {
                    Rest(ready);
                }
                else
                {
                    IsConnected = true;
                    SetUp(ready);
                }

                break;
            case Phase.SetUp:
                SetUp(ready);
                break;
            case Phase.Release:
                IsConnected = false;
                Rest(ready);
                break;
            default:
                Serve(ready, _transfer.Turnaround);
                break;
        }
    }

    /// <summary>A message has not arrived, however often it was sent.</summary>
    private void Fail(SimTime ready)
    {
        switch (_phase)
        {
            case Phase.Request when _collides:
                _collides = false;
                var timer = _network.Air.Levels[_level].ContentionTimer;
                Spend(CellCurrents.ReceiveState, ready, timer, "contention-resolution timer");
                Retry(ready + timer);
                break;
            case Phase.Data:
                Lose(_carried!, DropReason.Noise);
                _carried = null;
                Serve(ready, _transfer.Turnaround);
                break;
            case Phase.Release:
                IsConnected = false;
                Rest(ready);
                break;
            default:
                IsConnected = false;
                _step = 0;
                Retry(ready);
                break;
        }
    }

    private void Deliver()
    {
        if (_carried is { } place)
        {
            var frame = place.Frame;
            _carried = null;
            _network.Pool.Return(place);
            _network.Observers.FrameSent(_network, frame.Packet.Length, _transfer.Data * (long)_transfer.Blocks);
            if (Core is { } core && CellNetwork.IsUp(frame))
            {
                core.Cross(frame, isUp: true);
            }
            else
            {
                frame.CompleteLeg(Now);
            }
        }
    }

    /// <summary>The base station resolves contention (Msg4); after an early packet it takes one back along, if it has one, and ends the exchange.</summary>
    private void Answer(SimTime sent)
    {
        var (earliest, latest) = AnswerTimes;
        var bytes = Procedure.Answer;
        var isWhole = _bytes > Procedure.Request || _resumes && _cause == Cause.Update && Procedure.Update.Count == 0;
        _isEarly = Procedure.AnswerEnds && isWhole && !IsWaiting(up: true) && _firstWaiting is null or { Next: null };
        if (_isEarly && _firstWaiting is not null)
        {
            _carried = TakeFirst();
            bytes += Wrapped(_carried!.Frame, isUp: false);
        }

        _deadline = sent + latest;
        Begin(Phase.Answer, _isTwoStep ? "answer (MsgB)" : "answer (Msg4)", isUp: false, bytes, sent, earliest);
    }

    /// <summary>The next message of the signalling, or the data.</summary>
    private void SetUp(SimTime ready)
    {
        var (messages, response) =
            _cause == Cause.Update || _owesUpdate && Procedure.Update.Count > 0 ? (Procedure.Update, Settings.CoreResponse)
            : _attaches ? (Procedure.Attach, Settings.AttachResponse)
            : (Procedure.SetUp, Settings.SetUpResponse);
        if (_step == messages.Count)
        {
            _owesUpdate = false;
            Serve(ready, _transfer.Turnaround);
            return;
        }

        var message = messages[_step++];
        var bytes = message.Bytes;
        if (message.AwaitsCore)
        {
            Spend(CellCurrents.CoreState, ready, response, "core network answers");
            ready += response;
        }

        if (message.CarriesData && TakeFirst(up: true) is { } place)
        {
            _carried = place;
            bytes += Wrapped(place.Frame, isUp: true);
        }

        Begin(Phase.SetUp, message.Name, message.IsUp, bytes, ready, _transfer.Turnaround);
    }

    /// <summary>The next packet, if there is one.</summary>
    private void Serve(SimTime ready, Duration gap)
    {
        if (TakeFirst() is not { } place)
        {
            FallSilent(ready, gap);
            return;
        }

        var isUp = CellNetwork.IsUp(place.Frame);
        var bytes = Wrapped(place.Frame, isUp);
        _carried = place;
        Begin(Phase.Data, isUp ? "data, uplink" : "data, downlink", isUp, bytes, ready, gap);
    }

    /// <summary>Nothing more to send or receive: the connection ends at once if the device could say so, otherwise after the inactivity timer.</summary>
    private void FallSilent(SimTime ready, Duration gap)
    {
        var ends = Settings.Release switch
        {
            ReleaseAssistance.AfterUplink => _isUp,
            ReleaseAssistance.AfterDownlink => !_isUp && _phase == Phase.Data,
            _ => false,
        };
        if (ends || _cause == Cause.Update)
        {
            Release(ready, gap);
            return;
        }

        StopSharing();
        (_phase, _since) = (Phase.Connected, ready);
        SpendSilence();
        Wake(InactiveAt);
    }

    /// <summary>A packet comes while it is connected without traffic.</summary>
    private void GoOn(bool isUp)
    {
        var begin = SimTime.Max(Now, _since);
        if (Follow(begin, isSilent: true) is not { } served)
        {
            EndSilence(begin);
            Disconnect(begin);
            return;
        }

        begin = isUp ? served : Listens(served);
        EndSilence(begin);
        _cause = Cause.Data;
        if (!isUp)
        {
            Serve(begin, _network.Air.Preparation(isUp: false));
        }
        else if (_hasGrant && _network.Air.ConfiguredGrantPeriod is { } cycle)
        {
            SendConfigured(begin, cycle);
        }
        else if (_network.Air.SchedulingRequestPeriod is { } period)
        {
            Serve(RequestGrant(begin, period), _transfer.Turnaround);
        }
        else
        {
            Contend(begin);
        }
    }

    /// <summary>Asks for a grant, again where that is not heard.</summary>
    /// <returns>When that is over.</returns>
    private SimTime RequestGrant(SimTime from, Duration period)
    {
        while (true)
        {
            var request = _cell.Uplink.Reserve(Now, NextOf(from, period, 0), 1, Link.SchedulingRequest);
            Spend(CellCurrents.WaitState, from, request - from, "opportunity for a scheduling request");
            Spend(CellCurrents.TransmitState, request, Link.SchedulingRequest, "scheduling request", AirDirection.Up);
            from = request + Link.SchedulingRequest;
            if (Link.SchedulingRequestError == 0)
            {
                return from;
            }

            var draw = NextDraw();
            if (!draw.Bernoulli(Link.SchedulingRequestError))
            {
                return from;
            }
        }
    }

    /// <summary>Sends the next packet at an opportunity that is its own; what fails, and what follows, is scheduled.</summary>
    private void SendConfigured(SimTime from, Duration period)
    {
        var place = TakeFirst()!;
        _carried = place;
        (_phase, _name, _isUp, _bytes) = (Phase.Data, "data, configured grant", true, Wrapped(place.Frame, isUp: true));
        _transfer = Link.Configured(_bytes);
        (_blocks, _transmissions) = (_transfer.Blocks, 0);
        (_arrivedIntervals, _sentIntervals) = (0, (ushort)_transfer.Intervals);
        var begin = _network.Air.Opportunity(isUp: true, NextOf(from + _network.Air.Preparation(isUp: true), period, 0), _transfer.Data);
        Spend(CellCurrents.WaitState, from, begin - from, "opportunity of the configured grant");
        SendData(begin, _transfer.Data);
    }

    private void Release(SimTime ready, Duration gap)
    {
        Spend(CellCurrents.ReleaseState, ready, Settings.ReleaseResponse, "core network releases");
        Begin(Phase.Release, "release", isUp: false, Procedure.Release, ready + Settings.ReleaseResponse, gap);
    }

    private void Begin(Phase phase, string name, bool isUp, int bytes, SimTime from, Duration gap)
    {
        if (IsConnected && phase != Phase.Answer)
        {
            if (Follow(from, isSilent: false) is not { } served)
            {
                Disconnect(from);
                return;
            }

            from = served;
        }

        var turns = isUp != _isUp;
        (_phase, _name, _isUp, _bytes) = (phase, name, isUp, bytes);
        _transfer = isUp ? Link.Up(bytes) : Link.Down(bytes);
        (_blocks, _transmissions, _arrivedIntervals) = (_transfer.Blocks, 0, 0);
        StopSharing();
        if (phase == Phase.Data && _transfer.Intervals > 1)
        {
            (_isSharing, _sharesUp) = (true, isUp);
            _cell.Share(isUp, +1);
        }

        SendBlock(from, turns ? gap + _transfer.Opening : gap);
    }

    private void StopSharing()
    {
        if (_isSharing)
        {
            _isSharing = false;
            _cell.Share(_sharesUp, -1);
        }
    }

    /// <summary>What of the block goes at once: its share while more devices have to send than fill the cell by whole blocks, otherwise all that is left.</summary>
    private Transfer Piece()
    {
        var share = _transfer.Intervals - _arrivedIntervals;
        if (_isSharing)
        {
            var part = _transfer.GoesToFill / (_sharesUp ? _cell.UplinkSharers : _cell.DownlinkSharers);
            share = Math.Min(share, (int)Math.Ceiling(_transfer.Intervals * Math.Min(1, part)));
        }

        _sentIntervals = (ushort)share;
        return share == _transfer.Intervals ? _transfer : _transfer with { Data = _transfer.Data * (long)share / _transfer.Intervals };
    }

    /// <summary>Sends the next block right behind the last one: its grant came, and what became of that one is told, at the same time (full duplex).</summary>
    private void Continue()
    {
        var transfer = Piece();
        if (_isUp)
        {
            // Receiving the grant while it sends counts as sending.
            _cell.Downlink.Reserve(Now, Now, 1, transfer.Control);
            var data = _cell.Uplink.Reserve(Now, Now, transfer.Units, transfer.Data);
            Spend(CellCurrents.WaitState, Now, data - Now, "its turn on the uplink");
            SendData(data, transfer.Data);
        }
        else
        {
            var data = _cell.Downlink.Reserve(Now, Now, transfer.Units, transfer.Control + transfer.Data);
            var reception = new Reception(Now, Now, data, transfer);
            Receive(reception, _name, _bytes);
            Decode(reception.End);
        }
    }

    /// <summary>Has a block scheduled and sent.</summary>
    private void SendBlock(SimTime from, Duration gap)
    {
        Spend(CellCurrents.WaitState, from, gap, "turnaround");
        var ready = AfterOthers(from + gap);
        var searchSpace = Link.SearchSpaceFrom(ready);
        var transfer = Piece();
        var length = _isUp ? transfer.Control : transfer.Control + transfer.Data;
        var latest =
            _phase == Phase.Answer ? _deadline - (_transfer.Control + _transfer.Gap + _transfer.Data)
            : IsContending ? _deadline - _transfer.Control
            : SimTime.End;
        if (_isUp)
        {
            var granted = new Granted(_transfer.Control + _transfer.Gap, _transfer.Slack, new Airtime(transfer.Units, transfer.Data));
            if (!_cell.TryGrant(_cell.Downlink, Now, Link, ready, new Airtime(1, length), latest, granted, out var begin, out var data))
            {
                GoUnresolved(ready);
                return;
            }

            var reception = new Reception(ready, searchSpace, begin, transfer);
            Assign(reception, "grant");
            Spend(CellCurrents.WaitState, reception.Assigned, data - reception.Assigned, "granted time");
            SendData(data, transfer.Data);
        }
        else if (_cell.Downlink.TryReserve(Now, searchSpace, _transfer.Units, length, latest, out var begin))
        {
            var reception = new Reception(ready, searchSpace, begin, transfer);
            Receive(reception, _name, _bytes);
            Decode(reception.End);
        }
        else
        {
            GoUnresolved(ready);
        }
    }

    /// <summary>The answer (Msg4) cannot end before the timer does, which may have run out during an earlier transmission; nor can the grant of a repeated request (Msg3).</summary>
    private void GoUnresolved(SimTime ready)
    {
        var until = SimTime.Max(ready, _deadline);
        Spend(CellCurrents.ReceiveState, ready, until - ready, "contention-resolution timer");
        Retry(until);
    }

    private void SendData(SimTime begin, Duration length)
    {
        Spend(CellCurrents.TransmitState, begin, length, _name, AirDirection.Up, _bytes);
        Decode(begin + length);
    }

    /// <summary>The data have been sent; what became of them is known when they are decoded.</summary>
    private void Decode(SimTime end)
    {
        Spend(CellCurrents.WaitState, end, _transfer.Processing, "decoding");
        Wake(end + _transfer.Processing);
    }

    /// <summary>When the traffic of others lets it go on.</summary>
    private SimTime AfterOthers(SimTime ready)
    {
        if (_network.Air.Others is not { } others)
        {
            return ready;
        }

        var draw = NextDraw();
        var wait = others.Wait(draw.Uniform());
        Spend(CellCurrents.ConnectedState, ready, wait, "traffic of others");
        return ready + wait;
    }

    /// <summary>Waits for its search space, listens until it is its turn, and receives a grant or assignment.</summary>
    private void Assign(in Reception reception, string name)
    {
        Spend(CellCurrents.WaitState, reception.Listens, reception.SearchSpace - reception.Listens, "search space");
        Spend(CellCurrents.ConnectedState, reception.SearchSpace, reception.Begin - reception.SearchSpace, "its turn on the downlink");
        Spend(CellCurrents.ReceiveState, reception.Begin, reception.Transfer.Control, name, AirDirection.Down);
    }

    private void Receive(in Reception reception, string name, int bytes)
    {
        Assign(reception, "assignment");
        Spend(CellCurrents.WaitState, reception.Assigned, reception.Transfer.Gap, "assigned time");
        Spend(CellCurrents.ReceiveState, reception.DataBegin, reception.Transfer.Data, name, AirDirection.Down, bytes);
    }

    /// <summary>Size of a packet in its headers of the radio link [B].</summary>
    private int Wrapped(in Frame frame, bool isUp) =>
        Math.Max(1, frame.Packet.Length - Settings.HeaderSaving) + (isUp ? Procedure.UplinkOverhead : Procedure.DownlinkOverhead);
}
