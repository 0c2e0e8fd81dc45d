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
    private bool _isConnected;

    /// <summary>Whether it was switched off and has to attach.</summary>
    private bool _attaches;
    private bool _collides;

    /// <summary>Until its request has been sent: time that is set aside for the answer.</summary>
    private SimTime? _heldAnswer;

    /// <summary>When contention has to be resolved, or the request granted again.</summary>
    private SimTime _deadline;

    private Procedure Procedure => Settings.Procedure;

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
        _attaches = isAsleep && Settings.PowerSaving == PowerSaving.Off;
        if (isAsleep)
        {
            Spend(CellCurrents.StartState, begin, Settings.ModemStart, "modem start");
            begin += Settings.ModemStart;
        }

        var acquisition =
            isListening ? Duration.Zero
            : isAsleep ? Link.Acquisition
            : Link.Resynchronisation;
        Spend(CellCurrents.AcquireState, begin, acquisition, isAsleep ? "synchronisation and system information" : "synchronisation");
        Contend(begin + acquisition);
    }

    /// <summary>Begins random access, to connect or, connected, to ask for a grant.</summary>
    private void Contend(SimTime ready)
    {
        (_level, _attempt, _attemptsAtLevel) = ((byte)Link.Level, 0, 0);
        Attempt(ready);
    }

    private void Attempt(SimTime ready)
    {
        _phase = Phase.Access;
        _generation++;
        _attempt++;
        _attemptsAtLevel++;
        var channel = _cell.Access[_level];
        var draw = NextDraw();
        var preamble = draw.UniformIndex(channel.Settings.Preambles);
        var isStrong = draw.Bernoulli(channel.Settings.DetectionAt(_attempt));
        var begin = channel.Enter(this, ready, preamble, isStrong);
        Spend(CellCurrents.WaitState, ready, begin - ready, "random-access occasion");
        Spend(CellCurrents.TransmitState, begin, channel.Settings.Preamble, "preamble (Msg1)", AirDirection.Up);
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
        if (_isConnected)
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
        Receive(response, "response (Msg2)", settings.ResponseBytes);
        (_phase, _collides) = (Phase.Request, collides);
        PrepareRequest(Duration.Zero, Duration.Zero);
        (_blocks, _transmissions) = (_transfer.Blocks, 0);
        Spend(CellCurrents.WaitState, response.End, granted - response.End, "granted time");
        SendData(granted);
    }

    /// <summary>Its request goes with its preamble (MsgA).</summary>
    /// <param name="sent">When the preamble ended.</param>
    /// <param name="gap">From then to the request.</param>
    /// <param name="collides">Whether others sent the same preamble.</param>
    public void RequestAtOnce(SimTime sent, Duration gap, bool collides)
    {
        if (!Node.IsUp)
        {
            Abandon(DropReason.NodeDown);
            return;
        }

        (_phase, _collides) = (Phase.Request, collides);
        PrepareRequest(Duration.Zero, Duration.Zero);
        (_blocks, _transmissions) = (_transfer.Blocks, 0);
        var begin = _network.Air.Opportunity(isUp: true, sent + gap, _transfer.Data);
        Spend(CellCurrents.WaitState, sent, begin - sent, "request with the preamble (MsgA)");
        SendData(begin);
    }

    /// <summary>The attempt failed at some point; there may be another.</summary>
    private void Retry(SimTime at)
    {
        PutBack();
        if (_attempt >= _network.Air.MaximumAttempts)
        {
            _network.Accesses.Failures++;
            _isConnected = false;
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
        if (
            _isConnected
            || _attaches
            || Procedure.GreatestRequest is not { } greatest
            || _cause != Cause.Data
            || OnlyOneUp() is not { } only
        )
        {
            return Procedure.Request;
        }

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
