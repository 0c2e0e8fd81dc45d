using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>Saturated stations of 802.11a at 54 Mbit/s with one access point. No probe listens.</summary>
internal static class WlanHop
{
    public static IEnumerable<Benchmark> All => [Case(5), Case(50)];

    private static Benchmark Case(int stations) =>
        new($"wlan-hop/{stations}", "delivered frame", 500_000, () => new Workload(stations), GoalNanoseconds: 1000);

    private sealed class Workload : Packet, IWorkload, IFrameReceiver
    {
        private readonly Simulation _simulation = new();
        private readonly WlanChannel _channel;

        public Workload(int stations)
        {
            var observers = new Observers();
            var accessPoint = new Node(_simulation, Entity.Of("access point"), observers);
            _channel = new WlanChannel("wlan", _simulation, observers, accessPoint, new WlanSettings(WlanPhys.Ofdm));
            for (var i = 0; i < stations; i++)
            {
                var node = new Node(_simulation, Entity.Of("station", i), observers);
                var route = new Route([_channel.Join(node, accessPoint, new WlanLink(7, 7)).Up], this);
                Send(route);
                Send(route);
            }

            Run(10_000);
        }

        public override int Length => 1000;

        public long Run(long work)
        {
            var before = _channel.Successes;
            while (_channel.Successes - before < work)
            {
                _simulation.RunUntil(_simulation.Now + 100.Milliseconds);
            }

            return _channel.Successes - before;
        }

        public override void Write(Span<byte> destination) => destination[..Length].Clear();

        void IFrameReceiver.Receive(in Frame frame) => Send(frame.Route);

        void IFrameReceiver.Lost(in Frame frame, DropReason reason) => Send(frame.Route);

        private void Send(Route route)
        {
            var frame = new Frame(this, route, _simulation.Now);
            frame.Leg.Medium.Send(frame);
        }
    }
}
