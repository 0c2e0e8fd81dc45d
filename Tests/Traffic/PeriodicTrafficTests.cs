using M2mVsIoTSim.Network;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

public sealed class PeriodicTrafficTests
{
    private static readonly SimTime Day = SimTime.Start + 1.Days;

    [Test]
    public void Every_member_sends_once_a_period()
    {
        var fleet = Run(members: 10);

        Assert.That(fleet.Log.Messages.CountBy(message => message.Source).Select(pair => pair.Value), Is.All.EqualTo(24));
    }

    [Test]
    public void The_messages_of_a_member_are_a_period_apart()
    {
        var times = Run(members: 1).Log.Messages.Select(message => message.Time).ToArray();

        Assert.That(times.Zip(times.Skip(1), (a, b) => b - a), Is.All.EqualTo(1.Hours));
    }

    [Test]
    public void Phases_are_spread_evenly_over_the_period()
    {
        var phases = Run(members: 10_000)
            .Log.Messages.Where(message => message.Serial == 0)
            .Select(message => message.Time.TotalSeconds / 3600);

        // Mean of 10 000 uniform numbers: four standard errors are 4 · 0.2887 / 100.
        Assert.That(phases.Average(), Is.EqualTo(0.5).Within(0.012));
    }

    [Test]
    public void Jitter_does_not_add_up()
    {
        var exact = Run(members: 5).Log.Messages.ToDictionary(message => (message.Source, message.Serial), message => message.Time);
        var fleet = new Fleet(5);
        new PeriodicTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1.Hours, Day, jitter: 30.Seconds).Start();
        fleet.Simulation.Run();

        var late = fleet.Log.Messages.Select(message => message.Time - exact[(message.Source, message.Serial)]);

        Assert.That(late, Is.All.InRange(Duration.Zero, 30.Seconds));
    }

    [Test]
    public void Arrivals_of_a_member_do_not_depend_on_the_others()
    {
        var all = Run(members: 5).Log.Messages.Where(message => message.Source.Number == 4);
        var alone = Run(members: 1, firstNumber: 4).Log.Messages;

        Assert.That(alone, Is.EqualTo(all));
    }

    [Test]
    public void Serials_count_from_zero() =>
        Assert.That(Run(members: 1).Log.Messages.Select(message => message.Serial), Is.EqualTo(Enumerable.Range(0, 24)));

    [Test]
    public void Nothing_is_produced_at_or_after_the_end() =>
        Assert.That(Run(members: 100).Log.Messages.Select(message => message.Time), Is.All.LessThan(Day));

    [Test]
    public void The_messages_of_a_stopped_member_are_lost()
    {
        var fleet = new Fleet(1);
        new PeriodicTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1.Hours, Day).Start();
        fleet.Simulation.RunUntil(SimTime.Start + 12.Hours);
        fleet.Members[0].Stop();

        fleet.Simulation.Run();

        Assert.That(fleet.Log.Lost, Is.EqualTo(Enumerable.Repeat(DropReason.NodeDown, 12)));
    }

    [Test]
    public void Each_message_is_for_one_member_of_the_consuming_party()
    {
        var fleet = new Fleet(20);
        new PeriodicTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1.Minutes, Day, targets: 4).Start();
        fleet.Simulation.Run();

        // 28 800 draws of one in four: four standard errors of a share are 4 · √(0.25 · 0.75 / 28 800).
        var shares = fleet.Log.Messages.CountBy(message => message.Target).Select(pair => pair.Value / 28_800.0);
        Assert.That(shares, Is.All.EqualTo(0.25).Within(0.0102));
    }

    [Test]
    public void A_member_needs_no_memory_but_its_serial_and_its_place_in_the_agenda()
    {
        const int members = 100_000;
        var fleet = new Fleet(1);
        var many = Enumerable.Repeat(fleet.Members[0], members).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        new PeriodicTraffic(fleet.Simulation, many, fleet.Root, 1.Days, Day).Start();

        // 4 B of serial and a slot in the agenda with its links, whose blocks are not always full.
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / members, Is.LessThan(96));
    }

    [Test]
    public void Traffic_in_the_middle_of_a_tree_is_refused()
    {
        var fleet = new Fleet(1);
        var child = fleet.Root.Grow(0, ["waiting"]);

        Assert.That(
            () => new PeriodicTraffic(fleet.Simulation, fleet.Members, child, 1.Hours, Day),
            Throws.ArgumentException.With.Message.Contains("reading")
        );
    }

    private static Fleet Run(int members, int firstNumber = 0)
    {
        var fleet = new Fleet(members, firstNumber: firstNumber);
        new PeriodicTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1.Hours, Day).Start();
        fleet.Simulation.Run();
        return fleet;
    }
}
