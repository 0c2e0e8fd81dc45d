using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

/// <summary>Events that set off several messages.</summary>
public sealed class BurstTests
{
    private static readonly BurstShape Shape = new(20, 1.Seconds);
    private static readonly SimTime Day = SimTime.Start + 1.Days;

    [Test]
    public void Every_event_sets_off_its_messages_at_their_spacing()
    {
        var events = Run(null, members: 3).Log.Messages;
        var expected = events.SelectMany(one =>
            Enumerable
                .Range(0, Shape.Messages)
                .Select(i => (one.Source, Serial: one.Serial * Shape.Messages + i, one.Target, Time: one.Time + Shape.Every * (long)i))
                .Where(message => message.Time < Day)
        );

        Assert.That(Run(Shape, members: 3).Log.Messages, Is.EquivalentTo(expected));
    }

    // An event every 30 s and bursts of 20 s: a third of the bursts are not over when the next begins, and each is whole all the same.
    [Test]
    public void Bursts_that_overlap_are_whole()
    {
        var messages = Run(Shape, members: 1, rate: 1 / 30.0).Log.Messages;
        var whole = messages.GroupBy(message => message.Serial / Shape.Messages).SkipLast(10).Select(burst => burst.Count());

        Assert.That(whole, Is.All.EqualTo(Shape.Messages));
    }

    // 100 members · 24 events a day · 20 messages, of which the last bursts may be cut off: four standard deviations of the number of events.
    [Test]
    public void The_number_of_messages_is_that_of_events_times_messages() =>
        Assert.That(Run(Shape, members: 100).Log.Messages, Has.Count.EqualTo(2400 * 20).Within(4 * Math.Sqrt(2400) * 20));

    [Test]
    public void A_burst_of_one_is_a_message() =>
        Assert.That(Run(new BurstShape(1, 1.Seconds), members: 3).Log.Messages, Is.EqualTo(Run(null, members: 3).Log.Messages));

    [Test]
    public void Bursts_of_a_member_do_not_depend_on_the_others() =>
        Assert.That(
            Run(Shape, members: 1, firstNumber: 4).Log.Messages,
            Is.EqualTo(Run(Shape, members: 5).Log.Messages.Where(message => message.Source.Number == 4))
        );

    [TestCase(0, 1)]
    [TestCase(2, 0)]
    public void A_burst_of_nothing_or_at_once_is_refused(int messages, int seconds) =>
        Assert.That(() => Run(new BurstShape(messages, seconds.Seconds), members: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static Fleet Run(BurstShape? burst, int members, int firstNumber = 0, double rate = 1 / 3600.0)
    {
        var fleet = new Fleet(members, firstNumber: firstNumber);
        new PoissonTraffic(fleet.Simulation, fleet.Members, fleet.Root, rate, Day) { Burst = burst }.Start();
        fleet.Simulation.Run();
        return fleet;
    }
}
