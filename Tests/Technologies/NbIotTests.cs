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
    public void Nb_iot_does_not_switch_off() =>
        Assert.That(
            () => new NbIot(new NbIotOptions { PowerSaving = PowerSaving.Off }),
            Throws.ArgumentException.With.Message.Contains("'drx', 'edrx' or 'psm'")
        );

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

    private static PathInstallation Built(double radius, double messagesPerSecond)
    {
        var log = new M2mVsIoTSim.Tests.Media.FrameLog();
        Node[] devices =
        [
            .. Sunflower
                .Places(200, radius, 1.5)
                .Select(
                    (place, i) =>
                        new Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("meter", i), log.Observers)
                        {
                            Position = place,
                            IsMetered = true,
                        }
                ),
        ];
        return new NbIot(new NbIotOptions()).Install(
            new Site(log.Simulation, log.Observers, devices, radius, new Demand(messagesPerSecond, 50))
        );
    }

    private static string Text(ExchangeStep step) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(step.Begin - SimTime.Start).TotalSeconds * 1000:0.###} {step.Length.TotalSeconds * 1000:0.###} {step.Name}"
        );
}
