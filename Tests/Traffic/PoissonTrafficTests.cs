using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

public sealed class PoissonTrafficTests
{
    private static readonly SimTime Day = SimTime.Start + 1.Days;

    [Test]
    public void The_number_of_messages_is_rate_times_time()
    {
        var count = Run(members: 100).Log.Messages.Count;

        // 100 members · 24 a day: four standard deviations of a Poisson number are 4 · √2400.
        Assert.That(count, Is.EqualTo(2400).Within(196));
    }

    [Test]
    public void Counts_of_members_vary_as_much_as_their_mean()
    {
        var counts = Run(members: 2000).Log.Messages.CountBy(message => message.Source).Select(pair => (double)pair.Value).ToArray();
        var mean = counts.Average();
        var variance = counts.Sum(count => (count - mean) * (count - mean)) / (counts.Length - 1);

        // Index of dispersion of 2000 Poisson numbers: standard error √(2/2000), four of them.
        Assert.That(variance / mean, Is.EqualTo(1).Within(0.127));
    }

    [Test]
    public void Arrivals_of_a_member_do_not_depend_on_the_others()
    {
        var all = Run(members: 5).Log.Messages.Where(message => message.Source.Number == 4);

        Assert.That(Run(members: 1, firstNumber: 4).Log.Messages, Is.EqualTo(all));
    }

    [Test]
    public void Two_relations_of_a_member_have_different_luck()
    {
        var readings = Run(members: 1).Log.Messages;
        var alarms = Run(members: 1, relation: "alarm").Log.Messages;

        Assert.That(alarms, Is.Not.EqualTo(readings));
    }

    [Test]
    public void A_quiet_hour_stays_quiet()
    {
        var messages = Run(members: 200, day: NightOff).Log.Messages;

        Assert.That(messages.Count(message => message.Time.TotalSeconds < 12 * 3600), Is.Zero);
    }

    [Test]
    public void A_profile_of_the_day_keeps_the_mean_rate()
    {
        var count = Run(members: 100, day: NightOff).Log.Messages.Count;

        Assert.That(count, Is.EqualTo(2400).Within(196));
    }

    [Test]
    public void An_even_profile_changes_nothing_but_rounding()
    {
        var plain = Run(members: 3).Log.Messages;
        var even = Run(members: 3, day: new DayProfile(Enumerable.Repeat(5.0, 24).ToArray())).Log.Messages;

        Assert.That(
            even.Select(message => message.Time.TotalSeconds),
            Is.EqualTo(plain.Select(message => message.Time.TotalSeconds)).Within(1e-6)
        );
    }

    [Test]
    public void A_profile_with_a_negative_hour_is_refused() =>
        Assert.That(() => new DayProfile([-1, .. Enumerable.Repeat(1.0, 23)]), Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(double.NaN)]
    public void A_rate_that_is_not_positive_is_refused(double rate)
    {
        var fleet = new Fleet(1);

        Assert.That(
            () => new PoissonTraffic(fleet.Simulation, fleet.Members, fleet.Root, rate, Day),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void An_event_once_in_a_thousand_years_is_no_problem()
    {
        var fleet = new Fleet(100);
        new PoissonTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1 / (1000 * 365.25 * 86400), Day).Start();

        fleet.Simulation.Run();

        Assert.That(fleet.Log.Messages, Is.Empty);
    }

    private static DayProfile NightOff => new([.. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(1.0, 12)]);

    private static Fleet Run(int members, int firstNumber = 0, string relation = "reading", DayProfile? day = null)
    {
        var fleet = new Fleet(members, firstNumber: firstNumber, relation: relation);
        new PoissonTraffic(fleet.Simulation, fleet.Members, fleet.Root, 1 / 3600.0, Day, day).Start();
        fleet.Simulation.Run();
        return fleet;
    }
}
