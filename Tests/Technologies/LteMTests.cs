using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Scenarios.Validation.LteM;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LteMTests
{
    private static readonly CellCurrents Currents = LteMBench.Tr45820;

    [TestCase(CellularProcedure.ServiceRequest)]
    [TestCase(CellularProcedure.ControlPlane)]
    [TestCase(CellularProcedure.Resume)]
    [TestCase(CellularProcedure.EarlyData)]
    public void The_steps_of_an_exchange_sum_to_its_latency(CellularProcedure procedure)
    {
        var timeline = new LteM(new LteMOptions { Procedure = procedure }).Exchange(150, 60);
        var arrival = timeline.Arrivals[0];
        var steps = timeline.Steps.Where(step => step.End <= arrival).ToArray();
        TestContext.Out.WriteLine(string.Join('\n', timeline.Steps));

        Assert.That(steps.Aggregate(Duration.Zero, (sum, step) => sum + step.Length), Is.EqualTo(timeline.Until(arrival)));
        Assert.That(steps[^1].End, Is.EqualTo(arrival));
    }

    [Test]
    public void Early_data_arrives_before_data_behind_a_set_up()
    {
        Duration Latency(CellularProcedure procedure)
        {
            var timeline = new LteM(new LteMOptions { Procedure = procedure }).Exchange(150, 60);
            return timeline.Until(timeline.Arrivals[0]);
        }

        Assert.That(Latency(CellularProcedure.EarlyData), Is.LessThan(Latency(CellularProcedure.Resume)));
        Assert.That(Latency(CellularProcedure.Resume), Is.LessThan(Latency(CellularProcedure.ServiceRequest)));
    }

    [Test]
    public void Channels_follow_each_other_as_the_standard_says()
    {
        var air = new LteM(new LteMOptions()).Air;
        var (down, up) = (air.Downlink(130, 19), air.Uplink(130, 50));

        Assert.That(down.Gap, Is.EqualTo(1.Milliseconds), "PDSCH in n + 2 after MPDCCH");
        Assert.That(down.FeedbackGap, Is.EqualTo(3.Milliseconds), "PUCCH in n + 4 after PDSCH");
        Assert.That(up.Gap, Is.EqualTo(3.Milliseconds), "PUSCH in n + 4 after MPDCCH");
        Assert.That((down.Control, down.Data, down.Feedback), Is.EqualTo((1.Milliseconds, 1.Milliseconds, 1.Milliseconds)));
    }

    [TestCase(120, 0, 2, 40)]
    [TestCase(150, 1, 8, 160)]
    [TestCase(156, 2, 32, 640)]
    [TestCase(164, 3, 128, 2560)]
    public void A_device_repeats_its_preamble_as_its_level_asks(double loss, int level, int repetitions, int period)
    {
        var air = new LteM(new LteMOptions()).Air;

        Assert.That(air.LevelOf(loss), Is.EqualTo(level));
        Assert.That(air.Levels[level].Preamble, Is.EqualTo(Prach.Length(repetitions)));
        Assert.That(air.Levels[level].Period, Is.EqualTo(period.Milliseconds));
    }

    [Test]
    public void Deeper_coverage_takes_longer_and_beyond_164_dB_there_is_none()
    {
        var air = new LteM(new LteMOptions()).Air;

        Assert.That(air.MaximumCouplingLoss, Is.EqualTo(164));
        Assert.That(air.Uplink(154, 100).Data * (long)air.Uplink(154, 100).Blocks, Is.GreaterThan(air.Uplink(144, 100).Data));
        Assert.That(air.Acquisition(164, true), Is.GreaterThan(air.Acquisition(144, true)));
    }

    [Test]
    public void A_weaker_transmitter_reaches_less_far()
    {
        Assert.That(new LteM(new LteMOptions { TransmitPower = 14 }).Air.MaximumCouplingLoss, Is.InRange(150, 158));
    }

    [Test]
    public void A_day_costs_what_its_states_take_by_hand()
    {
        // At 120 dB every channel takes one subframe, but for the preamble, which is sent twice.
        var meter = new LteMBench(LteMBench.Faultless, LteMBench.ReportAndSleep, Currents, 120, seed: 3).Run(1, 24.Hours, 60).Meter;

        // PSS and SSS 10 ms, master information 10 ms, one copy of system information 5 ms.
        Assert.That(meter.TimeIn(CellCurrents.AcquireState), Is.EqualTo(25.Milliseconds));
        // Preamble 2 ms; Msg3, Msg5 with its data, and the feedback to Msg4 and release: 1 ms each.
        Assert.That(meter.TimeIn(CellCurrents.TransmitState), Is.EqualTo(6.Milliseconds));
        // Assignment and data of the response, Msg4 and the release, and the grant of Msg5: 1 ms each.
        Assert.That(meter.TimeIn(CellCurrents.ReceiveState), Is.EqualTo(7.Milliseconds));
        // Gaps: 2 + 1 before the response, 5 before Msg3, 3 + 1 + 3 of Msg4, 3 + 3 of Msg5, 3 + 1 + 3 of the release; then the
        // occasion, up to 40 ms, and four search spaces, of up to 2 ms each.
        Assert.That(meter.TimeIn(CellCurrents.WaitState).TotalSeconds, Is.InRange(0.028, 0.028 + 0.040 + 0.008));
        var wait = meter.TimeIn(CellCurrents.WaitState).TotalSeconds;
        var charge = 0.032 * Currents.Receive + 0.006 * Currents.Transmit + wait * Currents.Idle + (86_400 - 0.038 - wait) * Currents.Sleep;
        Assert.That(meter.Joules, Is.EqualTo(charge * Currents.Volts).Within(1e-9));
    }

    [Test]
    public void A_battery_lasts_as_long_as_on_paper(
        [Values(144, 154, 164)] double loss,
        [Values(2, 24)] int hours,
        [Values(50, 200)] int bytes
    )
    {
        const double Battery = 18_000;
        const int Reports = 300;
        const int Headers = 65;
        var paper = new ReportEnergy(new LteM(LteMBench.Faultless).Air, loss, bytes + Headers).Years(Currents, hours.Hours, Battery);
        var meter = new LteMBench(LteMBench.Faultless, LteMBench.ReportAndSleep, Currents, loss, seed: 1)
            .Run(Reports, hours.Hours, bytes + Headers)
            .Meter;

        // Waits for occasions and search spaces are not uniform in the run.
        Assert.That(Battery / meter.Joules * (meter.Measured.TotalSeconds / (365.25 * 86_400)), Is.EqualTo(paper).Within(10).Percent);
    }

    [Test]
    public void Blocks_that_fail_are_sent_again()
    {
        const double Failures = 0.2;
        const int Reports = 3000;
        var options = LteMBench.Faultless with { BlockErrorRate = Failures };
        var meter = new LteMBench(options, LteMBench.ReportAndSleep, Currents, 120, seed: 4).Run(Reports, 1.Hours, 60).Meter;

        // Msg3, Msg4, Msg5 and release are sent 1 / (1 − p) times on average, the last two of them with feedback each time; after five
        // failures (0.03 %) an access begins anew or a message is given up, which is within the tolerance of 3 deviations (0.56 each, four a report).
        var expected = 2 + 4 / (1 - Failures);
        Assert.That(
            meter.TimeIn(CellCurrents.TransmitState).TotalSeconds * 1000 / Reports,
            Is.EqualTo(expected).Within(3 * 2 * 0.56 / Math.Sqrt(Reports))
        );
    }

    [Test]
    public void A_battery_that_empties_stops_its_device()
    {
        var simulation = new Simulation(1);
        var observers = new Observers();
        var battery = new Battery(coulombs: 1.5);
        var device = new Node(simulation, Entity.Of("meter"), observers) { IsMetered = true, Supply = battery };
        var settings = LteMBench.ReportAndSleep with { PeriodicUpdate = 1.Hours };
        var network = new CellNetwork("lte-m", simulation, observers, new LteM(LteMBench.Faultless).Air, settings, Currents, 1);
        network.Join(device, new Node(simulation, Entity.Of("edge"), observers), 0, 164);
        var watch = new DepletionWatch(device, battery);
        simulation.RunUntil(SimTime.Start + 10.Days);

        Assert.That(device.IsUp, Is.False);
        Assert.That(watch.Stopped, Is.LessThan(SimTime.Start + 10.Days));
    }

    [Test]
    public void Sites_are_built_until_the_area_is_covered()
    {
        var (town, county) = (Installed(1_000), Installed(30_000));

        Assert.That(town.Stations, Has.Count.EqualTo(1));
        Assert.That(county.Stations.Count, Is.GreaterThan(1));
        Assert.That(county.Promises.Min(promise => promise.Delivery), Is.GreaterThanOrEqualTo(0.98));
    }

    [Test]
    public void A_response_is_one_block_at_every_level()
    {
        var air = new LteM(new LteMOptions()).Air;

        foreach (var (loss, level) in new[] { (146, 0), (152, 1), (158, 2), (164, 3) })
        {
            var access = air.Levels[level];
            Assert.That(air.Downlink(loss, access.GrantsPerResponse * access.ResponseBytes).Blocks, Is.EqualTo(1));
            Assert.That(access.ResponseWindow, Is.GreaterThan(air.SearchSpacePeriod(loss)));
        }
    }

    private static CellInstallation Installed(double radius)
    {
        var simulation = new Simulation(1);
        var observers = new Observers();
        Node[] meters =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(i => new Node(simulation, Entity.Of("meter", i), observers)
                {
                    Position = new Position(
                        radius * Math.Sqrt(i / 200.0) * Math.Cos(2.4 * i),
                        radius * Math.Sqrt(i / 200.0) * Math.Sin(2.4 * i),
                        1.5
                    ),
                }),
        ];
        var site = new Site(simulation, observers, meters, radius, new Demand(0.1, 20));
        return (CellInstallation)new LteM(new LteMOptions()).Install(site);
    }

    [TestCase(3000)]
    [TestCase(6000)]
    public void An_extended_cycle_that_LTE_M_does_not_have_is_refused(int seconds)
    {
        Assert.That(() => new LteM(new LteMOptions { ExtendedCycle = seconds.Seconds }), Throws.ArgumentException);
    }

    [Test]
    public void Limits_of_levels_have_to_ascend()
    {
        Assert.That(() => new LteM(new LteMOptions { Level0Limit = 160 }), Throws.ArgumentException);
    }
}
