using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>RRC_INACTIVE with NR: which messages, how long, at what cost.</summary>
public class NrInactiveTests
{
    /// <summary>Nothing fails and nothing lies behind the radio; a device listens for pages every 82 s.</summary>
    private static readonly NrMmtcOptions Plain = new()
    {
        BlockErrorRate = 1e-6,
        ControlError = 0,
        RequestError = 0,
        Detection = 1,
        CoreRoundTripMedian = Duration.Zero,
        Loss = 0,
        PowerSaving = PowerSaving.Edrx,
        PeriodicUpdate = null,
        AreaUpdate = null,
    };

    [Test]
    public void A_report_from_the_inactive_state_takes_fewer_messages_than_from_idle()
    {
        Assert.That(Messages(CellularProcedure.EarlyData), Is.EqualTo(2), "request with the report, answer");
        Assert.That(Messages(CellularProcedure.Resume), Is.EqualTo(4), "request, answer, complete with the report, release");
        Assert.That(Messages(CellularProcedure.ServiceRequest), Is.EqualTo(9), "request, answer, five of the set-up, report, release");
    }

    [Test]
    public void A_report_from_the_inactive_state_arrives_sooner()
    {
        var idle = FirstArrival(CellularProcedure.ServiceRequest);
        var resumed = FirstArrival(CellularProcedure.Resume);
        var early = FirstArrival(CellularProcedure.EarlyData);

        // The core network alone takes 20 ms of a service request.
        Assert.That((idle - resumed).TotalSeconds, Is.GreaterThan(0.02));
        Assert.That(early, Is.LessThan(resumed));
    }

    [Test]
    public void A_report_from_the_inactive_state_takes_less_energy()
    {
        var silence = Day(Plain, reports: 0).Joules;
        var idle = Day(Plain with { Procedure = CellularProcedure.ServiceRequest }, reports: 24).Joules - silence;
        var resumed = Day(Plain with { Procedure = CellularProcedure.Resume }, reports: 24).Joules - silence;
        var early = Day(Plain, reports: 24).Joules - silence;

        Assert.That(resumed, Is.LessThan(idle));
        Assert.That(early, Is.LessThan(resumed));
    }

    [Test]
    public void Idle_and_inactive_devices_listen_alike() =>
        Assert.That(
            Day(Plain, reports: 0).Joules,
            Is.EqualTo(Day(Plain with { Procedure = CellularProcedure.ServiceRequest }, reports: 0).Joules).Within(1e-9)
        );

    [Test]
    public void Updates_of_the_area_are_accesses_that_are_charged()
    {
        var silent = Day(Plain, reports: 0);
        var updating = Day(Plain with { AreaUpdate = 1.Hours }, reports: 0);

        // The first comes at any time of the first hour.
        Assert.That((silent.Accesses, updating.Accesses), Is.EqualTo((0L, 24L)));
        Assert.That(updating.Joules, Is.GreaterThan(silent.Joules));
    }

    [Test]
    public void Reports_make_updates_of_the_area_needless()
    {
        var hourly = Day(Plain with { AreaUpdate = 2.Hours }, reports: 24);

        // Before its first report a device may have updated once.
        Assert.That(hourly.Accesses, Is.InRange(24, 25));
    }

    [Test]
    public void An_inactive_device_does_not_update_its_registration()
    {
        var inactive = Day(Plain with { PeriodicUpdate = 1.Hours }, reports: 0);
        var forgotten = Day(Plain with { PeriodicUpdate = 1.Hours, InactiveLifetime = 12.Hours }, reports: 0);

        // Once it is idle it updates, and is inactive again.
        Assert.That((inactive.Accesses, forgotten.Accesses), Is.EqualTo((0L, 1L)));
    }

    [TestCase(59, 4)]
    [TestCase(61, 9)]
    public void After_its_lifetime_a_device_is_idle(int minutes, int messages)
    {
        var options = Plain with { Procedure = CellularProcedure.Resume, InactiveLifetime = 1.Hours };
        var log = new FrameLog();
        var network = new Nr("nr-mmtc", options).Cell(log.Simulation, log.Observers, expectsPackets: false);
        network.Timeline = new ExchangeTimeline();
        log.Leg = network.Join(log.Near, log.Far, 0, 100).Up;
        log.Send(0, 32, SimTime.Start);
        log.Simulation.RunUntil(SimTime.Start + minutes.Minutes);
        log.Send(1, 32, log.Simulation.Now);
        log.Simulation.RunUntil(log.Simulation.Now + 1.Minutes);

        Assert.That(Messages(network.Timeline.Steps.Where(step => step.Begin >= SimTime.Start + minutes.Minutes)), Is.EqualTo(messages));
    }

    [TestCase(CellularProcedure.Resume)]
    [TestCase(CellularProcedure.EarlyData)]
    public void Power_saving_mode_is_refused_in_the_inactive_state(CellularProcedure procedure) =>
        Assert.That(
            () => new Nr("nr-mmtc", new NrMmtcOptions { Procedure = procedure, PowerSaving = PowerSaving.Psm }),
            Throws.ArgumentException.With.Message.Contains("psm goes with procedure service-request")
        );

    [Test]
    public void A_lifetime_that_updates_keep_extending_is_refused() =>
        Assert.That(
            () => new Nr("nr-mmtc", new NrMmtcOptions { InactiveLifetime = 12.Hours }),
            Throws.ArgumentException.With.Message.Contains("never ends")
        );

    [Test]
    public void On_a_battery_devices_rest_as_deeply_as_their_state_allows()
    {
        Assert.That(new NrOptions().PowerSavingOf(onBattery: true), Is.EqualTo(PowerSaving.Edrx));
        Assert.That(
            new NrOptions { Procedure = CellularProcedure.ServiceRequest }.PowerSavingOf(onBattery: true),
            Is.EqualTo(PowerSaving.Psm)
        );
        Assert.That(new NrOptions().PowerSavingOf(onBattery: false), Is.EqualTo(PowerSaving.Drx));
    }

    private static int Messages(CellularProcedure procedure) => Messages(Exchange(procedure).Steps);

    /// <summary>Messages behind the response to a preamble.</summary>
    private static int Messages(IEnumerable<ExchangeStep> steps) =>
        steps.Count(step => step.Bytes > 0 && !step.Name.StartsWith("response", StringComparison.Ordinal));

    private static Duration FirstArrival(CellularProcedure procedure)
    {
        var timeline = Exchange(procedure);
        return timeline.Until(timeline.Arrivals[0]);
    }

    private static ExchangeTimeline Exchange(CellularProcedure procedure) =>
        new Nr("nr-mmtc", Plain with { Procedure = procedure }).Exchange(100, 32);

    /// <summary>Energy [J] and random accesses of a device that reports 32 B at the middle of some hours of a day.</summary>
    private static (double Joules, long Accesses) Day(NrMmtcOptions options, int reports)
    {
        var log = new FrameLog();
        var network = new Nr("nr-mmtc", options).Cell(log.Simulation, log.Observers, expectsPackets: false);
        log.Leg = network.Join(log.Near, log.Far, 0, 100).Up;
        for (var hour = 0; hour < reports; hour++)
        {
            log.Simulation.RunUntil(SimTime.Start + hour.Hours + 30.Minutes);
            log.Send(hour, 32, log.Simulation.Now);
        }

        log.Simulation.RunUntil(SimTime.Start + 1.Days);
        var meter = log.Near.Meters.Single();
        meter.Settle(log.Simulation.Now);
        return (meter.Joules, network.Accesses.Successes);
    }
}
