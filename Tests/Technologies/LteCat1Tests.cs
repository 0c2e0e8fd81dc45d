using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.Lte;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LteCat1Tests
{
    private static readonly LteCat1Options Faultless = new()
    {
        BlockErrorRate = 0,
        Detection = 1,
        Loss = 0,
    };

    [TestCase(CellularProcedure.ServiceRequest)]
    [TestCase(CellularProcedure.ControlPlane)]
    [TestCase(CellularProcedure.Resume)]
    public void The_steps_of_an_exchange_sum_to_its_latency(CellularProcedure procedure)
    {
        var timeline = new LteCat1(new LteCat1Options { Procedure = procedure }).Exchange(130, 100, answer: 200);
        var arrival = timeline.Arrivals[^1];
        var steps = timeline.Steps.Where(step => step.End <= arrival).ToArray();

        Assert.That(steps.Aggregate(Duration.Zero, (sum, step) => sum + step.Length), Is.EqualTo(timeline.Until(arrival)));
        Assert.That(steps[^1].End, Is.EqualTo(arrival));
    }

    [Test]
    public void A_day_costs_what_its_states_take_by_hand()
    {
        var log = new FrameLog();
        var network = new LteCat1(Faultless with { PeriodicUpdate = null }).Cell(log.Simulation, log.Observers);
        log.Leg = network.Join(log.Near, log.Far, 0, 100).Up;
        log.Send(0, 100, SimTime.Start);
        log.Simulation.RunUntil(SimTime.Start + 1.Days);
        var meter = log.Near.Meters.Single();
        meter.Settle(log.Simulation.Now);

        // PSS and SSS 10 ms, system information 100 ms.
        Assert.That(meter.TimeIn(CellCurrents.AcquireState), Is.EqualTo(110.Milliseconds));
        // Preamble, Msg3, Msg5, security mode complete, reconfiguration complete and data; feedback to Msg4, two messages and the release: a subframe each.
        Assert.That(meter.TimeIn(CellCurrents.TransmitState), Is.EqualTo(10.Milliseconds));
        // Response, Msg4, two messages and the release; grants of Msg5, two messages and data.
        Assert.That(meter.TimeIn(CellCurrents.ReceiveState), Is.EqualTo(9.Milliseconds));
        // 2 before the response, 5 before Msg3, 3 before Msg4, four times 3 before feedback, six times 3 between messages, four times 3 behind grants; the occasion up to 5.
        var wait = meter.TimeIn(CellCurrents.WaitState).TotalSeconds;
        Assert.That(wait, Is.InRange(0.052, 0.052 + 0.005 + 0.001));
        var busy = 0.483 + 0.110 + 0.010 + 0.009 + wait + 0.190 + 11.576 + 8;
        var charge = 0.15 * (0.483 + 0.110 + 0.009 + wait + 11.576) + 0.55 * 0.010 + 0.319 * 0.190 + 1.5e-3 * 8 + 5e-6 * (86_400 - busy);
        Assert.That(meter.Joules, Is.EqualTo(3.8 * charge).Within(1e-8));
    }

    [TestCase(23, 4.4)]
    [TestCase(0, 0.6)]
    [TestCase(-10, 0.0825)]
    [TestCase(-10.1, 0)]
    public void The_downlink_reaches_a_part_of_Shannons_bound(double snr, double expected) =>
        Assert.That(AttenuatedShannon.Downlink.Efficiency(snr), Is.EqualTo(expected).Within(1e-4));

    [TestCase(15, 2.0)]
    [TestCase(0, 0.4)]
    public void The_uplink_reaches_less(double snr, double expected) =>
        Assert.That(AttenuatedShannon.Uplink.Efficiency(snr), Is.EqualTo(expected).Within(0.012));

    [Test]
    public void A_packet_takes_the_resource_blocks_that_it_needs()
    {
        // 109 B of 872 bits: a resource block carries 2.0 · 180 bits a subframe, and as much more as fails.
        var air = new LteCat1(new LteCat1Options()).Air;
        var transfer = air.Uplink(90, 109);

        Assert.That((transfer.Units, transfer.Blocks, transfer.Data), Is.EqualTo((3, 1, 1.Milliseconds)));
    }

    [Test]
    public void Farther_away_a_packet_takes_longer()
    {
        var air = new LteCat1(new LteCat1Options()).Air;

        Assert.That(air.Uplink(138, 109).Data, Is.GreaterThan(air.Uplink(125, 109).Data));
    }

    [Test]
    public void One_receive_antenna_has_half_of_the_signal()
    {
        // 3 dB are one bit per symbol of the bound.
        var (one, two) = (Downlink(1), Downlink(2));

        Assert.That(one.Data * (long)one.Blocks, Is.GreaterThan(two.Data * (long)two.Blocks));
    }

    [Test]
    public void Power_is_shared_among_the_resource_blocks_of_a_wider_carrier()
    {
        var narrow = new LteCat1(new LteCat1Options()).Air.Downlink(135, 1000);
        var wide = new LteCat1(new LteCat1Options { CarrierBlocks = 100 }).Air.Downlink(135, 1000);

        Assert.That(wide.Data * (long)wide.Blocks, Is.GreaterThan(narrow.Data * (long)narrow.Blocks));
    }

    [Test]
    public void Blocks_of_a_round_of_HARQ_follow_each_other_in_8_ms()
    {
        var air = new LteCat1(new LteCat1Options()).Air;
        var (up, down) = (air.Uplink(100, 50), air.Downlink(100, 50));

        Assert.That(up.Control + up.Gap + up.Data + up.Retry, Is.EqualTo(8.Milliseconds));
        Assert.That(down.Data + down.FeedbackGap + down.Feedback + down.Retry, Is.EqualTo(8.Milliseconds));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_device_alone_reaches_the_rate_of_its_resource_blocks(bool isUp)
    {
        const int Octets = 200_000;
        var log = new FrameLog();
        var technology = new LteCat1(Faultless with { CoreRoundTripMedian = Duration.Zero });
        var network = technology.Cell(log.Simulation, log.Observers, onBattery: false);
        var (up, down) = network.Join(log.Near, log.Far, 0, 90);
        log.Leg = up;
        log.Send(0, 20, SimTime.Start);
        log.Simulation.RunUntil(SimTime.Start + 2.Seconds);
        log.Leg = isUp ? up : down;
        log.Send(1, Octets, log.Simulation.Now);
        var begin = log.Simulation.Now;
        log.Simulation.RunUntil(begin + 10.Seconds);
        var taken = log.Arrived.Single(frame => frame.Number == 1).At - begin;
        var transfer = isUp ? technology.Air.Uplink(90, Octets) : technology.Air.Downlink(90, Octets);

        // A scheduling request of up to 10 ms, its grant, and from there on subframe after subframe.
        Assert.That(taken - transfer.Data * (long)transfer.Blocks, Is.InRange(Duration.Zero, 20.Milliseconds));
    }

    [Test]
    public void Two_devices_halve_it()
    {
        const int Octets = 200_000;
        var log = new FrameLog();
        var technology = new LteCat1(Faultless with { CoreRoundTripMedian = Duration.Zero });
        var network = technology.Cell(log.Simulation, log.Observers, onBattery: false);
        for (var i = 0; i < 2; i++)
        {
            var node = new M2mVsIoTSim.Network.Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("near", i), log.Observers);
            log.Leg = network.Join(node, log.Far, 0, 90).Up;
            log.Send(i, Octets, SimTime.Start);
        }

        log.Simulation.RunUntil(SimTime.Start + 10.Seconds);
        var transfer = technology.Air.Uplink(90, Octets);
        var alone = transfer.Data * (long)transfer.Blocks;

        // Both connect at the same time, which takes less than a second, and end together after all that both send.
        var ends = log.Arrived.Select(frame => frame.At).Order().ToArray();
        Assert.That(ends, Has.Length.EqualTo(2));
        Assert.That(ends[1] - ends[0], Is.LessThan(50.Milliseconds));
        Assert.That(ends[1] - SimTime.Start, Is.InRange(alone * 2L, alone * 2L + 1.Seconds));
    }

    [TestCase(0.3, 35)]
    [TestCase(0.7, 15)]
    public void A_shared_carrier_has_what_others_leave_of_it(double load, int blocks) =>
        Assert.That(
            new LteCat1(new LteCat1Options { Isolation = SliceIsolation.Shared, BackgroundLoad = load }).Air.UplinkUnits,
            Is.EqualTo(blocks)
        );

    [Test]
    public void The_traffic_of_others_is_the_same_for_both_generations()
    {
        var lte = new LteCat1(new LteCat1Options { Isolation = SliceIsolation.Shared, BackgroundLoad = 0.7 }).Air;
        var nr = new Nr("nr-embb", new NrOptions { Isolation = SliceIsolation.Shared, BackgroundLoad = 0.7 }).Air;

        Assert.That(lte.Others, Is.Not.Null.And.EqualTo(nr.Others));
        Assert.That(new LteCat1(new LteCat1Options()).Air.Others, Is.Null);
    }

    [Test]
    public void A_reserved_share_is_that_of_the_fleet() =>
        Assert.That(new LteCat1(new LteCat1Options { BackgroundLoad = 0.9 }).Air.UplinkUnits, Is.EqualTo(15));

    [TestCase(6, 1.4)]
    [TestCase(50, 10)]
    [TestCase(100, 20)]
    public void The_width_of_a_carrier_follows_from_its_resource_blocks(int blocks, double megahertz) =>
        Assert.That(ChannelBandwidth.Of(blocks).Hertz / 1e6, Is.EqualTo(megahertz));

    [Test]
    public void One_cell_is_enough_for_a_small_fleet() =>
        Assert.That(Cells(new LteCat1Options { Sites = 1, Sectors = 1 }, 1, 8), Is.EqualTo(1));

    [Test]
    public void Cells_are_as_many_as_the_load_needs()
    {
        var options = new LteCat1Options { Sites = 1, Sectors = 1 };

        Assert.That(Cells(options, 4000, 408), Is.GreaterThan(Cells(options, 1000, 408)));
    }

    [Test]
    public void Fewer_cells_than_planned_are_reported()
    {
        var options = new LteCat1Options
        {
            Sites = 1,
            Sectors = 1,
            Carriers = 1,
        };

        Assert.That(new TechnologyBench(new LteCat1(options), 5000, 408).Installation.OutsideDomain[0], Does.Contain("planned for"));
    }

    [Test]
    public void It_does_not_switch_off() =>
        Assert.That(
            () => new LteCat1(new LteCat1Options { PowerSaving = PowerSaving.Off }),
            Throws.ArgumentException.With.Message.Contains("'drx', 'edrx' or 'psm'")
        );

    [Test]
    public void It_has_no_early_data() =>
        Assert.That(
            () => new LteCat1(new LteCat1Options { Procedure = CellularProcedure.EarlyData }),
            Throws.ArgumentException.With.Message.Contains("early data")
        );

    [Test]
    public void No_more_is_left_to_a_fleet_than_the_carrier_has() =>
        Assert.That(
            () => new LteCat1(new LteCat1Options { ResourceBlocks = 60 }),
            Throws.ArgumentException.With.Message.Contains("of 50 resource blocks")
        );

    [TestCase(true, PowerSaving.Psm)]
    [TestCase(false, PowerSaving.Drx)]
    public void It_saves_power_as_its_supply_asks(bool onBattery, PowerSaving expected) =>
        Assert.That(new LteCat1(new LteCat1Options()).PowerSavingOf(onBattery), Is.EqualTo(expected));

    [Test]
    public void Power_saving_that_is_written_holds_for_every_supply() =>
        Assert.That(
            new LteCat1(new LteCat1Options { PowerSaving = PowerSaving.Drx }).PowerSavingOf(onBattery: true),
            Is.EqualTo(PowerSaving.Drx)
        );

    [TestCase(true)]
    [TestCase(false)]
    public void Its_devices_know_no_release_assistance(bool expectsPackets) =>
        Assert.That(new LteCat1Options().ReleaseOf(expectsPackets), Is.EqualTo(ReleaseAssistance.None));

    private static Transfer Downlink(int antennas) =>
        new LteCat1(new LteCat1Options { ReceiveAntennas = antennas, ResourceBlocks = 2 }).Air.Downlink(135, 1000);

    private static int Cells(LteCat1Options options, double messagesPerSecond, double bytes) =>
        new TechnologyBench(new LteCat1(options), messagesPerSecond, bytes).Installation.Components.Single(one => one.Kind == "cell").Count;
}
