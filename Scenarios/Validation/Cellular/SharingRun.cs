using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Packets of many sizes for connected devices of one cell, each for a device to which nothing else goes: Poisson jobs at its downlink.</summary>
internal sealed class SharingRun : IFrameReceiver
{
    private static readonly Purpose Jobs = Purpose.Named("jobs");

    /// <summary>Until everybody is connected.</summary>
    private static readonly Duration Begin = 1.Seconds;

    private readonly Simulation _simulation;
    private readonly Observers _observers = new();
    private readonly CellNetwork _network;
    private readonly Node _far;
    private readonly Stack<Route> _free = [];
    private readonly Dictionary<Packet, (Route Route, SimTime Came, bool Counts)> _underWay = [];
    private double _stay;
    private long _count;

    /// <param name="isShared">Whether devices share the downlink.</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="jobs">How many are measured, after a tenth as many [1].</param>
    /// <param name="rate">Of jobs [1/s].</param>
    /// <param name="size">Length of a job in goes [1].</param>
    public SharingRun(bool isShared, ulong seed, int jobs, double rate, Func<RandomStream, int> size)
    {
        const int Devices = 300;
        _simulation = new Simulation(seed);
        var settings = new ConnectionSettings
        {
            Procedure = new Procedure
            {
                Name = "data alone",
                Request = 1,
                Answer = 1,
                SetUp = [],
                Update = [],
                Release = 1,
                UplinkOverhead = 0,
                DownlinkOverhead = 0,
            },
            Inactivity = 1000.Days,
            PowerSaving = PowerSaving.Drx,
            PagingCycle = 1.Seconds,
        };
        _network = new CellNetwork(
            "cell",
            _simulation,
            _observers,
            new SharingAir(isShared),
            settings,
            new CellCurrents(1, 0, 0, 0, 0, 0),
            1
        );
        _far = new Node(_simulation, Entity.Of("far"), _observers);
        for (var i = 0; i < Devices; i++)
        {
            var (up, down) = _network.Join(new Node(_simulation, Entity.Of("device", i), _observers), _far, 0, 100);
            _free.Push(new Route([down], this));
            up.Medium.Send(new Frame(new Job(1), new Route([up], this), _simulation.Now));
        }

        _simulation.RunUntil(SimTime.Start + Begin);
        var luck = _simulation.Random.Stream(Entity.Of("job"), Jobs);
        var at = _simulation.Now;
        for (var i = 0; i < jobs + jobs / 10; i++)
        {
            at += luck.Exponential(1 / rate).Seconds;
            _simulation.RunUntil(at);
            Send(new Job(size(luck) * SharingAir.Go), counts: i >= jobs / 10);
        }

        // Whoever is connected stays so: nothing else is left to wait for.
        _simulation.RunUntil(at + 1.Hours);
    }

    /// <summary>From coming to the end of the last block [s].</summary>
    public double MeanStay => _stay / _count;

    private void Send(Job job, bool counts)
    {
        var route = _free.Pop();
        _underWay.Add(job, (route, _simulation.Now, counts));
        route.Legs[0].Medium.Send(new Frame(job, route, _simulation.Now));
    }

    void IFrameReceiver.Receive(in Frame frame)
    {
        if (!_underWay.Remove(frame.Packet, out var job))
        {
            return;
        }

        _free.Push(job.Route);
        if (job.Counts)
        {
            var stay = (_simulation.Now - job.Came).TotalSeconds;
            (_stay, _count) = (_stay + stay, _count + 1);
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) =>
        throw new InvalidOperationException($"A job was lost ({reason}) in a cell that loses nothing.");

    private sealed class Job(int length) : Packet
    {
        public override int Length => length;

        public override void Write(Span<byte> destination) => destination.Clear();
    }
}
