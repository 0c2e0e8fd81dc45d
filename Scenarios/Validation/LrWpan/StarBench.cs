using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LrWpan;

/// <summary>Devices on a circle around a coordinator, which all hear each other, and what becomes of their bare MAC frames.</summary>
internal sealed class StarBench : IFrameReceiver, IEventTarget
{
    private const double CircleRadius = 10;
    private const int RefillTo = 4;
    private static readonly Duration RefillEvery = 1.Milliseconds;
    private static readonly Purpose Arrival = Purpose.Named("arrival");

    private readonly Simulation _simulation;
    private readonly LrWpanNetwork _network;
    private readonly LrWpanRadio[] _devices;
    private readonly Route[] _routes;
    private readonly double? _interval;
    private readonly long[] _arrivals;
    private readonly int _payload;
    private SimTime _countFrom = SimTime.End;
    private long _sent;
    private double _delay;

    /// <param name="devices">How many [1].</param>
    /// <param name="payload">Of a MAC frame [B].</param>
    /// <param name="interval">Mean time between the frames of a device, which come by chance [s]; null for always one more.</param>
    /// <param name="settings">How the channel is shared.</param>
    /// <param name="seed">Of the run.</param>
    public StarBench(int devices, int payload, double? interval, LrWpanSettings settings, ulong seed)
    {
        (_simulation, _interval, _payload) = (new Simulation(seed), interval, payload);
        _network = new LrWpanNetwork(
            "star",
            _simulation,
            new Observers(),
            settings,
            1,
            (packet, _) => LowPanFragments.Whole(packet.Length)
        );
        var coordinator = _network.Add(NewNode("coordinator", 0), 0, isAlwaysOn: true);
        _devices = [.. Enumerable.Range(0, devices).Select(i => _network.Add(NewNode("device", i), 0, isAlwaysOn: true))];
        coordinator.Hear([.. _devices.Select(device => new Reach(device.Index, PowerAt(CircleRadius)))]);
        for (var i = 0; i < devices; i++)
        {
            var chords = Enumerable
                .Range(0, devices)
                .Where(other => other != i)
                .Select(other => new Reach(
                    _devices[other].Index,
                    PowerAt(2 * CircleRadius * Math.Abs(Math.Sin(Math.PI * (other - i) / devices)))
                ));
            _devices[i].Hear([new Reach(coordinator.Index, PowerAt(CircleRadius)), .. chords]);
            _devices[i].Attach(coordinator);
        }

        var outside = NewNode("outside", 0);
        _routes = [.. _devices.Select(device => new Route([_network.Join(device, outside).Up], this))];
        _arrivals = new long[devices];
    }

    /// <summary>Frames handed over within the window; without an interval, those that their devices were done with [1].</summary>
    public long Offered { get; private set; }

    /// <summary>Frames of these that arrived [1].</summary>
    public long Received { get; private set; }

    /// <summary>Frames put on the air within the window [1].</summary>
    public long Transmissions { get; private set; }

    /// <summary>Frames given up within the window because the channel was always busy [1].</summary>
    public long AccessFailures { get; private set; }

    /// <summary>From being handed over until arrival, in the mean of those that arrived [s].</summary>
    public double MeanDelay => _delay / Received;

    /// <summary>Runs a warm-up and a window.</summary>
    public StarBench Run(Duration warmUp, Duration window)
    {
        for (var i = 0; i < _devices.Length; i++)
        {
            if (_interval is null)
            {
                _simulation.At(SimTime.Start + RefillEvery * (i / (double)_devices.Length), this, i);
            }
            else
            {
                Later(i);
            }
        }

        _simulation.RunUntil(SimTime.Start + warmUp);
        var (done, transmissions, failures) = (Done, _network.DataFrames, _network.AccessFailures);
        _countFrom = _simulation.Now;
        _simulation.RunUntil(SimTime.Start + warmUp + window);
        Offered = _interval is null ? Done - done : Offered;
        (Transmissions, AccessFailures) = (_network.DataFrames - transmissions, _network.AccessFailures - failures);
        return this;
    }

    private long Done => _sent - _devices.Sum(device => device.Waiting);

    void IEventTarget.Fire(long token)
    {
        var device = (int)token;
        if (_interval is null)
        {
            while (_devices[device].Waiting < RefillTo)
            {
                Send(device);
            }

            _simulation.After(RefillEvery, this, token);
        }
        else
        {
            Send(device);
            Later(device);
        }
    }

    void IFrameReceiver.Receive(in Frame frame)
    {
        if (_simulation.Now >= _countFrom)
        {
            Received++;
            _delay += (_simulation.Now - ((Blank)frame.Packet).At).TotalSeconds;
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    private static float PowerAt(double metres) =>
        (float)Decibels.ToLinear(-(Ns3LrWpanSuite.ReferenceLoss + 10 * Ns3LrWpanSuite.Exponent * Math.Log10(metres)));

    private Node NewNode(string role, int number) => new(_simulation, Entity.Of(role, number), new Observers());

    private void Later(int device)
    {
        var draw = _simulation.Random.Draw(_devices[device].Node.Entity, Arrival, _arrivals[device]++);
        _simulation.After(draw.Exponential(_interval!.Value).Seconds, this, device);
    }

    private void Send(int device)
    {
        _sent++;
        Offered += _simulation.Now >= _countFrom ? 1 : 0;
        _network.Send(new Frame(new Blank(_payload, _simulation.Now), _routes[device], _simulation.Now));
    }

    private sealed class Blank(int length, SimTime at) : Packet
    {
        public SimTime At { get; } = at;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
