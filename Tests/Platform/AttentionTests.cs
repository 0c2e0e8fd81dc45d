using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class AttentionTests
{
    /// <summary>Notices at once, acts for exactly a second, never tires.</summary>
    private static readonly PersonOptions Machine = new()
    {
        Median = Duration.Zero,
        ActMedian = 1.Seconds,
        ActSigma = 0,
        Fatigue = false,
    };

    [Test]
    public void Who_acts_on_one_message_at_a_time_is_M_D_1()
    {
        const int customers = 200_000;
        var person = Person(Machine);
        new PoissonArrivals(person, 0.5, customers).Start();
        person.Simulation.Run();

        // 1 + ρ / 2(1−ρ) = 1.5 s; the standard error over so many correlated customers is about 0.004 s.
        Assert.That(person.Outcomes.Arrived.Average(one => one.Latency.TotalSeconds), Is.EqualTo(1.5).Within(0.015));
    }

    [Test]
    public void Messages_are_noticed_while_the_person_acts_on_another()
    {
        var person = Person(Machine with { Median = 10.Seconds, Sigma = 0 });
        person.ArriveAt(SimTime.Start, 0);
        person.ArriveAt(SimTime.Start + 500.Milliseconds, 1);
        person.Simulation.Run();

        Assert.That(person.Outcomes.Arrived, Is.EqualTo(new[] { (0, 11.Seconds), (1, 11.5.Seconds) }));
    }

    [TestCase(3, 8)]
    [TestCase(8, 8)]
    [TestCase(12, 12)]
    [TestCase(17, 32)]
    public void Off_duty_nothing_is_begun(int arrives, int begins)
    {
        var person = Person(Machine with { Duty = 8.Hours, DutyBegins = 8.Hours });
        person.ArriveAt(SimTime.Start + arrives.Hours, 0);
        person.Simulation.Run();

        Assert.That(person.Outcomes.Arrived.Single().Latency, Is.EqualTo((begins - arrives).Hours + 1.Seconds));
    }

    [Test]
    public void What_waits_at_the_end_of_duty_waits_for_the_next_day()
    {
        var person = Person(Machine with { ActMedian = 1.Hours, Duty = 8.Hours, DutyBegins = 8.Hours });
        person.ArriveAt(SimTime.Start + 930.Minutes, 0);
        person.ArriveAt(SimTime.Start + 936.Minutes, 1);
        person.Simulation.Run();

        Assert.That(person.Simulation.Now, Is.EqualTo(SimTime.Start + 33.Hours));
    }

    [Test]
    public void Of_too_many_alarms_as_many_are_attended_to_as_can_be_managed()
    {
        const int alarms = 20_000;
        var person = Person(Machine with { Fatigue = true, ActMedian = Duration.Zero });
        new PoissonArrivals(person, 240.0 / 3600, alarms).Start();
        person.Simulation.Run();

        // 12 of 240 an hour; an alarm sees itself among them, and the first hour fewer. Four standard errors are 0.6 %.
        Assert.That((double)person.Outcomes.Arrived.Count / alarms, Is.EqualTo(12.0 / 241).Within(0.01));
        Assert.That(person.Outcomes.Lost.Select(one => one.Reason), Is.All.EqualTo(DropReason.Unnoticed));
    }

    [Test]
    public void Few_alarms_are_all_noticed()
    {
        var person = Person(Machine with { Fatigue = true });
        new PoissonArrivals(person, 1.0 / 3600, 2000).Start();
        person.Simulation.Run();

        Assert.That(person.Outcomes.Lost, Is.Empty);
    }

    [Test]
    public void Many_alarms_are_noticed_later()
    {
        var person = Person(
            new PersonOptions
            {
                Median = 10.Seconds,
                Sigma = 0,
                ManageableRate = 1000,
            }
        );
        for (var serial = 0; serial < 60; serial++)
        {
            person.ArriveAt(SimTime.Start, serial);
        }

        person.Simulation.Run();

        // 60 within an hour are ten times as many as are acceptable.
        Assert.That(person.Outcomes.Arrived[^1].Latency, Is.EqualTo(100.Seconds));
    }

    [Test]
    public void A_person_with_too_much_to_do_is_reported() =>
        Assert.That(
            new Person(Machine).Install(new PlatformPlan(new Simulation(), Entity.Of("nurse"), new Demand(2, 8))).OutsideDomain.Single(),
            Does.Contain("more to do")
        );

    private static OneStation Person(PersonOptions options) =>
        new(simulation => new Person(options).Install(new PlatformPlan(simulation, Entity.Of("nurse"), new Demand(0.1, 8))).Processor);
}
