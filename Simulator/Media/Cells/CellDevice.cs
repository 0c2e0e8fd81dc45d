using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>A device's port to a <see cref="CellNetwork"/>: what waits, when it rests and how it can be reached.</summary>
internal sealed partial class CellDevice : Port, IEventTarget
{
    private static readonly Purpose PhasePurpose = Purpose.Named("paging and update phase");
    private static readonly Purpose ClassPurpose = Purpose.Named("access class");

    private readonly CellNetwork _network;
    private RadioCell _cell;
    private FramePool.Place? _firstWaiting;
    private FramePool.Place? _lastWaiting;
    private Phase _phase;
    private Cause _cause;
    private uint _generation;
    private bool _hasConnected;

    /// <summary>Since when it rests; while it is connected without traffic, since when that is.</summary>
    private SimTime _since;

    public CellDevice(CellNetwork network, RadioCell cell, RadioLink link, Node node, EnergyMeter? meter)
        : base(node, meter)
    {
        (_network, _cell, Link) = (network, cell, link);
        Core = network.Settings.Core is { } path ? new CoreLine(network, path, this) : null;
    }

    /// <summary>A device that moves.</summary>
    public CellDevice(CellNetwork network, int cell, RadioLink link, Node node, EnergyMeter? meter, IMovingLink moving)
        : this(network, network.CellAt(cell), link, node, meter) =>
        (_moving, _cellNumber, _reAttach) = (moving, cell, node.Moves?.ReAttach);

    /// <summary>What a device is doing.</summary>
    private enum Phase : byte
    {
        /// <summary>Nothing: asleep, or idle with paging.</summary>
        Rest,

        /// <summary>Is going to be paged.</summary>
        Paged,

        /// <summary>Sent or is going to send a preamble (Msg1).</summary>
        Access,

        /// <summary>Sends the request (Msg3).</summary>
        Request,

        /// <summary>Receives the answer (Msg4).</summary>
        Answer,

        /// <summary>Exchanges the signalling that follows.</summary>
        SetUp,

        /// <summary>Sends or receives a packet.</summary>
        Data,

        /// <summary>Is connected without traffic.</summary>
        Connected,

        /// <summary>Is being released.</summary>
        Release,
    }

    /// <summary>Why a device connects.</summary>
    private enum Cause : byte
    {
        Data,
        Page,
        Update,
    }

    private enum Token : byte
    {
        Step,
        Update,
    }

    /// <summary>Its link to its cell; of a device that moves, as it was when it last looked.</summary>
    public RadioLink Link { get; private set; }

    /// <summary>Its packets behind the radio; null if nothing is there.</summary>
    public CoreLine? Core { get; }

    private ConnectionSettings Settings => _network.Settings;

    private SimTime Now => _network.Simulation.Now;

    /// <summary>Whether it is unreachable between connections.</summary>
    private bool SleepsDeeply => Settings.PowerSaving is PowerSaving.Psm or PowerSaving.Off;

    /// <summary>Where it sleeps deeply: until when it is reachable.</summary>
    private SimTime ActiveUntil => _hasConnected ? _since + Settings.ActiveTime : SimTime.Start;

    public void Send(in Frame frame, bool isUp)
    {
        if (!Node.IsUp)
        {
            AbandonKept();
            _network.Lose(frame, DropReason.NodeDown);
            return;
        }

        if (_phase == Phase.Rest && !isUp)
        {
            SendToResting(frame);
            return;
        }

        Keep(frame);
        if (_phase is Phase.Rest or Phase.Paged && isUp)
        {
            Connect(Cause.Data, SimTime.Max(Now, _since), isListening: false);
        }
        else if (_phase == Phase.Connected)
        {
            GoOn(isUp);
        }
    }

    /// <summary>Looks once in an update period whether it has been silent for so long: a wake-up that only ever ends in a transmission or far in the future.</summary>
    public void AwaitUpdate()
    {
        if (UpdatePeriod is { } period)
        {
            var phase = _network.Simulation.Random.Draw(Node.Entity, PhasePurpose, 1).Uniform();
            _network.Simulation.At(Now + period * phase, this, (long)Token.Update);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if ((Token)(token & 1) == Token.Update)
        {
            Update();
        }
        else if (token >> 1 == _generation)
        {
            if (Node.IsUp)
            {
                Step();
            }
            else
            {
                Abandon(DropReason.NodeDown);
            }
        }
    }

    private void Update()
    {
        if (!Node.IsUp)
        {
            // A node stops for good: there is nothing more to tell.
            AbandonKept();
            return;
        }

        var due =
            _phase != Phase.Rest ? Now.PlusOrEnd(UpdatePeriod!.Value)
            : !_hasConnected
                ? BeginsWithUpdate ? Now
                    : Now.PlusOrEnd(UpdatePeriod!.Value)
            : SimTime.Max(Now, UpdateAfter(_since));
        if (due == Now)
        {
            Connect(Cause.Update, Now, isListening: false);
            due = Now.PlusOrEnd(UpdatePeriod!.Value);
        }

        if (due < SimTime.End)
        {
            _network.Simulation.At(due, this, (long)Token.Update);
        }
    }

    /// <summary>Whether a device that has not connected yet tells that it is there.</summary>
    private bool BeginsWithUpdate => IsInactive(Now) ? Settings.Inactive!.AreaUpdate is not null : Settings.PeriodicUpdate is not null;

    /// <summary>The shortest time between two updates; null for none.</summary>
    private Duration? UpdatePeriod =>
        Settings.Inactive?.AreaUpdate is not { } area ? Settings.PeriodicUpdate
        : Settings.PeriodicUpdate is { } period ? Duration.Min(period, area)
        : area;

    /// <summary>When a device that rests since a time has to tell that it is still there: soon while it is inactive, later when it is idle.</summary>
    private SimTime UpdateAfter(SimTime since)
    {
        var idleFrom =
            Settings.Inactive is not { } state ? since
            : state.Lifetime is { } lifetime ? since.PlusOrEnd(lifetime)
            : SimTime.End;
        var idle = Settings.PeriodicUpdate is { } period ? idleFrom.PlusOrEnd(period) : SimTime.End;
        var inactive = Settings.Inactive?.AreaUpdate is { } area ? since.PlusOrEnd(area) : SimTime.End;
        return IsInactive(inactive) ? SimTime.Min(idle, inactive) : idle;
    }

    /// <summary>Whether its last connection is only suspended.</summary>
    private bool IsInactive(SimTime at) =>
        Settings.Inactive is { } inactive && (_hasConnected || inactive.IsInitial) && inactive.Holds(SimTime.Max(at, _since) - _since);

    /// <summary>A packet comes for a device that is not connected: the network pages it, or keeps the packet until it connects itself.</summary>
    private void SendToResting(in Frame frame)
    {
        var page = NextPage(SimTime.Max(Now, _since));
        var isReachable = !SleepsDeeply || page < ActiveUntil;
        if (!isReachable && Waiting >= Settings.Buffer)
        {
            _network.Lose(frame, DropReason.Asleep);
            return;
        }

        Keep(frame);
        if (isReachable)
        {
            AwaitPage(page);
        }
    }

    private void AwaitPage(SimTime page)
    {
        _phase = Phase.Paged;
        Wake(page);
    }

    /// <summary>The next time at which it listens for pages.</summary>
    private SimTime NextPage(SimTime from)
    {
        var phase = _network.Simulation.Random.Draw(Node.Entity, PhasePurpose).Uniform();
        var extended = Settings.PowerSaving == PowerSaving.Edrx ? Settings.ExtendedCycle : Settings.PagingCycle;
        var window = Settings.PowerSaving == PowerSaving.Edrx ? Settings.PagingWindow : Settings.PagingCycle;
        var begin = NextOf(from - window + Settings.PagingCycle, extended, phase);
        return begin >= from ? begin : begin + Settings.PagingCycle * (long)Math.Ceiling((from - begin) / Settings.PagingCycle);
    }

    private static SimTime NextOf(SimTime from, Duration cycle, double phase)
    {
        if (cycle == Duration.Zero)
        {
            return from;
        }

        var first = new SimTime((cycle * phase).Nanoseconds);
        return from <= first ? first : first + cycle * (long)Math.Ceiling((from - first) / cycle);
    }

    /// <summary>Is on its own again.</summary>
    private void Rest(SimTime at)
    {
        StopSharing();
        (_phase, _since, _hasConnected) = (Phase.Rest, at, true);
        _generation++;
        if (SleepsDeeply)
        {
            Spend(CellCurrents.IdleState, at, Settings.ActiveTime, "active time (T3324)");
        }

        if (_firstWaiting is null)
        {
            return;
        }

        if (IsWaiting(up: true))
        {
            Connect(Cause.Data, at, isListening: false);
        }
        else if (NextPage(at) is var page && (!SleepsDeeply || page < ActiveUntil))
        {
            AwaitPage(page);
        }
    }

    private void Abandon(DropReason reason)
    {
        FreeAnswer();
        StopSharing();
        HoldGrant(false);
        if (_carried is { } carried)
        {
            _carried = null;
            Lose(carried, reason);
        }

        while (TakeFirst() is { } place)
        {
            Lose(place, reason);
        }
    }

    /// <summary>What the network keeps for a device that has stopped is found to be lost at the next occasion; a device in an exchange finds out itself.</summary>
    private void AbandonKept()
    {
        if (_phase == Phase.Rest)
        {
            Abandon(DropReason.NodeDown);
        }
    }

    private void Lose(FramePool.Place place, DropReason reason)
    {
        var frame = place.Frame;
        _network.Pool.Return(place);
        _network.Lose(frame, reason);
    }

    private void Wake(SimTime time) => _network.Simulation.At(time, this, (long)++_generation << 1 | (long)Token.Step);

    /// <summary>Charges a stay, and records it where somebody wants to see.</summary>
    private void Spend(int state, SimTime begin, Duration length, string name, AirDirection direction = AirDirection.None, int bytes = 0)
    {
        if (length == Duration.Zero)
        {
            return;
        }

        Meter?.Spend(state, begin, length, Now);
        _network.Timeline?.Add(new ExchangeStep(name, begin, length, direction, bytes, Link.Profile.States[state].Name));
    }

    /// <summary>Takes back what was charged in advance from a point on.</summary>
    private void TakeBack(int state, SimTime from, SimTime charged)
    {
        if (charged > from)
        {
            Meter?.Spend(state, from, from - charged, Now);
            _network.Timeline?.Cut(from);
        }
    }
}
