using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;

namespace M2mVsIoTSim.Tests.Technologies;

public class FixedAccessTests
{
    [Test]
    public void The_median_delay_is_half_of_minimum_and_median_of_the_round_trip()
    {
        var delays = new TechnologyBench(new FixedAccess("fibre", new FibreOptions())).Delays(20_001).Order().ToArray();

        // (2 + 3) / 2 ms and 126 octets at 100 Mbit/s. The standard error of the median is 1.25 * 0.4 * 1.5 ms / sqrt(20 000) = 5 us.
        Assert.That(delays[delays.Length / 2], Is.EqualTo(0.0025 + 126 * 8 / 100e6).Within(0.00003));
    }

    [Test]
    public void Two_sessions_of_a_subscriber_share_the_line()
    {
        var bench = new TechnologyBench(new FixedAccess("dsl", new DslOptions { RoundTripMedian = default, Loss = 0 }));
        var other = bench.Installation.Join(bench.Log.Near, bench.Log.Far).Up;
        bench.Log.Send(0, 1500, default);
        bench.Log.Leg = other;
        bench.Log.Send(1, 1500, default);
        bench.Log.Simulation.Run();

        // 1538 octets at 10 Mbit/s.
        Assert.That((bench.Log.Arrived[1].At - bench.Log.Arrived[0].At).TotalSeconds, Is.EqualTo(1538 * 8 / 10e6));
    }

    [Test]
    public void Two_subscribers_do_not_share_a_line()
    {
        var bench = new TechnologyBench(new FixedAccess("dsl", new DslOptions { RoundTripMedian = default, Loss = 0 }));
        var stranger = new Node(bench.Log.Simulation, Entity.Of("near", 1), bench.Log.Observers);
        bench.Log.Send(0, 1500, default);
        bench.Log.Leg = bench.Installation.Join(stranger, bench.Log.Far).Up;
        bench.Log.Send(1, 1500, default);
        bench.Log.Simulation.Run();

        Assert.That(bench.Log.Arrived[1].At, Is.EqualTo(bench.Log.Arrived[0].At));
    }

    // A switch in the middle reaches every place of a house; in a town each access point has a line of its own.
    [TestCase(50, 1)]
    [TestCase(100, 1)]
    [TestCase(101, 3)]
    public void What_meets_before_a_line_shares_it_where_cables_reach(double radius, int lines)
    {
        var (installed, log, _) = OnSite(radius);
        foreach (var number in Enumerable.Range(0, 3))
        {
            installed.Join(new Node(log.Simulation, Entity.Of("access point", number), log.Observers), log.Far);
        }

        Assert.That(installed.Components.Sum(component => component.Count), Is.EqualTo(lines));
        Assert.That(installed.Components.Any(component => component.IsPerNode), Is.False);
    }

    [Test]
    public void A_hub_is_on_the_line_of_its_site_and_a_device_by_itself_is_not()
    {
        var (installed, log, hub) = OnSite(10);
        installed.Join(new Node(log.Simulation, Entity.Of("access point"), log.Observers), log.Far);
        installed.Join(hub, log.Far);
        installed.Join(log.Near, log.Far);

        Assert.That(installed.Components.Select(component => (component.Count, component.IsPerNode)), Is.EqualTo([(1, false), (1, true)]));
    }

    private static (PathInstallation Installed, FrameLog Log, Node Hub) OnSite(double radius)
    {
        var log = new FrameLog();
        var hub = new Node(log.Simulation, Entity.Of("hub"), log.Observers);
        var site = new Site(log.Simulation, log.Observers, [log.Near, hub], radius, new Demand(0.01, 8)) { Hubs = [hub] };
        return (new FixedAccess("dsl", new DslOptions()).Install(site), log, hub);
    }
}
