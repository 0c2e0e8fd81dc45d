using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>An access point and its stations on a channel of their own, shared by the distributed coordination function of IEEE 802.11.</summary>
/// <remarks>
/// Modelled: DIFS, SIFS, EIFS after collisions, binary exponential back-off with frozen counters, back-off after each frame, immediate access to a channel that is found idle, collisions
/// of those who begin at the same instant, capture, acknowledgements, retry limits, requests to send, noise, the access point as a station, beacons, dozing stations that poll, foreign
/// stations. Those who wait count the idle slots of the channel together, so nobody is woken for a slot, and a counter that has run down without traffic is found out when it matters; beacons and foreign frames are
/// followed only while somebody contends. Left out: hidden stations, neighbouring access points on the channel, detection time and non-zero propagation for who hears whom, losses of control frames,
/// collisions of beacons, EDCA, aggregation, block acknowledgements, fragmentation, roaming. Who got no answer waits for <see cref="WlanSettings.AnswerTimeout"/> and
/// DIFS, as in ns-3, others for EIFS; so their slots need not coincide after a collision. Sources: IEEE 802.11-2016, 10.3. Validated by the suites <c>wlan-saturation</c>, <c>wlan-ns3</c> and
/// <c>wlan-light-load</c> and by <c>WlanChannelTests</c>.
/// </remarks>
public sealed class WlanChannel : Medium, IEventTarget
{
    private const long EndToken = -1;

    private readonly Observers _observers;
    private readonly AccessPoint _accessPoint;
    private readonly Port _accessPort;
    private readonly ForeignContender? _foreign;
    private readonly Outages? _outages;
    private readonly double _capture;
    private readonly Dictionary<Node, WlanStation> _stations = [];

    /// <summary>Those who contend and count from the common start.</summary>
    private readonly ContenderHeap _together = new();

    /// <summary>Those who count from a start of their own in this idle period.</summary>
    private readonly List<Contender> _apart = [];

    /// <summary>Whose frames are on the air.</summary>
    private readonly List<Contender> _sending = [];

    /// <summary>Whose frames were given up in an exchange that has just ended.</summary>
    private readonly List<Frame> _givenUp = [];

    /// <summary>Whether the outcome of what is on the air is still to come.</summary>
    private bool _isBusy;

    /// <summary>From when on the channel is idle.</summary>
    private SimTime _idleFrom;

    /// <summary>From when on idle slots count for those who count together.</summary>
    private SimTime _start;

    /// <summary>Idle slots that had passed by then [1].</summary>
    private long _slots;

    /// <summary>Number of the idle period [1].</summary>
    private long _period;

    /// <summary>Number of the wake-up that counts, and when it is.</summary>
    private long _wakeUp;
    private SimTime? _wakeUpAt;
    private bool _isBeaconNext;
    private long _beacons;

    private SimTime _begin;
    private Contender? _survivor;
    private SimTime _othersEnd;
    private bool _isNoise;

    /// <summary>Own stations that contend [1].</summary>
    private int _contending;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="settings">How the channel is shared.</param>
    /// <param name="outages">When the access point is down; null if never.</param>
    public WlanChannel(
        string name,
        Simulation simulation,
        Observers observers,
        Node accessPoint,
        WlanSettings settings,
        Outages? outages = null
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings is { Rest: WlanRest.Doze, BeaconInterval: null })
        {
            throw new ArgumentException("Stations that doze need beacons to wake for; set a beacon interval.", nameof(settings));
        }

        (Simulation, _observers, Settings, _outages) = (simulation, observers, settings, outages);
        (BackOff, UpNoise, DownNoise) = (Purpose.Named(name + " back-off"), Purpose.Named(name + " up"), Purpose.Named(name + " down"));
        _accessPoint = new AccessPoint(this, accessPoint);
        _accessPort = new Port(accessPoint);
        _capture = settings.CaptureRatio is { } ratio ? Radio.Decibels.ToLinear(ratio) : double.PositiveInfinity;
        _start = SimTime.Start + settings.Phy.Difs;
        if (settings.ForeignLoad > 0)
        {
            var foreign = Entity.Link(accessPoint.Entity, Entity.Of("foreign station"));
            _foreign = new ForeignContender(
                settings,
                new Luck(simulation.Random, foreign, BackOff),
                new Luck(simulation.Random, foreign, UpNoise)
            );
        }
    }

    /// <summary>How the channel is shared.</summary>
    public WlanSettings Settings { get; }

    /// <summary>For how long own frames and what belongs to them have occupied the channel.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Own exchanges that have succeeded [1].</summary>
    public long Successes { get; private set; }

    /// <summary>Own attempts that have ended [1].</summary>
    public long Attempts { get; private set; }

    /// <summary>Own attempts that have ended in a collision [1].</summary>
    public long Collisions { get; private set; }

    internal Simulation Simulation { get; }

    internal FramePool Pool { get; } = new();

    internal Purpose BackOff { get; }

    internal Purpose UpNoise { get; }

    internal Purpose DownNoise { get; }

    /// <summary>A leg from a station to what lies behind the access point, and one back; a node has one station, however many legs.</summary>
    /// <param name="near">The station's node.</param>
    /// <param name="far">What lies behind the access point, or the access point itself.</param>
    /// <param name="link">The radio link between them.</param>
    /// <param name="meter">Charges its radio, with the states of <see cref="WlanCurrents"/>; null where energy is not accounted for.</param>
    /// <param name="moving">Its link at a time, if it moves; asked for each packet.</param>
    public (Leg Up, Leg Down) Join(Node near, Node far, WlanLink link, EnergyMeter? meter = null, Func<SimTime, WlanLink>? moving = null)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        ArgumentNullException.ThrowIfNull(link);
        if (!_stations.TryGetValue(near, out var station))
        {
            _stations.Add(near, station = new WlanStation(this, near, link, meter, moving));
        }

        var behind = far == _accessPort.Node ? _accessPort : new Port(far);
        return (
            new WlanLeg(this, station, station.Port, behind, isUp: true),
            new WlanLeg(this, station, behind, station.Port, isUp: false)
        );
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (WlanLeg)frame.Leg;
        var refused =
            frame.Packet.Length > Settings.GreatestPacket ? DropReason.TooLarge
            : leg.Station.IsDown ? DropReason.NodeDown
            : !leg.Station.IsInRange() ? DropReason.OutOfRange
            : _outages?.Hit(Simulation.Now, Simulation.Now) == true ? DropReason.Outage
            : leg.IsUp ? leg.Station.Send(frame)
            : _accessPoint.Send(frame, leg.Station);
        if (refused is { } reason)
        {
            _observers.FrameLost(this, reason);
            frame.Lose(reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == EndToken)
        {
            End();
        }
        else if (token == _wakeUp)
        {
            _wakeUpAt = null;
            if (_isBeaconNext)
            {
                SendBeacon();
            }
            else
            {
                Access();
            }
        }
    }

    /// <summary>The first beacon, at or after a time, to which dozing stations listen.</summary>
    internal SimTime NextListening(SimTime now)
    {
        var interval = Settings.BeaconInterval!.Value.Nanoseconds * Settings.ListenInterval;
        return new SimTime((now.Nanoseconds + interval - 1) / interval * interval);
    }

    /// <summary>Somebody has something to send and did not before.</summary>
    internal void Arrive(Contender contender)
    {
        var now = Simulation.Now;
        if (contender is Sender)
        {
            if (_contending++ == 0)
            {
                Engage(now);
            }
        }

        Contend(contender, now);
        Plan();
    }

    private void Contend(Contender contender, SimTime at)
    {
        contender.IsContending = true;
        var isOnItsOwn = contender.Period == _period;
        var isIdle = !_isBusy && at >= _idleFrom;
        var left = isOnItsOwn
            ? contender.Counter - Passed(contender.Start, at)
            : contender.Due - _slots - (isIdle ? Passed(_start, at) : 0);
        if (left > 0)
        {
            if (!isOnItsOwn)
            {
                _together.Add(contender);
            }
        }
        else if (isIdle)
        {
            StartAlone(contender, SimTime.Max(at, _start), 0, isImmediate: true);
        }
        else if (isOnItsOwn)
        {
            StartAlone(contender, contender.Start, contender.DrawCounter(), isImmediate: false);
        }
        else
        {
            contender.Due = _slots + contender.DrawCounter();
            _together.Add(contender);
        }
    }

    private void StartAlone(Contender contender, SimTime start, long counter, bool isImmediate)
    {
        if (contender.Period != _period)
        {
            contender.Period = _period;
            _apart.Add(contender);
        }

        (contender.Start, contender.Counter, contender.IsImmediate) = (start, counter, isImmediate);
    }

    /// <summary>Slots that have passed since a start [1].</summary>
    private long Passed(SimTime start, SimTime now) => now <= start ? 0 : (now - start).Nanoseconds / Settings.Phy.Slot.Nanoseconds;

    /// <summary>The first of our own begins to contend: looks what beacons and foreign stations have been doing.</summary>
    private void Engage(SimTime now)
    {
        var until = SimTime.Start;
        if (Settings.BeaconInterval is { } interval)
        {
            var last = now.Nanoseconds / interval.Nanoseconds;
            var at = new SimTime(last * interval.Nanoseconds);
            until = last >= _beacons && at >= _idleFrom ? at + Settings.Beacon : until;
            _beacons = last + 1;
        }

        if (_foreign is not null)
        {
            until = SimTime.Max(until, now + _foreign.Engage(now));
        }

        if (!_isBusy && until > now && until > _idleFrom)
        {
            Stop(now);
            Resume(until, Settings.Phy.Difs);
        }
    }

    /// <summary>The idle period ends: whoever has not gone by now keeps what is left of the counter.</summary>
    private void Stop(SimTime now)
    {
        _slots += Passed(_start, now);
        foreach (var contender in _apart)
        {
            if (contender.Period != _period)
            {
                continue;
            }

            var left = Math.Max(0, contender.Counter - Passed(contender.Start, now));
            contender.Due = _slots + (contender is { IsImmediate: true, IsContending: true } ? contender.DrawCounter() : left);
            contender.Period = -1;
            if (contender.IsContending)
            {
                _together.Add(contender);
            }
        }

        _apart.Clear();
        if (Settings.CountsBusyPeriods)
        {
            _slots++;
        }
    }

    /// <summary>A new idle period begins.</summary>
    /// <param name="idleFrom">When.</param>
    /// <param name="space">After which slots count for those who count together.</param>
    private void Resume(SimTime idleFrom, Duration space)
    {
        (_idleFrom, _start) = (idleFrom, idleFrom + space);
        _period++;
    }

    /// <summary>Sees to it that what happens next does.</summary>
    private void Plan()
    {
        if (_isBusy)
        {
            return;
        }

        var next = NextAccess();
        if (Settings.BeaconInterval is { } interval && next < SimTime.End)
        {
            var beacon = SimTime.Max(new SimTime(_beacons * interval.Nanoseconds), _idleFrom + Settings.Phy.Pifs);
            _isBeaconNext = beacon <= next;
            next = SimTime.Min(beacon, next);
        }

        if (next != _wakeUpAt)
        {
            _wakeUp++;
            _wakeUpAt = next;
            if (next < SimTime.End)
            {
                Simulation.At(next, this, _wakeUp);
            }
        }
    }

    /// <summary>When the next one goes; foreign frames that come before take part.</summary>
    private SimTime NextAccess()
    {
        while (true)
        {
            var next = _together.Count == 0 ? SimTime.End : _start + Settings.Phy.Slot * (_together.FirstDue - _slots);
            foreach (var contender in _apart)
            {
                if (contender.IsContending && contender.Period == _period && contender.OwnAccess < next)
                {
                    next = contender.OwnAccess;
                }
            }

            if (_foreign is null || _contending == 0 || _foreign.Next >= next)
            {
                return next;
            }

            var at = _foreign.Next;
            if (_foreign.Arrived())
            {
                Contend(_foreign, at);
            }
        }
    }

    private void SendBeacon()
    {
        var now = Simulation.Now;
        Stop(now);
        _beacons++;
        Resume(now + Settings.Beacon, Settings.Phy.Difs);
        Plan();
    }

    /// <summary>Those whose turn it is begin to send.</summary>
    private void Access()
    {
        var now = Simulation.Now;
        _sending.Clear();
        foreach (var contender in _apart)
        {
            if (contender.IsContending && contender.Period == _period && contender.OwnAccess == now)
            {
                contender.Period = -1;
                _sending.Add(contender);
            }
        }

        while (_together.Count > 0 && _start + Settings.Phy.Slot * (_together.FirstDue - _slots) == now)
        {
            _sending.Add(_together.Take());
        }

        if (!AreUp())
        {
            Plan();
            return;
        }

        Stop(now);
        _isBusy = true;
        _begin = now;
        _othersEnd = now;
        foreach (var contender in _sending)
        {
            contender.Begin(now);
            if (contender is Sender sender)
            {
                var isProtected = contender.Exchange.IsProtected;
                _observers.FrameSent(this, isProtected ? WlanFrame.RequestToSend : sender.FrameLength, contender.Exchange.First);
            }
        }

        _survivor = _sending.Count == 1 ? _sending[0] : Captured();
        foreach (var contender in _sending)
        {
            if (contender != _survivor)
            {
                _othersEnd = SimTime.Max(_othersEnd, now + contender.Exchange.First + Settings.Propagation);
            }
        }

        _isNoise = _survivor?.IsLostToNoise() == true;
        Simulation.At(_survivor is null ? _othersEnd : now + _survivor.Exchange.DataEnd, this, EndToken);
    }

    /// <summary>Takes away those whose node has stopped while they waited.</summary>
    /// <returns>Whether somebody is left.</returns>
    private bool AreUp()
    {
        for (var i = _sending.Count - 1; i >= 0; i--)
        {
            if (_sending[i] is WlanStation { IsDown: true } stopped)
            {
                _sending.RemoveAt(i);
                stopped.IsContending = false;
                _contending--;
                stopped.Abandon();
            }
        }

        return _sending.Count > 0;
    }

    /// <summary>Who survives a collision at the access point, if somebody does.</summary>
    private Contender? Captured()
    {
        if (double.IsPositiveInfinity(_capture))
        {
            return null;
        }

        var (sum, best) = (0.0, _sending[0]);
        foreach (var contender in _sending)
        {
            // The access point hears nobody while it sends, and how strongly it hears foreign stations is not known.
            if (contender.Milliwatts == 0)
            {
                return null;
            }

            sum += contender.Milliwatts;
            best = contender.Milliwatts > best.Milliwatts ? contender : best;
        }

        return best.Milliwatts >= _capture * (sum - best.Milliwatts) ? best : null;
    }

    /// <summary>What was on the air has arrived or not.</summary>
    private void End()
    {
        var now = Simulation.Now;
        var phy = Settings.Phy;
        _isBusy = false;
        var isAlone = _sending.Count == 1;
        if (_survivor is null)
        {
            Resume(now, Settings.Eifs);
        }
        else
        {
            // Those who heard the data know how long the answer would take, even if it does not come.
            var whole = _begin + _survivor.Exchange.Whole;
            Resume(SimTime.Max(whole, _othersEnd), _othersEnd > whole ? Settings.Eifs : phy.Difs);
        }

        Busy += isAlone && _survivor == _foreign ? Duration.Zero : _idleFrom - _begin;
        Frame? arrived = null;
        if (_survivor is Sender { Exchange.IsProtected: true } granted)
        {
            _observers.FrameSent(this, granted.FrameLength, granted.Exchange.DataEnd - granted.Exchange.DataBegin - Settings.Propagation);
        }

        foreach (var contender in _sending)
        {
            var isDelivered = contender == _survivor && !_isNoise;
            if (contender is Sender sender)
            {
                Attempts++;
                Collisions += contender == _survivor ? 0 : 1;
                if (isDelivered)
                {
                    Successes++;
                    arrived = sender.Delivered(_begin, _begin + contender.Exchange.Whole);
                    contender.Reset();
                }
                else
                {
                    Fail(sender);
                }

                _contending -= contender.IsContending ? 0 : 1;
            }
            else if (isDelivered || contender.FailedLast(isAnswered: false))
            {
                _foreign!.Finished();
            }

            BackOffAfter(contender, isDelivered);
        }

        if (_contending == 0 && _foreign is not null)
        {
            _foreign.Disengage();
            _together.Clear();
        }

        Plan();
        arrived?.CompleteLeg(now);
        TellGivenUp();
    }

    private void Fail(Sender sender)
    {
        var isSurvivor = sender == _survivor;
        var isAnswered = isSurvivor && sender.Exchange.IsProtected;
        var isLast = sender.FailedLast(isAnswered);
        _observers.FrameLost(this, isSurvivor ? DropReason.Noise : DropReason.Collision);
        var sent = isSurvivor ? sender.Exchange.DataEnd : sender.Exchange.First + Settings.Propagation;
        if (sender.Failed(_begin, _begin + sent + Settings.AnswerTimeout, isAnswered, isLast) is { } lost)
        {
            _givenUp.Add(lost);
        }

        if (isLast)
        {
            sender.Reset();
        }
    }

    /// <summary>Every attempt is followed by a back-off, whether something waits or not.</summary>
    private void BackOffAfter(Contender contender, bool isDelivered)
    {
        var start = _start;
        if (!isDelivered)
        {
            var sent = contender == _survivor ? contender.Exchange.DataEnd : contender.Exchange.First + Settings.Propagation;
            var silent = _begin + sent + Settings.AnswerTimeout;
            var busy = contender == _survivor ? SimTime.Start : SimTime.Max(_othersEnd, _survivor is null ? _othersEnd : _idleFrom);
            start = SimTime.Max(silent, busy) + Settings.Phy.Difs;
        }

        if (start == _start)
        {
            contender.Due = _slots + contender.DrawCounter();
            if (contender.IsContending)
            {
                _together.Add(contender);
            }
        }
        else
        {
            StartAlone(contender, start, contender.DrawCounter(), isImmediate: false);
        }
    }

    private void TellGivenUp()
    {
        while (_givenUp.Count > 0)
        {
            var frame = _givenUp[0];
            _givenUp.RemoveAt(0);
            frame.Lose(DropReason.RetriesExhausted);
        }
    }
}
