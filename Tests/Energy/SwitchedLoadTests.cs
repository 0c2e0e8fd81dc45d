using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Energy;

public sealed class SwitchedLoadTests
{
    private static readonly SimTime End = SimTime.Start + 100.Seconds;

    [Test]
    public void A_command_keeps_it_on_for_a_while_and_a_further_one_prolongs_it()
    {
        var load = Run((0, 10), (0, 14), (1, 15));

        // 14 s and 10 s of 60 W, and 12 W else, of two devices in 100 s.
        Assert.That(load.JoulesPerMember, Is.EqualTo(12 * 100 + 48 * 24 / 2.0).Within(1e-9));
    }

    [Test]
    public void The_peak_is_what_is_on_at_once() => Assert.That(Run((0, 10), (1, 15), (0, 60)).PeakWatts, Is.EqualTo(120));

    [Test]
    public void One_after_the_other_is_no_peak() => Assert.That(Run((0, 10), (1, 20), (0, 30)).PeakWatts, Is.EqualTo(60 + 12));

    [Test]
    public void What_lies_beyond_the_measurement_does_not_count() =>
        Assert.That(Run((0, 95), (1, 100)).JoulesPerMember, Is.EqualTo(12 * 100 + 48 * 5 / 2.0).Within(1e-9));

    private static SwitchedLoad Run(params (int Lamp, long Second)[] commands)
    {
        var simulation = new Simulation();
        var lamps = Enumerable.Range(0, 2).Select(i => new Node(simulation, Entity.Of("lamp", i), new Observers())).ToList();
        var load = new SwitchedLoad(2, 60, 12, 10.Seconds, SimTime.Start, End);
        foreach (var (lamp, second) in commands)
        {
            simulation.RunUntil(SimTime.Start + new Duration(second * 1_000_000_000));
            load.Arrived(default, lamps[lamp]);
        }

        return load;
    }
}
