using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>A site of three sectors among whose devices some send 32 octets within a few minutes, the others nothing: how many of those arrive in time.</summary>
/// <remarks>
/// A device that sends nothing costs a cell nothing, so only those that do are made. With an interval of two hours hardly any sends twice in minutes: senders are Poisson, each sends once.
/// </remarks>
internal sealed class DensityRun : IFrameReceiver
{
    /// <summary>Of a message, with all headers above the radio link [B].</summary>
    public const int Bytes = 32;

    /// <summary>Within which a message has to arrive [s].</summary>
    public const double Limit = 10;

    /// <summary>Share that has to [1].</summary>
    public const double Share = 0.99;

    /// <summary>From one message of a device to the next, on average.</summary>
    public static readonly Duration Interval = 2.Hours;

    /// <summary>What counts comes in this time, behind a tenth of it.</summary>
    private static readonly Duration Length = 2.Minutes;

    private static readonly Purpose Arrivals = Purpose.Named("density arrivals");
    private static readonly Purpose Places = Purpose.Named("density places");
    private static readonly PropagationOptions UrbanMacro = new()
    {
        PathLoss = PathLossChoice.UrbanMacro,
        Buildings = BuildingModel.Tr38901Low,
    };

    private long _inTime;
    private long _due;

    /// <param name="technology">Of one site with three sectors and one carrier each.</param>
    /// <param name="distance">Between neighbouring sites [m].</param>
    /// <param name="devices">At the site [1].</param>
    /// <param name="seed">Of the run: the same luck for every number of devices.</param>
    public DensityRun(CellTechnology technology, double distance, long devices, ulong seed)
    {
        var simulation = new Simulation(seed);
        var observers = new Observers();
        var luck = simulation.Random.Stream(Entity.Of("site"), Arrivals);
        var meanGap = Interval.TotalSeconds / devices;
        List<SimTime> times = [];
        var end = SimTime.Start + Length * 1.1;
        for (var at = SimTime.Start + luck.Exponential(meanGap).Seconds; at < end; at += luck.Exponential(meanGap).Seconds)
        {
            times.Add(at);
        }

        var radius = HexagonalGrid.DiscRadius(distance);
        Node[] nodes = [.. times.Select((_, i) => Place(simulation, observers, i, radius))];
        var rate = devices / Interval.TotalSeconds;
        var installation = technology.Install(
            new Site(simulation, observers, nodes, radius, new Demand(rate, Bytes)) { Propagation = UrbanMacro }
        );
        var far = new Node(simulation, Entity.Of("far"), observers);
        var counted = SimTime.Start + Length * 0.1;
        for (var i = 0; i < nodes.Length; i++)
        {
            var (up, _) = installation.Join(nodes[i], far);
            simulation.At(times[i], new Sender(this, up, times[i] >= counted));
        }

        simulation.RunUntil(end + Limit.Seconds);
    }

    /// <summary>Share of the messages that arrived in time [1].</summary>
    public double InTime => _due == 0 ? 1 : (double)_inTime / _due;

    /// <summary>Whether enough did.</summary>
    public bool Passes => InTime >= Share;

    void IFrameReceiver.Receive(in Frame frame)
    {
        if (((Report)frame.Packet).Counts && frame.TimeIn(0).TotalSeconds <= Limit)
        {
            _inTime++;
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    /// <summary>Evenly in the disc, four of five indoors.</summary>
    private static Node Place(Simulation simulation, Observers observers, int number, double radius)
    {
        const double Indoor = 0.8;
        const double Height = 1.5;
        const double Nearest = 10;
        var entity = Entity.Of("device", number);
        var luck = simulation.Random.Draw(entity, Places);
        var distance = Math.Max(Nearest, radius * Math.Sqrt(luck.Uniform()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * luck.Uniform());
        return new Node(simulation, entity, observers)
        {
            Position = new Position(distance * cosine, distance * sine, Height),
            Indoor = luck.Bernoulli(Indoor),
        };
    }

    private sealed class Sender(DensityRun run, Leg leg, bool counts) : IEventTarget
    {
        public void Fire(long token)
        {
            run._due += counts ? 1 : 0;
            leg.Medium.Send(new Frame(new Report(counts), new Route([leg], run), leg.From.Node.Simulation.Now));
        }
    }

    private sealed class Report(bool counts) : Packet
    {
        public bool Counts { get; } = counts;

        public override int Length => Bytes;

        public override void Write(Span<byte> destination) => destination.Clear();
    }
}
