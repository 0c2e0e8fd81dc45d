using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>How a device gains access: preamble, response, request, and again.</summary>
internal sealed partial class CellDevice
{
    private int _draws;
    private byte _level;
    private byte _attempt;
    private byte _attemptsAtLevel;
    private bool IsConnected
    {
        get;
        set
        {
            field = value;
            HoldGrant(value);
        }
    }

    /// <summary>Whether it was switched off and has to attach.</summary>
    private bool _attaches;
    private bool _collides;

    /// <summary>Until its request has been sent: time that is set aside for the answer.</summary>
    private SimTime? _heldAnswer;

    /// <summary>When contention has to be resolved, or the request granted again.</summary>
    private SimTime _deadline;

    /// <summary>Whether it resumes a connection that it has suspended.</summary>
    private bool _resumes;

    /// <summary>Whether its request went right behind its preamble (MsgA).</summary>
    private bool _isTwoStep;

    private Procedure Procedure => _resumes ? Settings.Inactive!.Procedure : Settings.Procedure;

    /// <summary>From the end of the request to the earliest answer, and to the latest end of it.</summary>
    private (Duration Earliest, Duration Latest) AnswerTimes
    {
        get
        {
            var level = _network.Air.Levels[_level];
            return _isTwoStep && level.TwoStep is { } two
                ? (two.AnswerStart, two.AnswerStart + two.AnswerWindow)
                : (level.AnswerGap, level.ContentionTimer);
        }
    }

    /// <summary>Begins an exchange.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="begin">When, not before now.</param>
    /// <param name="isListening">Whether it has just received something, so that it is awake and needs not find its cell.</param>
    private void Connect(Cause cause, SimTime begin, bool isListening)
    {
        var isAsleep = SleepsDeeply && !isListening && begin >= ActiveUntil;
        if (SleepsDeeply && _hasConnected)
        {
            TakeBack(CellCurrents.IdleState, begin, ActiveUntil);
        }

        (_cause, _step) = (cause, 0);
        _resumes = IsInactive(begin);
        _attaches = isAsleep && Settings.PowerSaving == PowerSaving.Off;
        if (isAsleep)
        {
            Spend(CellCurrents.StartState, begin, Settings.ModemStart, "modem start");
            begin += Settings.ModemStart;
        }

        if (!Camp(begin))
        {
            StayOut(begin);
            return;
        }

        var acquisition = Find(
            begin,
            isListening ? Duration.Zero
                : isAsleep ? Link.Acquisition
                : Link.Resynchronisation
        );
        Spend(CellCurrents.AcquireState, begin, acquisition, isAsleep ? "synchronisation and system information" : "synchronisation");
        begin += acquisition;
        var free = cause == Cause.Page ? begin : Unbarred(begin);
        Spend(CellCurrents.IdleState, begin, free - begin, "access barring");
        Contend(free);
    }

    /// <summary>When the cell lets it ask for access.</summary>
    private SimTime Unbarred(SimTime from)
    {
        if (Settings.Barring is not { } barring)
        {
            return from;
        }

        if (barring.BarredClasses > 0)
        {
            var identity = _network.Simulation.Random.Draw(Node.Entity, ClassPurpose);
            from = barring.FreeFrom(identity.UniformIndex(AccessBarring.Classes), from);
        }

        while (barring.Factor < 1)
        {
            var draw = NextDraw();
            if (draw.Bernoulli(barring.Factor))
            {
                break;
            }

            from += barring.Round(draw.Uniform());
            _network.Accesses.BarringRounds++;
        }

        return from;
    }

    /// <summary>Begins random access, to connect or, connected, to ask for a grant.</summary>
    private void Contend(SimTime ready)
    {
        (_level, _attempt, _attemptsAtLevel) = ((byte)Link.Level, 0, 0);
        Attempt(ready);
    }

    private void Attempt(SimTime ready)
    {
        StopSharing();
        if (_moving is not null)
        {
            if (!IsConnected && !Camp(ready))
            {
                StayOut(ready);
                return;
            }

            var acquisition = Find(ready, Duration.Zero);
            Spend(CellCurrents.AcquireState, ready, acquisition, "synchronisation");
            ready += acquisition;
            (_level, _attemptsAtLevel) = Link.Level > _level ? ((byte)Link.Level, (byte)0) : (_level, _attemptsAtLevel);
        }

        _phase = Phase.Access;
        _generation++;
        _attempt++;
        _attemptsAtLevel++;
        var two = _cell.TwoStep[_level] is { } both && _attemptsAtLevel <= both.TwoStep!.Attempts ? both : null;
        _isTwoStep = two is not null;
        var channel = two ?? _cell.Access[_level];
        var draw = NextDraw();
        var preamble = draw.UniformIndex(channel.Settings.Preambles);
        var isStrong = draw.Bernoulli(channel.Settings.DetectionAt(_attempt));
        if (two is null)
        {
            var begin = channel.Enter(this, ready, preamble, isStrong);
            Spend(CellCurrents.WaitState, ready, begin - ready, "random-access occasion");
            Spend(CellCurrents.TransmitState, begin, channel.Settings.Preamble, "preamble (Msg1)", AirDirection.Up);
        }
        else
        {
            SendBoth(channel.Enter(this, ready, preamble, isStrong, !draw.Bernoulli(two.TwoStep!.RequestErrorRate)), ready, two);
        }
    }

    /// <summary>Preamble and request (MsgA), one behind the other.</summary>
    private void SendBoth(SimTime begin, SimTime ready, RandomAccessChannel channel)
    {
        var two = channel.TwoStep!;
        var preamble = _network.Air.Levels[_level].Preamble;
        PrepareRequest(Duration.Zero, Duration.Zero);
        Spend(CellCurrents.WaitState, ready, begin - ready, "random-access occasion");
        Spend(CellCurrents.TransmitState, begin, preamble, "preamble (MsgA)", AirDirection.Up);
        Spend(CellCurrents.WaitState, begin + preamble, two.RequestGap, "time of the request");
        Spend(CellCurrents.TransmitState, begin + preamble + two.RequestGap, two.Request, "request (MsgA)", AirDirection.Up, _bytes);
    }

    /// <summary>The base station has its request (MsgA) at once: contention is resolved by the answer (MsgB).</summary>
    public void Understood(SimTime sent)
    {
        if (!Node.IsUp)
        {
            Abandon(DropReason.NodeDown);
            return;
        }

        _phase = Phase.Request;
        (_blocks, _transmissions) = (_transfer.Blocks, 0);
        Succeed(sent);
    }

    /// <summary>Nobody answered its preamble.</summary>
    public void GoUnanswered(SimTime sent, RandomAccessSettings settings)
    {
        if (!Node.IsUp)
        {
            Abandon(DropReason.NodeDown);
            return;
        }

        Spend(CellCurrents.WaitState, sent, settings.ResponseStart, "response window to open");
        Spend(CellCurrents.ReceiveState, sent + settings.ResponseStart, settings.ResponseWindow, "response window, unanswered");
        Retry(sent + settings.ResponseStart + settings.ResponseWindow);
    }

    /// <summary>The base station is about to answer its preamble.</summary>
    /// <param name="after">From the beginning of the response to the earliest beginning of the request.</param>
    /// <param name="slack">By how much the request may begin later.</param>
    /// <returns>What the request (Msg3) takes.</returns>
    public Granted PrepareRequest(Duration after, Duration slack)
    {
        (_isUp, _bytes, _name) = (true, RequestBytes(), "request (Msg3)");
        _transfer = Link.Up(_bytes);
        return new Granted(after, slack, new Airtime(_transfer.Units, _transfer.Data));
    }

    /// <summary>Sets time aside for the answer (Msg4) to the request that is granted; if there is none, gives back the time of the request.</summary>
    public bool TryHoldAnswer(RandomAccessSettings settings, SimTime granted)
    {
        if (IsConnected)
        {
            return true;
        }

        var (answer, sent) = (Link.Down(Procedure.Answer), granted + _transfer.Data);
        var latest = sent + settings.ContentionTimer - (answer.Control + answer.Gap + answer.Data);
        var ready = Link.SearchSpaceFrom(sent + settings.AnswerGap);
        if (_cell.Downlink.TryReserve(Now, ready, answer.Units, answer.Control + answer.Data, latest, out var begin))
        {
            _heldAnswer = begin;
            return true;
        }

        _cell.Uplink.Free(granted, _transfer.Units, _transfer.Data);
        return false;
    }

    /// <summary>Gives back the time that was set aside for its answer: it is scheduled anew when its request has arrived, or not at all.</summary>
    private void FreeAnswer()
    {
        if (_heldAnswer is { } begin)
        {
            var answer = Link.Down(Procedure.Answer);
            _cell.Downlink.Free(begin, answer.Units, answer.Control + answer.Data);
            _heldAnswer = null;
        }
    }

    /// <summary>The response to its preamble has a grant for the request (Msg3).</summary>
    /// <param name="sent">When the preamble ended.</param>
    /// <param name="settings">Of the level.</param>
    /// <param name="response">The response (Msg2).</param>
    /// <param name="granted">When the request begins.</param>
    /// <param name="collides">Whether others have the same grant.</param>
    public void Request(SimTime sent, RandomAccessSettings settings, in Reception response, SimTime granted, bool collides)
    {
        if (!Node.IsUp)
        {
            Abandon(DropReason.NodeDown);
            return;
        }

        Spend(CellCurrents.WaitState, sent, settings.ResponseStart, "response window to open");
        Receive(response, _isTwoStep ? "fallback (MsgB)" : "response (Msg2)", settings.ResponseBytes);
        (_phase, _collides, _isTwoStep) = (Phase.Request, collides, false);
        PrepareRequest(Duration.Zero, Duration.Zero);
        (_blocks, _transmissions) = (_transfer.Blocks, 0);
        (_arrivedIntervals, _sentIntervals) = (0, (ushort)_transfer.Intervals);
        Spend(CellCurrents.WaitState, response.End, granted - response.End, "granted time");
        SendData(granted, _transfer.Data);
    }

    /// <summary>The attempt failed at some point; there may be another.</summary>
    private void Retry(SimTime at)
    {
        PutBack();
        if (_attempt >= _network.Air.MaximumAttempts)
        {
            _network.Accesses.Failures++;
            IsConnected = false;
            _phase = Phase.Rest;
            Abandon(DropReason.RetriesExhausted);
            Rest(at);
            return;
        }

        if (_attemptsAtLevel >= _network.Air.Levels[_level].Attempts && _level + 1 < _network.Air.Levels.Count)
        {
            (_level, _attemptsAtLevel) = ((byte)(_level + 1), 0);
        }

        var draw = NextDraw();
        var backOff = _network.Air.Levels[_level].BackOff * draw.Uniform();
        Spend(CellCurrents.WaitState, at, backOff, "back-off");
        Attempt(at + backOff);
    }

    /// <summary>Size of the request; with early data transmission it takes a packet along if that is all there is and fits.</summary>
    private int RequestBytes()
    {
        if (_carried is { } carried)
        {
            return Procedure.Request + Wrapped(carried.Frame, isUp: true);
        }

        // The device does not know what the network keeps for it: only its own packets count.
        if (IsConnected || _attaches || Procedure.GreatestRequest is not { } most || _cause != Cause.Data || OnlyOneUp() is not { } only)
        {
            return Procedure.Request;
        }

        var greatest = _isTwoStep ? Math.Min(most, _network.Air.Levels[_level].TwoStep!.RequestBytes) : most;
        var bytes = Procedure.Request + Wrapped(only.Frame, isUp: true);
        if (bytes > greatest)
        {
            return Procedure.Request;
        }

        _carried = TakeFirst(up: true);
        return bytes;
    }

    private Draw NextDraw() => _network.Simulation.Random.Draw(Node.Entity, _network.AccessPurpose, _draws++);
}
