using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>A cell with plain times, devices in it, and frames.</summary>
internal sealed class CellBench
{
    public static readonly Procedure Procedure = new()
    {
        Name = "plain",
        Request = 11,
        Answer = 19,
        SetUp = [new("complete", true, 12, CarriesData: true)],
        Update = [new("update", true, 50), new("accept", false, 40)],
        Release = 17,
        UplinkOverhead = 10,
        DownlinkOverhead = 10,
    };

    public static readonly ConnectionSettings Settings = new()
    {
        Procedure = Procedure,
        Inactivity = 10.Seconds,
        PowerSaving = PowerSaving.Psm,
        PagingCycle = 1.Seconds,
        ActiveTime = 8.Seconds,
    };

    public static readonly CellCurrents Currents = new(3.6, 4e-6, 0.7e-3, 0.05, 0.2, 0.02);

    public CellBench(
        PlainAir? air = null,
        ConnectionSettings? settings = null,
        int devices = 1,
        double couplingLoss = 140,
        ulong seed = 1,
        IEnergySource? supply = null
    )
    {
        Log = new FrameLog(seed);
        Network = new CellNetwork("cell", Log.Simulation, Log.Observers, air ?? new PlainAir(), settings ?? Settings, Currents, 1);
        for (var i = 0; i < devices; i++)
        {
            var node = new Node(Log.Simulation, Entity.Of("near", i), Log.Observers) { IsMetered = true, Supply = supply };
            Nodes.Add(node);
            Legs.Add(Network.Join(node, Log.Far, 0, couplingLoss));
        }
    }

    public FrameLog Log { get; }

    public CellNetwork Network { get; }

    public List<Node> Nodes { get; } = [];

    public List<(Leg Up, Leg Down)> Legs { get; } = [];

    public EnergyMeter Meter => Nodes[0].Meters.Single();

    /// <summary>Runs until a time, and sends a frame then.</summary>
    public void Send(int number, double seconds, bool isUp = true, int device = 0, int length = 20)
    {
        RunUntil(seconds);
        Log.Leg = isUp ? Legs[device].Up : Legs[device].Down;
        Log.Send(number, length, Log.Simulation.Now);
    }

    public void RunUntil(double seconds) => Log.Simulation.RunUntil(SimTime.Start + Duration.FromSeconds(seconds));

    /// <summary>When a frame arrived [s].</summary>
    public double Arrived(int number) => Log.Arrived.Single(frame => frame.Number == number).At.TotalSeconds;
}
