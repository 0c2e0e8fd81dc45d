using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>A LoRaWAN network with a timeline: who sends when, and what came of it.</summary>
internal sealed class LoRaWanScene : Probe, IEventTarget
{
    private readonly LoRaWanBench _bench;
    private readonly Branch _commands;
    private readonly List<Action> _script = [];
    private int _serial;

    /// <param name="options">Of the network.</param>
    /// <param name="places">Of the devices.</param>
    public LoRaWanScene(LoRaWanOptions options, params Position[] places)
        : this(options, new Content(1, 128), places) { }

    public LoRaWanScene(LoRaWanOptions options, Content content, params Position[] places)
    {
        _bench = new LoRaWanBench(options, places, content);
        _bench.Network.Observers.Add(this);
        _commands = new Branch(new Relation(1, "command", ["meter"], new Content(1, 64), null), -1, null, []);
        _commands.Grow(0, ["waiting", "backhaul", "air", "processing"]).Seat(0);
        foreach (var device in _bench.Devices)
        {
            device.Open();
        }
    }

    public LoRaWanInstallation Network => _bench.Network;

    public IReadOnlyList<LoRaWanDevice> Devices => _bench.Devices;

    /// <summary>Frames on the air: when, how many octets, for how long.</summary>
    public List<(SimTime At, int Bytes, Duration Airtime)> Frames { get; } = [];

    /// <summary>Messages that arrived: relation, when, and the message.</summary>
    public List<(string Relation, SimTime At, Message Message)> Arrivals { get; } = [];

    public List<DropReason> Drops { get; } = [];

    public List<DropReason> LostFrames { get; } = [];

    public int Duplicates { get; private set; }

    public SimTime Now => _bench.Simulation.Now;

    /// <summary>When reports arrived at the network server, or commands at devices.</summary>
    public IEnumerable<Message> Arrived(string relation) => Arrivals.Where(one => one.Relation == relation).Select(one => one.Message);

    /// <summary>Does something at a time.</summary>
    public LoRaWanScene At(Duration time, Action what)
    {
        _script.Add(what);
        _bench.Simulation.At(SimTime.Start + time, this, _script.Count - 1);
        return this;
    }

    /// <summary>A device reports at a time.</summary>
    public LoRaWanScene Report(Duration time, int device = 0) => At(time, () => _bench.Report(device, _serial++));

    /// <summary>The application commands a device at a time.</summary>
    public LoRaWanScene Command(Duration time, int device = 0) =>
        At(
            time,
            () =>
            {
                var message = new Message(_commands, Entity.Of("utility"), _serial++, Now);
                Network.Observers.Sent(message, Now);
                Devices[device].Send(message.Towards(_commands.Children[0]), Devices[device].Far);
            }
        );

    public LoRaWanScene Until(Duration time)
    {
        _bench.Simulation.RunUntil(SimTime.Start + time);
        return this;
    }

    /// <summary>The device's charge until now [C].</summary>
    public double Charge(int device = 0)
    {
        var meter = _bench.Meters[device].Meters.Single();
        meter.Settle(Now);
        return meter.Joules / meter.Profile.Volts;
    }

    public Node Meter(int device) => _bench.Meters[device];

    void IEventTarget.Fire(long token) => _script[(int)token]();

    public override void Delivered(in Message message, int consumer, SimTime now) =>
        Arrivals.Add((message.Branch.Relation.Name, now, message));

    public override void Dropped(in Message message, DropReason reason, SimTime now) => Drops.Add(reason);

    public override void Duplicate(in Message message, SimTime now) => Duplicates++;

    public override void FrameSent(Medium medium, int bytes, Duration occupied) => Frames.Add((Now, bytes, occupied));

    public override void FrameLost(Medium medium, DropReason reason) => LostFrames.Add(reason);
}
