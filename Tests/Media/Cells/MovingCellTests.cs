using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>A device that moves from one cell to another: its loss grows by 1 dB/s from 120 dB in the first and falls from 180 dB in the second, so that they are equal at 30 s.</summary>
public sealed class MovingCellTests
{
    private static readonly ConnectionSettings Settings = CellBench.Settings with
    {
        Inactivity = 100.Seconds,
        Roaming = new RoamingSettings
        {
            Hysteresis = 3,
            Check = 0.5.Seconds,
            Interruption = 0.2.Seconds,
        },
    };

    /// <summary>It connects 0 to 1 s after the start, is silent from then on, and is 3 dB better off in the other cell at 31.5 s; the next look at which it is better by more is at 32 s.</summary>
    [Test]
    public void A_silent_connection_is_handed_over_at_the_look_at_which_the_other_cell_is_better_by_the_hysteresis()
    {
        var road = new Road(Settings);
        road.Send(1, 0);
        road.Send(2, 60);
        road.RunUntil(200);

        Assert.That(road.Changes, Is.EqualTo(new[] { (SimTime.Start + 32.Seconds, 0.2.Seconds) }));
    }

    /// <summary>It waits for its grant and crosses the air within 0.2 s, whenever it may begin.</summary>
    [Test]
    public void A_packet_waits_until_the_change_is_over()
    {
        var road = new Road(Settings);
        road.Send(1, 0);
        road.Send(2, 32.05);
        road.RunUntil(60);

        Assert.That(road.Arrived(2), Is.GreaterThan(32.2).And.LessThan(32.4));
    }

    [Test]
    public void Without_handover_a_connection_stays_until_its_cell_is_out_of_reach()
    {
        var road = new Road(Settings with { Roaming = Settings.Roaming with { HandsOver = false } });
        road.Send(1, 0);
        road.Send(2, 60);
        road.RunUntil(200);

        // Beyond 164 dB from 44 s on: then it has to find the other cell, which takes 50 ms more.
        Assert.That(road.Changes, Is.EqualTo(new[] { (SimTime.Start + 44.5.Seconds, 0.25.Seconds) }));
    }

    [Test]
    public void The_time_of_the_party_takes_the_place_of_the_interruption()
    {
        var road = new Road(Settings, reAttach: 3.Seconds);
        road.Send(1, 0);
        road.Send(2, 32.05);
        road.RunUntil(200);

        Assert.That((road.Changes.Single().Interruption, road.Arrived(2)), Is.EqualTo((3.Seconds, 35.0)).Within(0.2));
    }

    [Test]
    public void A_resting_device_finds_its_new_cell_when_it_connects()
    {
        var road = new Road(Settings with { Inactivity = 1.Seconds, PowerSaving = PowerSaving.Drx });
        road.Send(1, 0);
        road.Send(2, 60);
        road.RunUntil(200);

        // It acquires its cell in 50 ms, rather than finding it again in 20 ms.
        Assert.That(road.Changes, Is.EqualTo(new[] { (SimTime.Start + 60.Seconds, 30.Milliseconds) }));
    }

    [Test]
    public void An_update_comes_first_where_each_cell_is_a_tracking_area()
    {
        var settings = Settings with { Inactivity = 1.Seconds, PowerSaving = PowerSaving.Drx };
        var (free, owing) = (
            new Road(settings),
            new Road(settings with { CoreResponse = 1.Seconds, Roaming = settings.Roaming with { Updates = true } })
        );
        foreach (var road in new[] { free, owing })
        {
            road.Network.Timeline = new ExchangeTimeline();
            road.Send(1, 60);
            road.RunUntil(200);
        }

        Assert.That(
            (
                free.Network.Timeline!.Steps.Count(step => step.Name == "accept"),
                owing.Network.Timeline!.Steps.Count(step => step.Name == "accept")
            ),
            Is.EqualTo((0, 1))
        );
    }

    [Test]
    public void What_is_sent_out_of_coverage_is_lost_as_out_of_range_and_costs_a_search()
    {
        var road = new Road(Settings with { PowerSaving = PowerSaving.Drx }, gap: 100);
        road.Send(1, 60);
        road.RunUntil(100);

        Assert.That(
            (road.Log.Dropped.Single(), road.Meter.TimeIn(CellCurrents.AcquireState)),
            Is.EqualTo(((1, DropReason.OutOfRange), 50.Milliseconds))
        );
    }

    [Test]
    public void A_connection_that_loses_its_coverage_begins_anew_where_there_is_some()
    {
        var road = new Road(Settings with { Inactivity = 300.Seconds }, gap: 60);
        road.Send(1, 0);
        road.Send(2, 60);
        road.Send(3, 80);
        road.RunUntil(400);

        Assert.That(
            (road.Log.Dropped.Single(), road.Log.Arrived.Select(frame => frame.Number)),
            Is.EqualTo(((2, DropReason.OutOfRange), new[] { 1, 3 }))
        );
    }

    [Test]
    public void A_page_out_of_coverage_is_lost()
    {
        var road = new Road(Settings with { PowerSaving = PowerSaving.Drx }, gap: 100);
        road.Send(1, 60, isUp: false);
        road.RunUntil(100);

        Assert.That(road.Log.Dropped.Single(), Is.EqualTo((1, DropReason.OutOfRange)));
    }

    [Test]
    public void The_times_of_the_states_fill_the_run()
    {
        var road = new Road(Settings);
        road.Send(1, 0);
        road.Send(2, 60);
        road.RunUntil(200);
        road.Meter.Settle(road.Log.Simulation.Now);

        Assert.That(
            Enumerable.Range(0, road.Meter.Profile.States.Count).Sum(state => road.Meter.TimeIn(state).TotalSeconds),
            Is.EqualTo(200).Within(1e-9)
        );
    }

    /// <summary>A device on a road between two cells.</summary>
    private sealed class Road : IMovingLink
    {
        private readonly double _gap;
        private readonly (Leg Up, Leg Down) _legs;

        /// <param name="settings">Of the network.</param>
        /// <param name="gap">By how much more is lost in the middle [dB].</param>
        /// <param name="reAttach">What the party says.</param>
        public Road(ConnectionSettings settings, double gap = 0, Duration? reAttach = null)
        {
            _gap = gap;
            Network = new CellNetwork("cell", Log.Simulation, Log.Observers, new PlainAir(), settings, CellBench.Currents, 2);
            var node = new Node(Log.Simulation, Entity.Of("truck"), Log.Observers)
            {
                IsMetered = true,
                Moves = new Ahead { ReAttach = reAttach },
            };
            _legs = Network.Join(node, Log.Far, this);
            Meter = node.Meters.Single();
            Log.Observers.Add(new Listener(this));
        }

        public FrameLog Log { get; } = new();

        public CellNetwork Network { get; }

        public EnergyMeter Meter { get; }

        public List<(SimTime At, Duration Interruption)> Changes { get; } = [];

        public ServingCell BestAt(SimTime time) =>
            LossAt(0, time) <= LossAt(1, time) ? new ServingCell(0, LossAt(0, time)) : new ServingCell(1, LossAt(1, time));

        public double LossAt(int cell, SimTime time)
        {
            var second = time.TotalSeconds;
            var extra = second is > 40 and < 70 ? _gap : 0;
            return extra + (cell == 0 ? 120 + second : Math.Max(120, 180 - second));
        }

        public void Send(int number, double seconds, bool isUp = true)
        {
            RunUntil(seconds);
            Log.Leg = isUp ? _legs.Up : _legs.Down;
            Log.Send(number, 20, Log.Simulation.Now);
        }

        public void RunUntil(double seconds) => Log.Simulation.RunUntil(SimTime.Start + Duration.FromSeconds(seconds));

        public double Arrived(int number) => Log.Arrived.Single(frame => frame.Number == number).At.TotalSeconds;

        /// <summary>The road itself knows what is lost where.</summary>
        private sealed class Ahead : Itinerary
        {
            public override Position At(SimTime time) => default;
        }

        private sealed class Listener(Road road) : Probe
        {
            public override void Reattached(Node node, Duration interruption, SimTime at) => road.Changes.Add((at, interruption));
        }
    }
}
