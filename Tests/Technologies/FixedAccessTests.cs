using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;

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
}
