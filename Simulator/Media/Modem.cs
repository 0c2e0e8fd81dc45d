using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A device's port to a <see cref="CellularNetwork"/>: its connection, its frames and its energy.</summary>
internal sealed class Modem : Port, IEventTarget, IFrameExit
{
    private readonly CellularNetwork _network;
    private readonly Cell _cell;
    private readonly FrameLine _up;
    private readonly FrameLine _down;
    private readonly Luck _upLuck;
    private readonly Luck _downLuck;
    private readonly Luck _promotionLuck;
    private FramePool.Place? _firstWaiting;
    private FramePool.Place? _lastWaiting;
    private bool _hasConnected;
    private SimTime _active;
    private SimTime _uplinkFree;
    private SimTime _downlinkFree;

    public Modem(CellularNetwork network, Cell cell, Node node, EnergyMeter? meter)
        : base(node, meter)
    {
        (_network, _cell) = (network, cell);
        _up = new FrameLine(network.Simulation, network.Pool, this);
        _down = new FrameLine(network.Simulation, network.Pool, this);
        _upLuck = new Luck(network.Simulation.Random, node.Entity, network.UplinkPurpose);
        _downLuck = new Luck(network.Simulation.Random, node.Entity, network.DownlinkPurpose);
        _promotionLuck = new Luck(network.Simulation.Random, node.Entity, network.PromotionPurpose);
    }

    private CellSettings Settings => _network.Settings;

    private SimTime Now => _network.Simulation.Now;

    /// <summary>When the connection ends unless something happens before.</summary>
    private SimTime TailEnd => _active + Settings.Inactivity;

    public void Send(in Frame frame)
    {
        if (_network.Outages?.Hit(Now, Now) == true)
        {
            _network.Lose(frame, DropReason.Outage);
        }
        else if (_firstWaiting is not null)
        {
            Wait(frame);
        }
        else if (_hasConnected && Now < TailEnd)
        {
            Serve(frame);
        }
        else if (Promote(IsUp(frame)) is { } reason)
        {
            _network.Lose(frame, reason);
        }
        else
        {
            Wait(frame);
        }
    }

    /// <summary>Connected: what waited goes on.</summary>
    void IEventTarget.Fire(long token)
    {
        var place = _firstWaiting;
        _firstWaiting = _lastWaiting = null;
        while (place is not null)
        {
            var (frame, next) = (place.Frame, place.Next);
            _network.Pool.Return(place);
            Serve(frame);
            place = next;
        }
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line) => frame.CompleteLeg(Now);

    private static bool IsUp(in Frame frame) => ((CellularNetwork.ModemLeg)frame.Leg).IsUp;

    private void Wait(in Frame frame)
    {
        var place = _network.Pool.Take(frame, Now);
        if (_lastWaiting is null)
        {
            _firstWaiting = place;
        }
        else
        {
            _lastWaiting.Next = place;
        }

        _lastWaiting = place;
    }

    /// <summary>Begins to connect.</summary>
    /// <returns>Why that is not possible; null if it is.</returns>
    private DropReason? Promote(bool isUp)
    {
        var gap = _hasConnected ? Now - TailEnd : Duration.Longest;
        var isAsleep = Settings.PowerSaving switch
        {
            PowerSaving.Psm => gap >= Settings.ActiveTime,
            PowerSaving.Off => true,
            _ => false,
        };
        if (isAsleep && !isUp)
        {
            return DropReason.Asleep;
        }

        var draw = _promotionLuck.Next();
        var begin = isUp ? Now : Now + Settings.PagingCycle * draw.Uniform();
        var assigned = begin;
        if (Settings.AssignmentsPerSecond is { } rate)
        {
            assigned = SimTime.Max(begin, _cell.AssignmentFree);
            if (assigned - begin > Settings.AssignmentPatience)
            {
                return DropReason.QueueFull;
            }

            _cell.AssignmentFree = assigned + Duration.FromSeconds(1 / rate);
            _network.Assignments++;
        }

        var ready = assigned + Settings.Promotion.Sample(ref draw) + (isAsleep ? Settings.WakeUp : Duration.Zero);
        if (Meter is { } meter)
        {
            if (Settings.PowerSaving == PowerSaving.Psm)
            {
                // The active time before this connection was charged in advance and ends early.
                meter.Spend(ModemProfile.IdleState, Now, Duration.Min(gap - Settings.ActiveTime, Duration.Zero), Now);
                meter.Spend(ModemProfile.IdleState, ready + Settings.Inactivity, Settings.ActiveTime, Now);
            }

            meter.Spend(ModemProfile.PromotionState, begin, ready - begin, Now);
            meter.Spend(ModemProfile.ConnectedState, ready, Settings.Inactivity, Now);
        }

        _hasConnected = true;
        _active = ready;
        _network.Simulation.At(ready, this);
        return null;
    }

    private void Serve(in Frame frame)
    {
        var isUp = IsUp(frame);
        var luck = isUp ? _upLuck : _downLuck;
        var draw = luck.Next();
        var lost = Settings.Loss.Loses(ref draw, luck.LostBefore);
        luck.LostBefore = lost;
        var (capacity, rate) = isUp ? (Settings.UplinkCapacity, Settings.UplinkRate) : (Settings.DownlinkCapacity, Settings.DownlinkRate);
        var bytes = frame.Packet.Length;
        var turn = SimTime.Max(Now, isUp ? _cell.UplinkFree : _cell.DownlinkFree);
        if (Math.Round((turn - Now).TotalSeconds * capacity.BitsPerSecond / 8) + bytes > Settings.QueueBytes)
        {
            _network.Lose(frame, DropReason.QueueFull);
            return;
        }

        var occupied = capacity.TimeFor(bytes);
        var own = rate.TimeFor(bytes);
        var end = SimTime.Max(turn, isUp ? _uplinkFree : _downlinkFree) + own;
        if (isUp)
        {
            (_cell.UplinkFree, _uplinkFree) = (turn + occupied, end);
            _network.UplinkBusy += occupied;
        }
        else
        {
            (_cell.DownlinkFree, _downlinkFree) = (turn + occupied, end);
            _network.DownlinkBusy += occupied;
        }

        _network.Observers.FrameSent(_network, bytes, occupied);
        Charge(isUp ? ModemProfile.TransmitState : ModemProfile.ReceiveState, own, end);
        if (_network.Outages?.Hit(Now, end) == true)
        {
            _network.Lose(frame, DropReason.Outage);
        }
        else if (lost)
        {
            _network.Lose(frame, DropReason.Noise);
        }
        else
        {
            (isUp ? _up : _down).Add(frame, end + Settings.Latency.Sample(ref draw));
        }
    }

    /// <summary>Charges an activity and extends the tail that was charged in advance by as much as the activity ends later.</summary>
    private void Charge(int state, Duration own, SimTime end)
    {
        var tail = TailEnd;
        _active = SimTime.Max(_active, end);
        if (Meter is not { } meter)
        {
            return;
        }

        meter.Spend(ModemProfile.ConnectedState, tail, TailEnd - tail, Now);
        meter.Spend(ModemProfile.ConnectedState, end - own, -own, Now);
        meter.Spend(state, end - own, own, Now);
        if (Settings.PowerSaving == PowerSaving.Psm)
        {
            meter.Move(ModemProfile.IdleState, tail, TailEnd, Settings.ActiveTime);
        }
    }
}
