using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public sealed class WifiTests
{
    private static readonly WifiOptions Quiet = new() { ForeignLoad = 0, AccessPoints = 1 };

    [Test]
    public void A_packet_alone_takes_its_time_on_air()
    {
        // 802.11n at 2.4 GHz: 100 + 52 B at 65 Mbit/s are 5 symbols behind 36 us, and the signal extension.
        var bench = new TechnologyBench(new Wifi(Quiet));
        bench.Log.Send(0, 100, SimTime.Start + 1.05.Seconds);
        bench.Log.Simulation.RunUntil(SimTime.Start + 2.Seconds);

        Assert.That(bench.Log.Arrived.Single().At, Is.EqualTo(SimTime.Start + 1.05.Seconds + 62.Microseconds));
    }

    [Test]
    public void What_follows_begins_at_the_access_point_that_devices_share()
    {
        var log = new FrameLog();
        var nodes = Nodes(log, 20, _ => default);
        var wifi = new Wifi(Quiet).Install(SiteOf(log, nodes, 100));

        Assert.That(nodes.Select(wifi.ExitOf).Distinct().ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Devices_behind_one_access_point_share_its_line()
    {
        var log = new FrameLog();
        var nodes = Nodes(log, 20, _ => default);
        var site = SiteOf(log, nodes, 100);
        var (wifi, fibre) = (new Wifi(Quiet).Install(site), new FixedAccess("fibre", new FibreOptions()).Install(site));
        foreach (var node in nodes)
        {
            var exit = wifi.ExitOf(node)!;
            wifi.Join(node, exit);
            fibre.Join(exit, log.Far);
        }

        Assert.That(fibre.Components.Single() is { Count: 1, IsPerNode: false }, Is.True);
        Assert.That(fibre.Draws.Single().Count, Is.EqualTo(1));
    }

    [Test]
    public void A_device_too_far_away_is_out_of_range()
    {
        var log = new FrameLog();
        var nodes = Nodes(log, 1, _ => new Position(5000, 0, 1));
        var wifi = new Wifi(Quiet).Install(SiteOf(log, nodes, 6000));
        log.Leg = wifi.Join(nodes[0], log.Far).Up;
        log.Send(0, 100, log.Simulation.Now);

        Assert.That(log.Dropped, Is.EqualTo(new[] { (0, DropReason.OutOfRange) }));
    }

    [Test]
    public void A_larger_area_needs_more_access_points() => Assert.That(AccessPoints(1000, 1), Is.GreaterThan(AccessPoints(200, 1)));

    [Test]
    public void More_load_needs_more_access_points()
    {
        Assert.That((AccessPoints(50, 10), AccessPoints(50, 4000) > 1), Is.EqualTo((1, true)));
    }

    [Test]
    public void The_busiest_channel_is_in_use_as_the_plan_says()
    {
        // 200 packets of 100 B a second from one place: DIFS 28, 7.5 slots of 9, data 62, SIFS 10, acknowledgement 34 us.
        var log = new FrameLog();
        var nodes = Nodes(log, 1, _ => new Position(5, 0, 1));
        var load = new WireLoad([new WireFlow(200, WireCost.OfContent(100))]);
        var site = SiteOf(log, nodes, 20, 200) with { Load = load };
        var wifi = new Wifi(new WifiOptions { ForeignLoad = 0.1 }).Install(site);

        Assert.That(wifi.Components.Single().Detail, Does.EndWith("in use for 14.0 %"));
        Assert.That(200 * (28 + 67.5 + 62 + 10 + 34) * 1e-6 + 0.1, Is.EqualTo(0.1403).Within(1e-4));
    }

    [TestCase(true, WlanRest.Doze)]
    [TestCase(false, WlanRest.Awake)]
    public void A_battery_makes_devices_doze_and_mains_keep_them_awake(bool onBattery, WlanRest expected)
    {
        ISavesPower wifi = new Wifi(new WifiOptions());

        Assert.That(wifi.PowerSavingOf(onBattery), Is.EqualTo(expected));
    }

    [Test]
    public void Dozing_costs_its_share_of_beacons()
    {
        // 0.8 mA, and 4 ms of every 307.2 ms at 100 mA.
        var log = new FrameLog();
        var nodes = Nodes(log, 1, _ => new Position(5, 0, 1), isMetered: true);
        var site = SiteOf(log, nodes, 20);
        _ = new Wifi(Quiet with { PowerSaving = WlanRest.Doze }).Install(site).Join(nodes[0], log.Far);
        log.Simulation.RunUntil(SimTime.Start + 3072.Seconds);
        var meter = nodes[0].Meters.Single();
        meter.Settle(log.Simulation.Now);

        Assert.That(meter.Joules, Is.EqualTo(3.3 * (3032 * 0.8e-3 + 40 * 0.1)).Within(1e-6));
    }

    [TestCase(WifiStandard.A)]
    [TestCase(WifiStandard.Ac)]
    public void A_standard_of_another_band_is_refused(WifiStandard standard) =>
        Assert.That(() => new Wifi(new WifiOptions { Standard = standard }), Throws.ArgumentException.With.Message.Contains("2437 MHz"));

    [Test]
    public void A_window_that_shrinks_is_refused() =>
        Assert.That(() => new Wifi(new WifiOptions { GreatestWindow = 7 }), Throws.ArgumentException.With.Message.Contains("least-window"));

    private static int AccessPoints(double radius, double messagesPerSecond)
    {
        var log = new FrameLog();
        var nodes = Nodes(
            log,
            400,
            i => new Position(radius * Math.Sqrt((i + 0.5) / 400) * Math.Cos(i), radius * Math.Sqrt((i + 0.5) / 400) * Math.Sin(i), 1)
        );
        return new Wifi(new WifiOptions()).Install(SiteOf(log, nodes, radius, messagesPerSecond)).Components.Single().Count;
    }

    private static Site SiteOf(FrameLog log, Node[] nodes, double radius, double messagesPerSecond = 1) =>
        new(log.Simulation, log.Observers, nodes, radius, new Demand(messagesPerSecond, 100))
        {
            Propagation = new PropagationOptions { Shadowing = 0 },
        };

    private static Node[] Nodes(FrameLog log, int count, Func<int, Position> place, bool isMetered = false) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Node(log.Simulation, Entity.Of("device", i), log.Observers)
                {
                    Position = place(i),
                    IsMetered = isMetered,
                }),
        ];
}
