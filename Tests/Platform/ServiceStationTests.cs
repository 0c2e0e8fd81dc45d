using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class ServiceStationTests
{
    private static readonly ServiceTime OneSecond = ServiceTime.Of(ServiceShape.Deterministic, 1.Seconds);

    [Test]
    public void Messages_leave_in_the_order_of_their_arrival()
    {
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 1));
        for (var serial = 0; serial < 5; serial++)
        {
            station.ArriveAt(new SimTime(serial), serial);
        }

        station.Simulation.Run();

        Assert.That(station.Outcomes.Arrived.Select(outcome => outcome.Serial), Is.EqualTo(Enumerable.Range(0, 5)));
    }

    [Test]
    public void Two_servers_work_on_two_messages_at_a_time()
    {
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 2));
        for (var serial = 0; serial < 4; serial++)
        {
            station.ArriveAt(SimTime.Start, serial);
        }

        station.Simulation.Run();

        Assert.That(
            station.Outcomes.Arrived.Select(outcome => outcome.Latency),
            Is.EqualTo(new[] { 1.Seconds, 1.Seconds, 2.Seconds, 2.Seconds })
        );
    }

    [Test]
    public void A_message_that_finds_the_queue_full_is_dropped()
    {
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 1, room: 1));
        for (var serial = 0; serial < 3; serial++)
        {
            station.ArriveAt(SimTime.Start, serial);
        }

        station.Simulation.Run();

        Assert.That(station.Outcomes.Lost, Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    [Test]
    public void Work_in_progress_is_lost_with_its_node()
    {
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 1));
        station.ArriveAt(SimTime.Start, 0);
        station.Simulation.RunUntil(new SimTime(1000));
        station.Node.Stop();

        station.Simulation.Run();

        Assert.That(station.Outcomes.Lost, Is.EqualTo(new[] { (0, DropReason.NodeDown) }));
    }

    [Test]
    public void Waiting_and_work_belong_to_the_stage_of_processing()
    {
        var stages = new StageLog();
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 1));
        station.Node.Observers.Add(stages);
        station.ArriveAt(SimTime.Start, 0);
        station.ArriveAt(SimTime.Start, 1);

        station.Simulation.Run();

        Assert.That(stages.Processing, Is.EqualTo(new[] { 1.Seconds, 2.Seconds }));
    }

    [Test]
    public void The_work_on_a_message_does_not_depend_on_other_messages()
    {
        var service = ServiceTime.Of(ServiceShape.LogNormal, 1.Seconds, 0.5);
        var alone = new OneStation(s => OneStation.Station(s, service, 3));
        var crowded = new OneStation(s => OneStation.Station(s, service, 3));
        alone.ArriveAt(SimTime.Start, 7);
        crowded.ArriveAt(SimTime.Start, 3);
        crowded.ArriveAt(SimTime.Start, 5);
        crowded.ArriveAt(SimTime.Start, 7);

        alone.Simulation.Run();
        crowded.Simulation.Run();

        Assert.That(crowded.Outcomes.Arrived, Does.Contain(alone.Outcomes.Arrived.Single()));
    }

    [Test]
    public void A_station_at_work_allocates_nothing()
    {
        var station = new OneStation(s => OneStation.Station(s, OneSecond, 2));
        Cycle();
        station.Outcomes.Arrived.Capacity = 100_000;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            Cycle();
        }

        // The agenda keeps its blocks; a few of them may still be added, but nothing per message.
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100 * 50));

        void Cycle()
        {
            for (var serial = 0; serial < 50; serial++)
            {
                station.Arrive(serial, station.Simulation.Now);
            }

            station.Simulation.RunUntil(station.Simulation.Now + 1.Hours);
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_station_without_servers_is_refused(int servers) =>
        Assert.That(() => OneStation.Station(new Simulation(), OneSecond, servers), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0.5)]
    [TestCase(2)]
    public void Lognormal_work_has_the_mean_and_variation_that_were_asked_for(double variation)
    {
        var service = ServiceTime.Of(ServiceShape.LogNormal, 1.Seconds, variation);
        var random = new Simulation(seed: 3).Random;
        const int count = 400_000;
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var draw = random.Draw(Entity.Of("x"), Purpose.Named("work"), i);
            var x = service.Of(ref draw, 1).TotalSeconds;
            (sum, squares) = (sum + x, squares + x * x);
        }

        var mean = sum / count;
        using (Assert.EnterMultipleScope())
        {
            // Four standard errors of a mean; the fourth moment of a lognormal is heavy, hence a tenth for the variation.
            Assert.That(mean, Is.EqualTo(1).Within(4 * variation / Math.Sqrt(count)));
            Assert.That(Math.Sqrt(squares / count - mean * mean) / mean, Is.EqualTo(variation).Within(0.1 * variation));
        }
    }

    private sealed class StageLog : Probe
    {
        public List<Duration> Processing { get; } = [];

        public override void Delivered(in Message message, int consumer, SimTime now) => Processing.Add(message.TimeIn(1));
    }
}
