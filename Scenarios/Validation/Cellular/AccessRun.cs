using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Devices that each access a cell once.</summary>
internal sealed class AccessRun : IFrameReceiver
{
    private static readonly Purpose Arrival = Purpose.Named("arrival");
    private readonly Simulation _simulation;
    private readonly CellNetwork _network;
    private double _delay;
    private long _arrived;

    /// <param name="air">The random access.</param>
    /// <param name="devices">How many [1].</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="at">When a device comes.</param>
    /// <param name="barring">Access barring; null for none.</param>
    public AccessRun(AccessAir air, int devices, ulong seed, Func<int, RandomStream, SimTime> at, AccessBarring? barring = null)
    {
        _simulation = new Simulation(seed);
        var observers = new Observers();
        var settings = new ConnectionSettings
        {
            Procedure = AccessAir.Procedure,
            Inactivity = Duration.Zero,
            Release = ReleaseAssistance.AfterUplink,
            PowerSaving = PowerSaving.Drx,
            PagingCycle = 1.Seconds,
            Barring = barring,
        };
        _network = new CellNetwork("cell", _simulation, observers, air, settings, new CellCurrents(1, 0, 0, 0, 0, 0), 1);
        var far = new Node(_simulation, Entity.Of("far"), observers);
        for (var i = 0; i < devices; i++)
        {
            var device = new Node(_simulation, Entity.Of("device", i), observers);
            var (up, _) = _network.Join(device, far, 0, 100);
            _simulation.At(at(i, _simulation.Random.Stream(device.Entity, Arrival)), new Sender(this, new Route([up], this)));
        }

        _simulation.Run();
    }

    /// <summary>What became of the access.</summary>
    public AccessCounts Counts => _network.Accesses;

    /// <summary>From arrival to the end of the answer, of those who succeeded [ms].</summary>
    public double MeanDelay => _delay / _arrived * 1000;

    void IFrameReceiver.Receive(in Frame frame)
    {
        _delay += frame.TimeIn(0).TotalSeconds;
        _arrived++;
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    private sealed class Sender(AccessRun run, Route route) : IEventTarget
    {
        public void Fire(long token)
        {
            var frame = new Frame(OctetPacket.Single, route, run._simulation.Now);
            route.Legs[0].Medium.Send(frame);
        }
    }

    private sealed class OctetPacket : Packet
    {
        public static readonly OctetPacket Single = new();

        public override int Length => 1;

        public override void Write(Span<byte> destination) => destination[0] = 0;
    }
}
