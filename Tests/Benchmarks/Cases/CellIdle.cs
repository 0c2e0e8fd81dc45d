using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>One cell of NB-IoT with ever more devices, of which always as many send: what idle devices cost, in time and memory.</summary>
/// <remarks>Ten reports a second, each from the next device of a fixed disorder, far below what overloads the carrier. Devices are metered, listen for pages and update their area in closed form. No probe listens.</remarks>
internal static class CellIdle
{
    // A report is about a dozen wake-ups with their messages and stays; the goal leaves twice for memory that is seldom touched.
    public static IEnumerable<Benchmark> All => [Case(1_000, 3500), Case(10_000, 3500), Case(100_000, 5000), Case(1_000_000, 7000)];

    private static Benchmark Case(int devices, double goal) =>
        new($"cell-idle/{devices}", "report", 20_000, () => new Workload(devices), goal, null, devices);

    private sealed class Workload : IWorkload, IEventTarget, IFrameReceiver
    {
        private static readonly Duration Gap = 100.Milliseconds;

        /// <summary>Coprime to every size, so that all devices come, in no order of memory.</summary>
        private const long Step = 700_001;

        private readonly Simulation _simulation = new();
        private readonly Route[] _ways;
        private readonly Report _report = new();
        private long _sent;

        public Workload(int devices)
        {
            var observers = new Observers();
            var options = new NbIotOptions { PowerSaving = M2mVsIoTSim.Media.PowerSaving.Drx, PeriodicUpdate = null };
            var cell = new NbIot(options).Cell(_simulation, observers, onBattery: true, expectsPackets: false);
            var far = new Node(_simulation, Entity.Of("far"), observers);
            _ways = new Route[devices];
            for (var i = 0; i < devices; i++)
            {
                var node = new Node(_simulation, Entity.Of("device", i), observers) { IsMetered = true };
                _ways[i] = new Route([cell.Join(node, far, 0, 120 + i % 20).Up], this);
            }

            _simulation.At(SimTime.Start, this);
        }

        public long Run(long work)
        {
            _simulation.RunUntil(_simulation.Now + Gap * work);
            return work;
        }

        void IEventTarget.Fire(long token)
        {
            var way = _ways[Step * _sent++ % _ways.Length];
            way.Legs[0].Medium.Send(new Frame(_report, way, _simulation.Now));
            _simulation.At(_simulation.Now + Gap, this);
        }

        void IFrameReceiver.Receive(in Frame frame) { }

        void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }
    }

    private sealed class Report : Packet
    {
        public override int Length => 48;

        public override void Write(Span<byte> destination) => destination.Clear();
    }
}
