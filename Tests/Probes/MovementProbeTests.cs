using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class MovementProbeTests
{
    [Test]
    public void Changes_of_cell_within_the_measured_time_count()
    {
        var truck = new Node(new Simulation(1), Entity.Of("truck"), new Observers());
        var probe = new MovementProbe(At(10), At(20));
        foreach (var second in new[] { 9, 10, 19, 20 })
        {
            probe.Reattached(truck, 0.5.Seconds, At(second));
        }

        Assert.That((probe.Changes([truck]), probe.Interrupted([truck])), Is.EqualTo((2, 1.Seconds)));
    }

    [Test]
    public void Who_stays_has_no_changes()
    {
        var parked = new Node(new Simulation(1), Entity.Of("truck"), new Observers());

        Assert.That(new MovementProbe(At(0), At(1)).Changes([parked]), Is.Zero);
    }

    private static SimTime At(double seconds) => SimTime.Start + seconds.Seconds;
}
