using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;
using Nr = M2mVsIoTSim.Technologies.Nr;

namespace M2mVsIoTSim.Tests.Technologies;

public class NrTests
{
    /// <summary>FDD at 30 kHz, whole slots, nothing fails, nothing behind the radio.</summary>
    private static readonly NrOptions Plain = new()
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
    };

    [TestCase(CellularProcedure.ServiceRequest)]
    [TestCase(CellularProcedure.Resume)]
    [TestCase(CellularProcedure.EarlyData)]
    public void The_steps_of_an_exchange_sum_to_its_latency(CellularProcedure procedure)
    {
        var timeline = new Nr("nr-embb", new NrOptions { Procedure = procedure }).Exchange(110, 100, answer: 200);
        var arrival = timeline.Arrivals[^1];
        var steps = timeline.Steps.Where(step => step.End <= arrival).ToArray();

        Assert.That(steps.Aggregate(Duration.Zero, (sum, step) => sum + step.Length), Is.EqualTo(timeline.Until(arrival)));
        Assert.That(steps[^1].End, Is.EqualTo(arrival));
    }

    [Test]
    public void Asking_for_a_grant_takes_the_slots_that_it_takes_by_hand()
    {
        var delays = Uplinks(Plain, 2000);

        // From the slot of the request: 0.036 ms of request, 0.178 and 0.214 to decode and schedule; the grant in the next slot, 0.036 and N2 of 0.428; the data in the one after, 0.5 and 0.178 to decode.
        const double Least = 1e-3 + 0.5e-3 + 0.1784e-3;
        Assert.That(delays.Min(), Is.EqualTo(Least).Within(0.5).Percent);
        // And before that up to a slot until the request.
        Assert.That(delays.Max(), Is.EqualTo(Least + 0.5e-3).Within(0.5).Percent);
        Assert.That(delays.Average(), Is.EqualTo(Least + 0.25e-3).Within(1).Percent);
    }

    [TestCase(14, "FDD")]
    [TestCase(7, "FDD")]
    [TestCase(2, "FDD")]
    [TestCase(14, "DDDSU")]
    [TestCase(7, "DDDSU")]
    public void A_configured_grant_takes_preparation_wait_allocation_and_decoding(int symbols, string duplex)
    {
        var options = Plain with
        {
            Symbols = symbols,
            Duplex = duplex,
            SchedulingRequestPeriod = Duration.Zero,
            ConfiguredGrant = true,
            ConfiguredGrants = 1,
        };
        var numerology = NrNumerology.Of(30.Kilohertz);
        var frame = new NrFrame(numerology, symbols, duplex == "FDD" ? null : duplex);
        var timing = new NrTiming(frame, new NrProcessing(numerology, 1), symbols, symbols < 14);
        var delays = Uplinks(options, 4000);
        var fixedPart = (timing.Prepare + timing.Data + timing.Decode).TotalSeconds;
        var wait = frame.MeanWait(isUp: true, symbols).TotalSeconds;

        Assert.That(delays.Min(), Is.GreaterThanOrEqualTo(fixedPart - 2e-9));
        // The wait is spread over less than four times its mean: five deviations of 4000 of them.
        Assert.That(delays.Average() - fixedPart, Is.EqualTo(wait).Within(8).Percent);
    }

    [TestCase(true, 7, "FDD")]
    [TestCase(true, 14, "DDDSU")]
    [TestCase(false, 7, "FDD")]
    [TestCase(false, 4, "FDD")]
    [TestCase(false, 14, "DDDSU")]
    public void The_simulated_distribution_is_the_exact_one(bool isConfigured, int symbols, string duplex)
    {
        const int Count = 20_000;
        var options = Plain with
        {
            ConfiguredGrant = isConfigured,
            ConfiguredGrants = 1,
            Symbols = symbols,
            Duplex = duplex,
            SchedulingRequestPeriod = duplex == "FDD" ? 0.5.Milliseconds : 2.5.Milliseconds,
            BlockErrorRate = 0.3,
            ControlError = 0.05,
            RequestError = 0.05,
        };
        var link = new Nr("nr-embb", options).LinkAt(new PropagationOptions());
        var loss = link.GreatestCouplingLoss(32, isUp: true);
        var delays = Uplinks(options, Count, loss);

        foreach (var limit in new[] { 0.6, 1, 1.5, 2, 3, 4.5, 6, 9, 14 })
        {
            var exact = link.Within(loss, 32, isUp: true, limit.Milliseconds);
            var share = delays.Count(delay => delay <= limit / 1000) / (double)Count;
            // Four deviations of such a share, and a packet.
            Assert.That(share, Is.EqualTo(exact).Within(4 * Math.Sqrt(exact * (1 - exact) / Count) + 1.0 / Count), $"{limit} ms");
        }
    }

    [Test]
    public void A_slice_of_its_own_does_not_feel_others()
    {
        var quiet = Uplinks(Plain with { BackgroundLoad = 0 }, 500);
        var loaded = Uplinks(Plain with { BackgroundLoad = 0.9 }, 500);

        Assert.That(loaded, Is.EqualTo(quiet));
    }

    [Test]
    public void A_shared_slice_waits_for_others()
    {
        var shared = Plain with { Isolation = SliceIsolation.Shared };
        var quiet = Uplinks(shared with { BackgroundLoad = 0 }, 4000).Average();
        var loaded = Uplinks(shared with { BackgroundLoad = 0.5 }, 4000).Average();

        // One wait of mean ρ S / (1 − ρ) = 1 ms before the grant, to whole slots; its deviation is 1.7 ms.
        Assert.That(loaded - quiet, Is.EqualTo(1e-3).Within(0.14e-3));
    }

    [Test]
    public void A_configured_grant_does_not_wait_for_others_even_where_the_rest_is_shared()
    {
        var configured = Plain with { Isolation = SliceIsolation.Shared, ConfiguredGrant = true, ConfiguredGrants = 1 };

        Assert.That(
            Uplinks(configured with { BackgroundLoad = 0.5 }, 200).Max(),
            Is.EqualTo(Uplinks(configured with { BackgroundLoad = 0 }, 200).Max()).Within(1e-12)
        );
    }

    [Test]
    public void Two_steps_save_a_round_trip()
    {
        var four = FirstArrival(Plain);
        var two = FirstArrival(Plain with { TwoStepAccess = true });

        // No response (Msg2) and no processing of it: detection, grant, N1 + N2 + 0.5 ms.
        Assert.That((four - two).TotalSeconds, Is.InRange(1.5e-3, 5e-3));
    }

    [Test]
    public void Small_data_go_with_the_request()
    {
        var resumed = FirstArrival(Plain with { Procedure = CellularProcedure.Resume });
        var small = FirstArrival(Plain with { Procedure = CellularProcedure.EarlyData });
        var connected = FirstArrival(Plain with { Procedure = CellularProcedure.ServiceRequest });

        Assert.That(small, Is.LessThan(resumed));
        Assert.That(resumed, Is.LessThan(connected));
    }

    [Test]
    public void A_device_of_reduced_capability_draws_less_for_the_same_report()
    {
        var plain = DayOf(
            new NrOptions
            {
                Duplex = "FDD",
                PowerSaving = PowerSaving.Edrx,
                ExtendedCycle = 81.92.Seconds,
                Loss = 0,
            }
        );
        var reduced = DayOf(new NrRedCapOptions { Duplex = "FDD", Loss = 0 });

        Assert.That(reduced, Is.LessThan(0.7 * plain));
    }

    [Test]
    public void A_longer_extended_cycle_draws_less()
    {
        var options = new NrRedCapOptions { Duplex = "FDD", Loss = 0 };

        Assert.That(DayOf(options with { ExtendedCycle = 655.36.Seconds }), Is.LessThan(DayOf(options)));
    }

    [Test]
    public void A_narrow_device_uses_no_more_than_its_bandwidth()
    {
        var wide = new Nr("nr-redcap", new NrRedCapOptions { DeviceBandwidth = null, SliceShare = 1 }).Air.Downlink(90, 8000);
        var narrow = new Nr("nr-redcap", new NrRedCapOptions { SliceShare = 1 }).Air.Downlink(90, 8000);

        Assert.That(narrow.Units, Is.LessThanOrEqualTo(51));
        Assert.That(wide.Units, Is.GreaterThan(51));
    }

    [Test]
    public void Repetitions_reach_farther()
    {
        var plain = new Nr("nr-mmtc", new NrMmtcOptions { CoverageRepetitions = 1 }).Air.MaximumCouplingLoss;
        var repeated = new Nr("nr-mmtc", new NrMmtcOptions()).Air.MaximumCouplingLoss;

        // Eight of them are 9 dB.
        Assert.That(repeated - plain, Is.EqualTo(9).Within(1));
    }

    [Test]
    public void Fading_costs_reach()
    {
        var technology = new Nr("nr-mmtc", new NrMmtcOptions());
        var still = technology.LinkAt(new PropagationOptions()).Air.MaximumCouplingLoss;
        var fading = technology.LinkAt(new PropagationOptions { Fading = FadingModel.Rayleigh }).Air.MaximumCouplingLoss;

        Assert.That(fading, Is.LessThan(still));
    }

    [Test]
    public void Duplicates_fail_as_both_legs_do()
    {
        var link = new Nr("nr-embb", Plain with { Duplication = true }).LinkAt(new PropagationOptions());
        var loss = link.GreatestCouplingLoss(32, isUp: false);
        var single = new Nr("nr-embb", Plain).LinkAt(new PropagationOptions()).Failures(loss, 32, isUp: false);

        Assert.That(link.Failures(loss, 32, isUp: false)[0], Is.EqualTo(single[0] * single[0]).Within(1e-15));
    }

    [Test]
    public void Configured_grants_for_more_than_the_carrier_are_refused() =>
        Assert.That(
            () => new Nr("nr-urllc", new NrUrllcOptions { ConfiguredGrants = 50 }),
            Throws.ArgumentException.With.Message.Contains("fewer, smaller or less frequent")
        );

    [Test]
    public void Periods_that_drift_against_the_frame_are_refused() =>
        Assert.That(
            () => new Nr("nr-embb", Plain with { SchedulingRequestPeriod = 0.7.Milliseconds }),
            Throws.ArgumentException.With.Message.Contains("scheduling-request-period")
        );

    [Test]
    public void Data_on_the_control_plane_are_refused() =>
        Assert.That(
            () => new Nr("nr-embb", Plain with { Procedure = CellularProcedure.ControlPlane }),
            Throws.ArgumentException.With.Message.Contains("small data transmission")
        );

    /// <summary>Latencies of packets of 32 B of a connected device, at any time [s].</summary>
    private static double[] Uplinks(NrOptions options, int count, double couplingLoss = 90)
    {
        var log = new FrameLog();
        var network = new Nr("nr-embb", options with { Inactivity = 1.Hours }).Cell(log.Simulation, log.Observers, onBattery: false);
        log.Leg = network.Join(log.Near, log.Far, 0, couplingLoss).Up;
        log.Send(-1, 32, SimTime.Start);
        log.Simulation.RunUntil(SimTime.Start + 1.Seconds);
        var luck = log.Simulation.Random.Stream(log.Near.Entity, Purpose.Named("test"));
        var sent = new SimTime[count];
        for (var i = 0; i < count; i++)
        {
            sent[i] = SimTime.Start + 1.Seconds + 100.Milliseconds * (i + luck.Uniform() / 2);
            log.Simulation.RunUntil(sent[i]);
            log.Send(i, 32, sent[i]);
        }

        log.Simulation.RunUntil(log.Simulation.Now + 1.Seconds);
        return [.. log.Arrived.Where(frame => frame.Number >= 0).Select(frame => (frame.At - sent[frame.Number]).TotalSeconds)];
    }

    private static Duration FirstArrival(NrOptions options)
    {
        var timeline = new Nr("nr-embb", options).Exchange(100, 32);
        return timeline.Until(timeline.Arrivals[0]);
    }

    /// <summary>Energy of a device that reports 100 B every hour of a day [J].</summary>
    private static double DayOf(NrOptions options)
    {
        var log = new FrameLog();
        var network = new Nr("nr-redcap", options).Cell(log.Simulation, log.Observers);
        log.Leg = network.Join(log.Near, log.Far, 0, 100).Up;
        for (var hour = 0; hour < 24; hour++)
        {
            log.Send(hour, 100, SimTime.Start + hour.Hours);
        }

        log.Simulation.RunUntil(SimTime.Start + 1.Days);
        var meter = log.Near.Meters.Single();
        meter.Settle(log.Simulation.Now);
        return meter.Joules;
    }
}
