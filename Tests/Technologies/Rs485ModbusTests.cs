using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class Rs485ModbusTests
{
    private static readonly Rs485ModbusOptions Clean = new() { BitErrorRate = 0 };
    private static readonly Duration Transaction = new ModbusTiming(new BitRate(19_200)).Transaction(10, 10.Milliseconds);

    [Test]
    public void A_message_is_fetched_by_the_next_poll_of_its_slave()
    {
        var bus = new Bus(Clean, slaves: 3);

        bus.RunUntil(2.5.Seconds);
        bus.Report(1);
        bus.RunUntil(10.Seconds);

        Assert.That(bus.Log.DeliveryTimes.Single(), Is.EqualTo(SimTime.Start + 3.Seconds + Transaction * 2L));
    }

    [Test]
    public void Waiting_and_the_bus_add_up_to_the_latency()
    {
        var bus = new Bus(Clean, slaves: 1);
        bus.RunUntil(2.25.Seconds);
        bus.Report(0);
        bus.RunUntil(10.Seconds);

        var message = bus.Log.DeliveredMessages.Single();
        Assert.That((message.TimeIn(0), message.TimeIn(1)), Is.EqualTo((0.75.Seconds, Transaction)));
    }

    [Test]
    public void Messages_of_a_slave_are_fetched_one_a_poll_in_order()
    {
        var bus = new Bus(Clean, slaves: 1);
        bus.RunUntil(0.5.Seconds);
        bus.Report(0, 0);
        bus.Report(0, 1);
        bus.RunUntil(10.Seconds);

        Assert.That(
            bus.Log.DeliveredMessages.Select(message => (message.Serial, message.TimeIn(0))),
            Is.EqualTo(new[] { (0, 0.5.Seconds), (1, 1.5.Seconds) })
        );
    }

    [Test]
    public void Messages_wait_for_half_a_cycle_on_average()
    {
        var bus = new Bus(Clean, slaves: 1);
        var random = bus.Simulation.Random.Stream(Entity.Of("test"), Purpose.Named("arrivals"));
        for (var i = 0; i < 3000; i++)
        {
            bus.RunUntil((2 * i + random.Uniform()).Seconds);
            bus.Report(0, i);
        }

        bus.RunUntil(7000.Seconds);

        // Uniform on a cycle of 1 s: standard error 1/√(12 · 3000) = 0.0053 s; 2.6 of them are 99 %.
        Assert.That(bus.Log.DeliveredMessages.Average(message => message.TimeIn(0).TotalSeconds), Is.EqualTo(0.5).Within(2.6 * 0.0053));
    }

    [Test]
    public void A_damaged_poll_is_repeated_at_once()
    {
        // Half of the polls of 33 · 11 bits fail: 88 bits of request, 275 of response.
        var bus = new Bus(Clean with { BitErrorRate = 1 - Math.Pow(0.5, 1 / 363.0), Tries = 100 }, slaves: 1);
        for (var i = 0; i < 200; i++)
        {
            bus.RunUntil((20 * i).Seconds);
            bus.Report(0, i);
        }

        bus.RunUntil(30_000.Seconds);

        // Every failure costs the request and the time-out, or a whole transaction.
        var lost = new ModbusTiming(new BitRate(19_200)).Characters(8) + 100.Milliseconds;
        Assert.That(
            bus.Log.DeliveredMessages.Select(message => message.TimeIn(1) - Transaction),
            Has.All.Matches<Duration>(extra => Enumerable.Range(0, 30).Any(n => IsMultiple(extra - lost * n, Transaction)))
        );

        static bool IsMultiple(Duration extra, Duration unit) => extra.Nanoseconds >= 0 && extra.Nanoseconds % unit.Nanoseconds == 0;
    }

    [Test]
    public void A_write_goes_first_and_delays_the_poll_of_the_same_slave_and_of_those_after_it()
    {
        var bus = new Bus(Clean, slaves: 2);
        bus.RunUntil(2.5.Seconds);
        bus.Write();
        bus.Report(0);
        bus.Report(1);
        bus.RunUntil(10.Seconds);

        // At 3 s: 29 octets and a response of 8, then the two polls.
        var timing = new ModbusTiming(new BitRate(19_200));
        var write = timing.Characters(29 + 8) + 10.Milliseconds + timing.Gap * 2L;
        var written = SimTime.Start + 3.Seconds + write;
        Assert.That(bus.Log.DeliveryTimes, Is.EqualTo(new[] { written, written + Transaction, written + Transaction * 2L }));
    }

    [Test]
    public void The_next_cycle_begins_in_time_if_there_is_time_to_spare()
    {
        var bus = new Bus(Clean, slaves: 1);
        bus.RunUntil(2.5.Seconds);
        bus.Write();
        bus.RunUntil(3.5.Seconds);
        bus.Report(0);
        bus.RunUntil(10.Seconds);

        Assert.That(bus.Log.DeliveryTimes[1], Is.EqualTo(SimTime.Start + 4.Seconds + Transaction));
    }

    [Test]
    public void A_message_whose_polls_all_fail_is_given_up()
    {
        var bus = new Bus(Clean with { BitErrorRate = 0.01, Tries = 1 }, slaves: 1);

        for (var i = 0; i < 20; i++)
        {
            bus.RunUntil((10 * i).Seconds);
            bus.Report(0, i);
        }

        bus.RunUntil(1000.Seconds);
        Assert.That(bus.Log.Drops, Is.Not.Empty.And.All.EqualTo(DropReason.RetriesExhausted));
    }

    [Test]
    public void A_full_buffer_loses_the_newest_message()
    {
        var bus = new Bus(Clean with { Buffer = 2 }, slaves: 1);
        bus.RunUntil(0.5.Seconds);
        bus.Report(0, 0);
        bus.Report(0, 1);
        bus.Report(0, 2);

        Assert.That(bus.Log.Drops, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    [Test]
    public void A_slave_that_has_stopped_is_not_read()
    {
        var bus = new Bus(Clean, slaves: 1);
        bus.RunUntil(0.5.Seconds);
        bus.Report(0);
        bus.Slaves[0].Stop();
        bus.RunUntil(10.Seconds);

        Assert.That(bus.Log.Drops, Is.EqualTo(new[] { DropReason.NodeDown }));
    }

    [TestCase(31, 1)]
    [TestCase(32, 2)]
    [TestCase(100, 4)]
    public void A_segment_holds_31_slaves_and_the_master(int slaves, int segments)
    {
        Assert.That(new Bus(Clean, slaves).Installation.Segments, Has.Count.EqualTo(segments));
    }

    [Test]
    public void More_slaves_on_a_segment_than_it_drives_are_a_finding()
    {
        var bus = new Bus(Clean with { Segments = 1 }, 40);

        Assert.That(bus.Installation.OutsideDomain.Single(), Does.Contain("40 slaves"));
    }

    [TestCase(125, true)]
    [TestCase(126, false)]
    public void Content_beyond_125_registers_is_refused(int registers, bool isCarried)
    {
        Assert.That(new Rs485Modbus(Clean).Refuses([new DeviceFlow(new Content(registers, 16), 0)]) is null, Is.EqualTo(isCarried));
    }

    [TestCase(123, true)]
    [TestCase(124, false)]
    public void Content_to_slaves_beyond_123_registers_is_refused(int registers, bool isCarried)
    {
        Assert.That(new Rs485Modbus(Clean).Refuses([new DeviceFlow(new Content(registers, 16), 0, true)]) is null, Is.EqualTo(isCarried));
    }

    [Test]
    public void The_transceiver_drives_the_line_while_it_answers_each_poll()
    {
        var bus = new Bus(Clean, slaves: 1);
        bus.RunUntil(100.Seconds);
        var meter = bus.Slaves[0].Meters.Single();
        meter.Settle(bus.Simulation.Now);

        // 100 polls, each with a response of 25 · 11 bits at 19 200 bit/s.
        var driving = 100 * 25 * 11 / 19_200.0;
        Assert.That(meter.Joules, Is.EqualTo(5 * (driving * 0.028 + (100 - driving) * 0.0003)).Within(1e-6));
    }

    /// <summary>Slaves with messages of ten registers, and a master that consumes them.</summary>
    private sealed class Bus
    {
        private readonly Branch _root;
        private readonly Branch _down;
        private readonly Node _master;

        public Bus(Rs485ModbusOptions options, int slaves)
        {
            var observers = new Observers();
            observers.Add(Log);
            var technology = new Rs485Modbus(options);
            _root = new Branch(new Relation(0, "value", ["controller"], new Content(10, 16), null), -1, null, []);
            _root.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
            _down = new Branch(new Relation(1, "setting", ["sensor"], new Content(10, 16), null), -1, null, []);
            _down.Grow(0, ["waiting", .. technology.Stages, "processing"]).Seat(0);
            Slaves =
            [
                .. Enumerable.Range(0, slaves).Select(i => new Node(Simulation, Entity.Of("sensor", i), observers) { IsMetered = true }),
            ];
            _master = new Node(Simulation, Entity.Of("controller"), observers);
            Installation = (Rs485ModbusInstallation)
                technology.Install(new Site(Simulation, observers, Slaves, 100, new Demand(slaves, 20)));
            Sessions = [.. Slaves.Select(slave => Installation.Join(slave, _master))];
            for (var i = 0; i < slaves; i++)
            {
                Slaves[i].Connect([new EdgeSessions(Sessions[i])]);
            }

            _master.Connect([new EdgeSessions(Sessions[0])]);
        }

        public Simulation Simulation { get; } = new();
        public LoRaWanBench.EventLog Log { get; } = new();
        public Node[] Slaves { get; }
        public Session[] Sessions { get; }
        public Rs485ModbusInstallation Installation { get; }

        public void RunUntil(Duration time) => Simulation.RunUntil(SimTime.Start + time);

        /// <summary>Writes to the first slave.</summary>
        public void Write() => _master.Originate(new Message(_down, _master.Entity, 0, Simulation.Now));

        public void Report(int slave, int serial = 0) =>
            Slaves[slave].Originate(new Message(_root, Slaves[slave].Entity, serial, Simulation.Now));
    }
}
