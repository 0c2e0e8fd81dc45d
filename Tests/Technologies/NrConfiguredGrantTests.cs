using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;
using Nr = M2mVsIoTSim.Technologies.Nr;

namespace M2mVsIoTSim.Tests.Technologies;

public class NrConfiguredGrantTests
{
    private const int Grants = 3;

    /// <summary>FDD at 30 kHz, whole slots, nothing fails, nothing behind the radio.</summary>
    private static readonly NrOptions Options = new()
    {
        Duplex = "FDD",
        Bandwidth = 20.0.Megahertz,
        SliceShare = 1,
        ControlError = 0,
        RequestError = 0,
        Detection = 1,
        CoreRoundTripMedian = Duration.Zero,
        Loss = 0,
        DrxCycle = null,
        SchedulingRequestPeriod = 0.5.Milliseconds,
        PeriodicUpdate = null,
        Inactivity = 1.Hours,
        ConfiguredGrant = true,
        ConfiguredGrants = Grants,
    };

    // 0.214 ms to prepare, 0.5 of data and 0.178 to decode, and up to a slot before; asked for, 1.678 ms and up to a slot, as NrTests has it by hand.
    private const double ConfiguredLeast = 0.892e-3;
    private const double DynamicLeast = 1.678e-3;
    private const double Slot = 0.5e-3;

    [Test]
    public void Devices_beyond_the_configured_grants_ask_for_theirs()
    {
        var bench = new Bench(Options, Grants + 2);
        bench.Connect();

        for (var device = 0; device < Grants + 2; device++)
        {
            var least = device < Grants ? ConfiguredLeast : DynamicLeast;
            var delays = bench.Delays(device, 400);

            Assert.That(delays.Min(), Is.InRange(least - 1e-6, least + Slot / 10), $"device {device}");
            Assert.That(delays.Max(), Is.InRange(least + 0.9 * Slot, least + Slot + 1e-6), $"device {device}");
        }
    }

    [Test]
    public void A_grant_is_free_again_when_its_connection_ends()
    {
        var bench = new Bench(Options with { Inactivity = 2.Seconds, ConfiguredGrants = 1 }, 2);
        bench.Connect();
        var late = bench.Delays(1, 1)[0];
        bench.RunFor(10);
        bench.Send(1);
        bench.RunFor(1);

        // Now it is the first that connects.
        Assert.That(late, Is.GreaterThan(DynamicLeast - 1e-6));
        Assert.That(bench.Delays(1, 1)[0], Is.LessThan(ConfiguredLeast + Slot + 1e-6));
    }

    [Test]
    public void Devices_without_a_grant_take_room_on_the_air()
    {
        var (with, without) = (new Bench(Options, 1), new Bench(Options with { ConfiguredGrant = false }, 1));
        with.Connect();
        without.Connect();
        var (before, beforeWithout) = (with.Network.UplinkBusy, without.Network.UplinkBusy);
        with.Delays(0, 100);
        without.Delays(0, 100);

        Assert.That(with.Network.UplinkBusy - before, Is.EqualTo(Duration.Zero));
        Assert.That(without.Network.UplinkBusy - beforeWithout, Is.GreaterThan(Duration.Zero));
    }

    private sealed class Bench
    {
        private readonly FrameLog _log = new();
        private readonly List<Leg> _legs = [];
        private RandomStream _luck;
        private int _number;

        public Bench(NrOptions options, int devices)
        {
            Network = new Nr("nr-embb", options).Cell(_log.Simulation, _log.Observers, onBattery: false);
            _luck = _log.Simulation.Random.Stream(Entity.Of("test"), Purpose.Named("test"));
            for (var i = 0; i < devices; i++)
            {
                var node = new Node(_log.Simulation, Entity.Of("near", i), _log.Observers);
                _legs.Add(Network.Join(node, _log.Far, 0, 90).Up);
            }
        }

        public CellNetwork Network { get; }

        /// <summary>One after the other, in the order of their numbers.</summary>
        public void Connect()
        {
            for (var i = 0; i < _legs.Count; i++)
            {
                Send(i);
                RunFor(0.5);
            }
        }

        public SimTime Send(int device)
        {
            var now = _log.Simulation.Now;
            _log.Leg = _legs[device];
            _log.Send(_number++, 32, now);
            return now;
        }

        public void RunFor(double seconds) => _log.Simulation.RunUntil(_log.Simulation.Now + seconds.Seconds);

        /// <summary>Of so many packets at any time, each alone [s].</summary>
        public double[] Delays(int device, int count)
        {
            var delays = new double[count];
            for (var i = 0; i < count; i++)
            {
                RunFor(0.01 + 0.01 * _luck.Uniform());
                var (number, sent) = (_number, Send(device));
                RunFor(0.02);
                delays[i] = (_log.Arrived.Single(frame => frame.Number == number).At - sent).TotalSeconds;
            }

            return delays;
        }
    }
}
