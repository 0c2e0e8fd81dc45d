using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class CrashesTests
{
    [TestCase(99, true)]
    [TestCase(101, false)]
    [TestCase(149, false)]
    [TestCase(151, true)]
    public void A_node_is_down_from_the_failure_to_the_recovery(int seconds, bool isUp)
    {
        var node = Node(new Simulation());
        Crashes.Once(node, [], SimTime.Start + 100.Seconds, 50.Seconds, keepsState: true);

        node.Simulation.RunUntil(SimTime.Start + seconds.Seconds);

        Assert.That(node.IsUp, Is.EqualTo(isUp));
    }

    [Test]
    public void Who_has_stopped_for_good_does_not_recover()
    {
        var node = Node(new Simulation());
        Crashes.Once(node, [], SimTime.Start + 100.Seconds, 50.Seconds, keepsState: true);
        node.Simulation.RunUntil(SimTime.Start + 120.Seconds);
        node.Stop();

        node.Simulation.RunUntil(SimTime.Start + 200.Seconds);

        Assert.That(node.IsUp, Is.False);
    }

    [Test]
    public void The_share_of_time_up_is_that_of_theory()
    {
        var node = Node(new Simulation());
        Crashes.Often(node, [], 90.Minutes, 10.Minutes, keepsState: true);
        var up = 0;
        for (var hour = 1; hour <= 20_000; hour++)
        {
            node.Simulation.RunUntil(SimTime.Start + hour.Hours);
            up += node.IsUp ? 1 : 0;
        }

        // 90 / (90 + 10); samples an hour apart are nearly independent: standard error 0.3 / √20 000 = 0.0021.
        Assert.That(up / 20_000.0, Is.EqualTo(0.9).Within(4 * 0.0021));
    }

    [Test]
    public void The_same_place_fails_at_the_same_times()
    {
        var first = Samples(Node(new Simulation(seed: 3)));
        var second = Samples(Node(new Simulation(seed: 3)));

        Assert.That(second, Is.EqualTo(first));
    }

    private static bool[] Samples(Node node)
    {
        Crashes.Often(node, [], 90.Minutes, 10.Minutes, keepsState: true);
        return
        [
            .. Enumerable
                .Range(1, 500)
                .Select(hour =>
                {
                    node.Simulation.RunUntil(SimTime.Start + hour.Hours);
                    return node.IsUp;
                }),
        ];
    }

    private static Node Node(Simulation simulation) => new(simulation, Entity.Of("server"), new Observers());
}
