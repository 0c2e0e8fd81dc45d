using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Ble;

/// <summary>A connection of a peripheral with its central.</summary>
public sealed class BleConnection : IEventTarget, IFrameExit
{
    internal const int Transmit = 1;
    internal const int Receive = 2;
    internal const int WakeUp = 3;
    private const int LeastHop = 5;
    private const int Hops = 12;
    private const double GreatestAdvertisingDelay = 0.01;
    private static readonly Purpose HopPurpose = Purpose.Named("ble hop");
    private static readonly Purpose LossPurpose = Purpose.Named("ble packet");
    private static readonly Purpose ReconnectPurpose = Purpose.Named("ble reconnect");

    private readonly BleNetwork _network;
    private readonly EnergyMeter? _meter;
    private readonly BleEnd _up;
    private readonly BleEnd _down;
    private readonly FrameLine _risen;
    private readonly FrameLine _fallen;
    private readonly int _hop;
    private SimTime _anchor;
    private SimTime _heard;
    private long _planned = long.MaxValue;
    private long _generation;
    private long _packets;
    private long _losses;

    internal BleConnection(BleNetwork network, Node node, Duration anchor, EnergyMeter? meter)
    {
        (_network, Node, _meter, _anchor) = (network, node, meter, SimTime.Start + anchor);
        (_up, _down) = (new BleEnd(network.Settings.Payload), new BleEnd(network.Settings.Payload));
        (_risen, _fallen) = (new FrameLine(network.Simulation, network.Pool, this), new FrameLine(network.Simulation, network.Pool, this));
        var draw = network.Simulation.Random.Draw(node.Entity, HopPurpose);
        _hop = LeastHop + draw.UniformIndex(Hops);
    }

    /// <summary>The peripheral.</summary>
    public Node Node { get; }

    private BleSettings Settings => _network.Settings;

    private SimTime Now => _network.Simulation.Now;

    internal void Enqueue(in Frame frame, int octets, bool isUp)
    {
        var end = isUp ? _up : _down;
        if (!Node.IsUp)
        {
            Lose(frame, DropReason.NodeDown);
        }
        else if (end.Count == Settings.Queue)
        {
            Lose(frame, DropReason.QueueFull);
        }
        else
        {
            _heard = _up.Count + _down.Count == 0 ? SimTime.Max(Now, _anchor) : _heard;
            end.Add(frame, octets);
            Plan(FirstAt(Now));
        }
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line) => frame.CompleteLeg(Now);

    /// <summary>An event begins in which something waits.</summary>
    void IEventTarget.Fire(long token)
    {
        if (token != _generation)
        {
            return;
        }

        var number = _planned;
        _planned = long.MaxValue;
        if (!Node.IsUp)
        {
            _up.Lose(DropReason.NodeDown);
            _down.Lose(DropReason.NodeDown);
            return;
        }

        if (number % (1 + Settings.Latency) != 0)
        {
            _meter?.Spend(WakeUp, Settings.WakeUpTime, Now);
        }

        if (Converse(number))
        {
            _heard = Now;
        }
        else if (Now - _heard >= Settings.Supervision)
        {
            Reconnect();
            return;
        }

        if (_up.Count + _down.Count > 0)
        {
            Plan(number + 1);
        }
    }

    /// <summary>Packets each way until neither has more, one is lost, or the time is over.</summary>
    /// <returns>Whether the peripheral heard the central.</returns>
    private bool Converse(long number)
    {
        var channel = _hop * number % BleData.Channels;
        var loss = channel < Settings.BadChannels ? Settings.BadLoss : Settings.Loss;
        var (at, until, hasHeard) = (Now, Now + Settings.EventLength, false);
        while (true)
        {
            var down = Airtime(_down.Next);
            var up = Airtime(_up.HasArrived ? Settings.Payload : _up.Next);
            if (hasHeard && at + down + BleData.InterFrameSpace + up > until)
            {
                return true;
            }

            if (!Passes(_down.Next, down, Receive, loss, at))
            {
                return hasHeard;
            }

            hasHeard = true;
            _up.Acknowledge();
            if (_down.Arrive() is { } fallen)
            {
                _fallen.Add(fallen, at + down);
            }

            at += down + BleData.InterFrameSpace;
            up = Airtime(_up.Next);
            if (!Passes(_up.Next, up, Transmit, loss, at))
            {
                return true;
            }

            _down.Acknowledge();
            at += up;
            if (_up.Arrive() is { } risen)
            {
                _risen.Add(risen, at);
            }

            at += BleData.InterFrameSpace;
            if (!_up.HasMore && !_down.HasMore)
            {
                _up.Acknowledge();
                return true;
            }
        }
    }

    private bool Passes(int payload, Duration airtime, int state, double loss, SimTime at)
    {
        _network.Told(payload, airtime);
        _meter?.Spend(state, at, airtime, Now);
        var draw = _network.Simulation.Random.Draw(Node.Entity, LossPurpose, _packets++);
        if (!draw.Bernoulli(loss))
        {
            return true;
        }

        _network.Observers.FrameLost(_network, DropReason.Noise);
        return false;
    }

    /// <summary>Nothing was heard for too long: what waits is lost, and the peripheral advertises until its central connects it again.</summary>
    private void Reconnect()
    {
        _network.Losses++;
        _up.Lose(DropReason.Outage);
        _down.Lose(DropReason.Outage);
        var draw = _network.Simulation.Random.Draw(Node.Entity, ReconnectPurpose, _losses++);
        var advertising = Settings.AdvertisingInterval + (GreatestAdvertisingDelay * draw.Uniform()).Seconds;
        // The central listens all the time; its first event comes within an interval after the request.
        _anchor = Now + advertising + Settings.Interval * draw.Uniform();
    }

    private Duration Airtime(int payload) => BleData.Airtime(payload, Settings.Phy, Settings.Encrypted);

    private long FirstAt(SimTime time)
    {
        var late = (time - _anchor).Nanoseconds;
        return late <= 0 ? 0 : (late + Settings.Interval.Nanoseconds - 1) / Settings.Interval.Nanoseconds;
    }

    /// <summary>Wakes up for an event; for what comes from the central only, for the next one that an idle peripheral does not miss.</summary>
    private void Plan(long number)
    {
        var each = 1 + Settings.Latency;
        number = _up.Count > 0 || _down.HasArrived ? number : (number + each - 1) / each * each;
        if (number < _planned)
        {
            _planned = number;
            _network.Simulation.At(_anchor + Settings.Interval * number, this, ++_generation);
        }
    }

    private void Lose(in Frame frame, DropReason reason)
    {
        _network.Observers.FrameLost(_network, reason);
        frame.Lose(reason);
    }
}
