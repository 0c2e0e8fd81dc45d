using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.Gsm;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class GprsTests
{
    private static readonly GprsOptions Faultless = new()
    {
        BlockErrorRate = 0,
        Detection = 1,
        Loss = 0,
    };

    [TestCase(PowerSaving.Drx)]
    [TestCase(PowerSaving.Off)]
    public void The_steps_of_an_exchange_sum_to_its_latency(PowerSaving powerSaving)
    {
        var timeline = new Gprs(new GprsOptions { PowerSaving = powerSaving }).Exchange(130, 100, answer: 200);
        var arrival = timeline.Arrivals[^1];
        var steps = timeline.Steps.Where(step => step.End <= arrival).ToArray();

        Assert.That(steps.Aggregate(Duration.Zero, (sum, step) => sum + step.Length), Is.EqualTo(timeline.Until(arrival)));
        Assert.That(steps[^1].End, Is.EqualTo(arrival));
    }

    [Test]
    public void An_idle_device_sends_with_its_assignment()
    {
        var bench = new TechnologyBench(
            new Gprs(Faultless with { CoreRoundTripMedian = Duration.Zero, PowerSaving = PowerSaving.Drx, PeriodicUpdate = null })
        );
        bench.Log.Send(0, 100, SimTime.Start);
        bench.Log.Simulation.RunUntil(SimTime.Start + 10.Seconds);

        // Slot of RACH 0.577 ms, network 60, assignment 1000 / 30, start 50; identity, packet and LLC are 115 B with the end mark, 4 blocks of 30 B at 20 ms; half of 90 ms.
        var expected = Tdma.Slot.TotalSeconds + 0.060 + 1.0 / 30 + 0.050 + 4 * 0.020 + 0.045;
        Assert.That(bench.Log.Arrived.Single().At.TotalSeconds, Is.EqualTo(expected).Within(1e-8));
    }

    [Test]
    public void A_day_of_a_device_that_is_switched_off_costs_what_its_states_take_by_hand()
    {
        var log = new FrameLog();
        log.Leg = new Gprs(Faultless).Cell(log.Simulation, log.Observers).Join(log.Near, log.Far, 0, 120).Up;
        log.Send(0, 100, SimTime.Start);
        log.Simulation.RunUntil(SimTime.Start + 1.Days);
        var meter = log.Near.Meters.Single();
        meter.Settle(log.Simulation.Now);

        // CS-2, 30 B a block, one octet marks the end. Up, in one slot: identity 1 block; attach request of 40 B 2, response of 20 B 1, complete of 10 B 1, PDP request of 70 B 3, packet of 100 + 10 B 4.
        var transmit = Tdma.Slot.TotalSeconds + 12 * 0.020;
        // Down, in up to four slots: assignment; confirmation, authentication, attach accept, PDP accept and release in one period each.
        var receive = Duration.FromSeconds(1.0 / 30).TotalSeconds + 5 * 0.020;
        // 60 ms of the network, 50 until the first block, and nine changes of direction of 60 each; the first slot of RACH begins with the end of the start, or up to a frame later.
        var wait = meter.TimeIn(CellCurrents.WaitState).TotalSeconds;
        Assert.That(meter.TimeIn(CellCurrents.TransmitState).TotalSeconds, Is.EqualTo(transmit).Within(1e-9));
        Assert.That(meter.TimeIn(CellCurrents.ReceiveState).TotalSeconds, Is.EqualTo(receive).Within(1e-9));
        Assert.That(wait, Is.InRange(0.650, 0.650 + Tdma.Frame.TotalSeconds));
        var charge = 0.09 * 7.25 + 0.09 * 3 * 0.65 + 0.222 * transmit + 0.09 * receive + 0.025 * (wait + 1.5);
        Assert.That(meter.Joules, Is.EqualTo(3.8 * charge).Within(1e-8));
    }

    [Test]
    public void Bursts_in_several_slots_take_the_current_of_each()
    {
        var one = new Gprs(new GprsOptions()).Exchange(120, 1000);
        var two = new Gprs(new GprsOptions { UplinkSlots = 2, DownlinkSlots = 3 }).Exchange(120, 1000);

        // 1011 B are 34 blocks of 30 B.
        Assert.That((Sending(one), Sending(two)), Is.EqualTo((34, 17)));
    }

    [TestCase(120, 4, "CS-3", "CS-3")]
    [TestCase(120, 2, "CS-2", "CS-2")]
    [TestCase(138, 4, "CS-2", "CS-3")]
    [TestCase(144, 4, "CS-1", "CS-1")]
    public void The_coding_scheme_follows_from_coupling_loss_and_interference(double loss, int greatest, string up, string down)
    {
        // 33 dBm and 3 dB of diversity above -118 dBm up, 43 dBm above -113 dBm down, and 20.8 dB above interference.
        var air = new GprsAir(new GprsOptions { GreatestCodingScheme = greatest });

        Assert.That((air.Uplink(loss).Name, air.Downlink(loss).Name), Is.EqualTo((up, down)));
    }

    [TestCase(8.9, 4, "CS-1")]
    [TestCase(13, 4, "CS-2")]
    [TestCase(22.9, 4, "CS-3")]
    [TestCase(23, 4, "CS-4")]
    [TestCase(40, 3, "CS-3")]
    public void A_coding_scheme_needs_its_ratio(double ratio, int greatest, string expected) =>
        Assert.That(CodingScheme.At(ratio, greatest).Name, Is.EqualTo(expected));

    [Test]
    public void A_weaker_transmitter_reaches_less_far() =>
        Assert.That(new Gprs(new GprsOptions { TransmitPower = 23 }).Air.MaximumCouplingLoss, Is.InRange(133, 136));

    [Test]
    public void Cells_are_as_many_as_the_assignments_need()
    {
        // 100 / s at 1 / 30 s each, 70 % planned: 4.8 cells; access bursts: e · 100 / s of 217 slots / s, 1.8 cells; the uplink, with eight slots and little to send, less.
        var options = new GprsOptions
        {
            Sites = 1,
            Sectors = 1,
            PacketChannels = 8,
            GreatestCodingScheme = 4,
            CarrierToInterference = 100,
        };

        Assert.That(Cells(options, 100), Is.EqualTo(5));
    }

    [Test]
    public void Cells_are_as_many_as_the_random_access_needs()
    {
        // e · 100 / s of 216.7 slots / s, 70 % planned: 1.79 cells.
        var options = new GprsOptions
        {
            Sites = 1,
            Sectors = 1,
            PacketChannels = 8,
            GreatestCodingScheme = 4,
            CarrierToInterference = 100,
            AssignmentsPerSecond = null,
        };

        Assert.That(Cells(options, 100), Is.EqualTo(2));
    }

    [Test]
    public void Fewer_cells_than_planned_are_reported()
    {
        var options = new GprsOptions
        {
            Sites = 1,
            Sectors = 1,
            Carriers = 1,
        };

        Assert.That(new TechnologyBench(new Gprs(options), 100).Installation.OutsideDomain[0], Does.Contain("planned for"));
    }

    [TestCase(PowerSaving.Psm)]
    [TestCase(PowerSaving.Edrx)]
    public void Power_saving_that_GPRS_does_not_have_is_refused(PowerSaving powerSaving) =>
        Assert.That(
            () => new Gprs(new GprsOptions { PowerSaving = powerSaving }),
            Throws.ArgumentException.With.Message.Contains("'drx' or 'off'")
        );

    [TestCase(true, PowerSaving.Off)]
    [TestCase(false, PowerSaving.Drx)]
    public void It_saves_power_as_its_supply_asks(bool onBattery, PowerSaving expected) =>
        Assert.That(new Gprs(new GprsOptions()).PowerSavingOf(onBattery), Is.EqualTo(expected));

    [Test]
    public void A_device_has_no_more_slots_than_its_cell() =>
        Assert.That(
            () => new Gprs(new GprsOptions { PacketChannels = 2 }),
            Throws.ArgumentException.With.Message.Contains("2 packet channels")
        );

    private static int Sending(ExchangeTimeline timeline) => timeline.Steps.Count(step => step.Name == "data, uplink");

    private static int Cells(GprsOptions options, double messagesPerSecond) =>
        new TechnologyBench(new Gprs(options), messagesPerSecond).Installation.Components.Single(one => one.Kind == "cell").Count;
}
