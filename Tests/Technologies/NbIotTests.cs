using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class NbIotTests
{
    private static readonly double[] CouplingLosses = [120, 144, 154, 164];

    [Test]
    public void The_steps_of_an_exchange_follow_each_other_and_sum_to_its_latency(
        [Values] CellularProcedure procedure,
        [ValueSource(nameof(CouplingLosses))] double couplingLoss
    )
    {
        var exchange = new NbIot(new NbIotOptions { Procedure = procedure }).Exchange(couplingLoss, 100);
        var steps = exchange.Steps.TakeWhile(step => step.Begin < exchange.Arrivals[0]).ToList();

        Assert.That(steps.Skip(1).Select(step => step.Begin), Is.EqualTo(steps.SkipLast(1).Select(step => step.End)));
        Assert.That(steps.Aggregate(Duration.Zero, (sum, step) => sum + step.Length), Is.EqualTo(exchange.Until(exchange.Arrivals[0])));
    }

    [Test]
    public void A_control_plane_report_in_normal_coverage_takes_these_steps()
    {
        var exchange = new NbIot(
            new NbIotOptions
            {
                Anchor = false,
                ReleaseAssistance = ReleaseAssistance.None,
                StartTime = Duration.Zero,
                ReleaseResponse = Duration.Zero,
            }
        ).Exchange(144, 100);

        // NPDCCH of 2 subframes at every 16 ms, NPDSCH of 3 (56 bits) and 5 ms (152 bits), Msg3 6 ms, 976 bits in 20 ms.
        Assert.That(
            exchange.Steps.Where(step => step.Direction != AirDirection.None).Select(Text),
            Is.EqualTo(
                new[]
                {
                    "320 5.6 preamble (Msg1)",
                    "336 2 assignment",
                    "342 3 response (Msg2)",
                    "357 6 request (Msg3)",
                    "368 2 assignment",
                    "374 5 answer (Msg4)",
                    "391 2 feedback",
                    "400 2 grant",
                    "410 20 set-up complete, control-plane service request (Msg5)",
                    "10432 2 assignment",
                    "10438 4 release",
                    "10454 2 feedback",
                }
            )
        );
    }

    [Test]
    public void Early_data_needs_neither_connection_nor_release()
    {
        var exchange = new NbIot(new NbIotOptions { Procedure = CellularProcedure.EarlyData }).Exchange(144, 60);

        Assert.That(
            exchange.Steps.Where(step => step.Bytes > 0).Select(step => step.Name),
            Is.EqualTo(new[] { "response (Msg2)", "request (Msg3)", "answer (Msg4)" })
        );
    }

    [Test]
    public void An_answer_is_received_while_the_device_is_connected()
    {
        var exchange = new NbIot(new NbIotOptions { ReleaseAssistance = ReleaseAssistance.AfterDownlink }).Exchange(144, 100, 40);

        Assert.That(
            exchange.Steps.Where(step => step.Bytes > 0).TakeLast(2).Select(step => step.Name),
            Is.EqualTo(new[] { "data, downlink", "release" })
        );
    }

    [Test]
    public void Compressed_headers_save_octets()
    {
        var exchange = new NbIot(new NbIotOptions { HeaderCompression = true }).Exchange(144, 100);

        Assert.That(exchange.Steps.Single(step => step.Name.Contains("Msg5", StringComparison.Ordinal)).Bytes, Is.EqualTo(122 - 16));
    }

    [Test]
    public void A_stand_alone_carrier_repeats_less()
    {
        static Duration Latency(double power) =>
            new NbIot(new NbIotOptions { DownlinkPower = power }).Exchange(164, 100) is var exchange
                ? exchange.Until(exchange.Arrivals[0])
                : Duration.Zero;

        Assert.That(Latency(43), Is.LessThan(Latency(35)));
    }

    [Test]
    public void A_weaker_device_is_out_of_coverage_earlier() =>
        Assert.That(new NbIot(new NbIotOptions { TransmitPower = 14 }).Air.MaximumCouplingLoss, Is.EqualTo(155));

    [Test]
    public void One_site_covers_a_small_area() => Assert.That(Built(1000, 0.01).Components[0].Count, Is.EqualTo(1));

    [Test]
    public void A_large_area_needs_several_sites() => Assert.That(Built(60_000, 0.01).Components[0].Count, Is.GreaterThan(1));

    [Test]
    public void A_heavy_load_needs_several_carriers() =>
        Assert.That(Built(1000, 100).Components[1].Count, Is.GreaterThan(Built(1000, 0.01).Components[1].Count));

    [Test]
    public void By_default_the_network_keeps_a_packet_for_a_sleeping_device() =>
        Assert.That((new NbIotOptions().Settings(true, true).Buffer, new LteMOptions().Settings(true, true).Buffer), Is.EqualTo((1, 1)));

    [TestCase(120, true)]
    [TestCase(3600 * 310, false)]
    public void Updates_of_silent_devices_are_planned_for(int seconds, bool isMore)
    {
        // 20 000 devices that send next to nothing: an update every two minutes of each are 167 exchanges a second.
        var options = new NbIotOptions { PeriodicUpdate = seconds.Seconds };

        Assert.That(Built(1000, 1e-6, 20_000, options).Components[1].Count > Built(1000, 1e-6).Components[1].Count, Is.EqualTo(isMore));
    }

    [TestCase(0, ReleaseAssistance.AfterUplink)]
    [TestCase(1, ReleaseAssistance.None)]
    public void A_device_says_that_nothing_follows_where_nothing_comes_back(int answers, ReleaseAssistance expected) =>
        Assert.That(
            new NbIot(new NbIotOptions()).ReleaseOf(new WireLoad([new WireFlow(1, new WireCost(1, 100, answers, 40, []))])),
            Is.EqualTo(expected)
        );

    [Test]
    public void Nb_iot_does_not_switch_off() =>
        Assert.That(
            () => new NbIot(new NbIotOptions { PowerSaving = PowerSaving.Off }),
            Throws.ArgumentException.With.Message.Contains("'drx', 'edrx' or 'psm'")
        );

    [Test]
    public void A_day_costs_what_its_states_take_by_hand()
    {
        var options = new NbIotOptions
        {
            Anchor = false,
            BlockErrorRate = 0,
            PreambleDetection = 1,
            PeriodicUpdate = null,
        };
        var log = new M2mVsIoTSim.Tests.Media.FrameLog();
        var device = new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("meter"), log.Observers) { IsMetered = true };
        var edge = new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("edge"), log.Observers);
        var (up, _) = new NbIot(options).Cell(log.Simulation, log.Observers, expectsPackets: false).Join(device, edge, 0, 144);
        log.Leg = up;
        log.Send(0, 100, log.Simulation.Now);
        log.Simulation.RunUntil(SimTime.Start + 1.Days);
        var meter = device.Meters.Single();
        meter.Settle(log.Simulation.Now);

        // Boot and SIM; then 74.46 ms of synchronisation and one part, 80 ms, of the master information.
        Assert.That(meter.TimeIn(CellCurrents.StartState), Is.EqualTo(483.Milliseconds));
        Assert.That(meter.TimeIn(CellCurrents.AcquireState), Is.EqualTo(154.46.Milliseconds));
        // Preamble 5.6, Msg3 6, Msg5 with its data 20, feedback to Msg4 and to the release 2 ms each.
        Assert.That(meter.TimeIn(CellCurrents.TransmitState), Is.EqualTo(35.6.Milliseconds));
        // Four assignments and grants of 2 ms; response 3, Msg4 5, release 4 ms.
        Assert.That(meter.TimeIn(CellCurrents.ReceiveState), Is.EqualTo(20.Milliseconds));
        Assert.That(meter.TimeIn(CellCurrents.ReleaseState), Is.EqualTo(528.Milliseconds));
        Assert.That(meter.TimeIn(CellCurrents.ConnectedState) + meter.TimeIn(CellCurrents.DrxState), Is.EqualTo(Duration.Zero));
        // Up to 320 ms for the occasion; gaps and search spaces between the eight messages.
        var wait = meter.TimeIn(CellCurrents.WaitState).TotalSeconds;
        Assert.That(wait, Is.InRange(0.03, 0.32 + 0.2));
        // Active for 8 s: a page of one frame and an assignment of 2 ms in each 2.56 s.
        var idle = 0.65e-3 + (0.046 - 0.65e-3) * 0.012 / 2.56;
        var awake = 0.483 + 0.15446 + 0.0356 + 0.02 + 0.528 + wait + 8;
        var charge =
            0.483 * 6.093e-3
            + (0.15446 + 0.02) * 0.046
            + 0.0356 * 0.22
            + 0.528 * 17.523e-3
            + wait * 0.65e-3
            + 8 * idle
            + (86_400 - awake) * 2.7e-6;
        Assert.That(meter.Joules, Is.EqualTo(3.7 * charge).Within(1e-9));
    }

    [TestCase(null, 0.023175)]
    [TestCase(0.01, 0.01)]
    public void A_connected_device_draws_what_listening_takes(double? connected, double monitoring)
    {
        // The receiver is on for half of the time; discontinuous for 0.128 of 2.048 s.
        var log = new M2mVsIoTSim.Tests.Media.FrameLog();
        var device = new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("meter"), log.Observers) { IsMetered = true };
        var edge = new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("edge"), log.Observers);
        var options = new NbIotOptions
        {
            ConnectedCurrent = connected,
            IdleCurrent = 0.65e-3,
            ReceiveCurrent = 0.0457,
        };
        new NbIot(options).Cell(log.Simulation, log.Observers).Join(device, edge, 0, 120);
        var states = device.Meters.Single().Profile.States;

        Assert.That(states[CellCurrents.ConnectedState].Amperes, Is.EqualTo(monitoring).Within(1).Percent);
        Assert.That(
            states[CellCurrents.DrxState].Amperes,
            Is.EqualTo(0.65e-3 + (states[CellCurrents.ConnectedState].Amperes - 0.65e-3) / 16).Within(1e-9)
        );
    }

    private static readonly object[] Impossible =
    [
        new object[]
        {
            new NbIotOptions { NormalCoverage = 160, RobustCoverage = 150 },
            "have to ascend",
        },
        new object[]
        {
            new NbIotOptions { ExtremePeriod = 40.Milliseconds, ExtremePreambleRepetitions = 128 },
            "does not fit",
        },
        new object[]
        {
            new NbIotOptions { ExtremePeriod = 50.Milliseconds },
            "extreme-period is 0.05 s",
        },
        new object[]
        {
            new NbIotOptions { Preambles = 13 },
            "preambles is 13; the standard has 12, 24, 36, 48",
        },
        new object[]
        {
            new NbIotOptions { RobustPreambleRepetitions = 9 },
            "robust-preamble-repetitions",
        },
        new object[]
        {
            new NbIotOptions { NormalControlRepetitions = 7 },
            "normal-control-repetitions",
        },
        new object[]
        {
            new NbIotOptions { SearchSpaceStart = 3 },
            "search-space-start is 3",
        },
        new object[]
        {
            new NbIotOptions { PagingCycle = 3.Seconds },
            "paging-cycle is 3 s; the standard has 1.28, 2.56, 5.12, 10.24 s",
        },
        new object[]
        {
            new NbIotOptions { ExtendedCycle = 100.Seconds },
            "extended-cycle is 100 s",
        },
    ];

    [TestCaseSource(nameof(Impossible))]
    public void A_setting_that_the_standard_does_not_have_is_refused(NbIotOptions options, string why) =>
        Assert.That(() => new NbIot(options), Throws.ArgumentException.With.Message.Contains(why));

    [Test]
    public void Frames_cross_an_installed_network()
    {
        var bench = new TechnologyBench(new NbIot(new NbIotOptions { BlockErrorRate = 0, PeriodicUpdate = null }));

        Assert.That(bench.Delays(3), Is.All.InRange(0.1, 1));
    }

    private static PathInstallation Built(double radius, double messagesPerSecond, int count = 200, NbIotOptions? options = null)
    {
        var log = new M2mVsIoTSim.Tests.Media.FrameLog();
        Node[] devices =
        [
            .. Sunflower
                .Places(count, radius, 1.5)
                .Select(
                    (place, i) =>
                        new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("meter", i), log.Observers)
                        {
                            Position = place,
                            IsMetered = true,
                        }
                ),
        ];
        return new NbIot(options ?? new NbIotOptions()).Install(
            new Site(log.Simulation, log.Observers, devices, radius, new Demand(messagesPerSecond, 50))
        );
    }

    private static string Text(ExchangeStep step) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(step.Begin - SimTime.Start).TotalSeconds * 1000:0.###} {step.Length.TotalSeconds * 1000:0.###} {step.Name}"
        );
}
