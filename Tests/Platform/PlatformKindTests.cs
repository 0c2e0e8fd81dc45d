using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class PlatformKindTests
{
    [Test]
    public void Every_kind_can_be_made_from_its_default_options_under_its_own_name()
    {
        var names = Catalog.Platforms.Select(entry => entry.Create(Activator.CreateInstance(entry.Options)!).Name);

        Assert.That(names, Is.EqualTo(Catalog.Platforms.Select(entry => entry.Name)));
    }

    [Test]
    public void Only_a_broker_decouples_producers_from_consumers()
    {
        var decoupling = Catalog
            .Platforms.Where(entry => entry.Create(Activator.CreateInstance(entry.Options)!).Traits.Decouples)
            .Select(entry => entry.Name);

        Assert.That(decoupling, Is.EqualTo(["broker", "nanomq", "emqx", "vernemq"]));
    }

    [TestCase(0, 1)]
    [TestCase(26_000, 1)]
    [TestCase(26_500, 2)]
    [TestCase(100_000, 4)]
    public void A_broker_gets_the_fewest_cores_that_stay_within_the_planned_utilisation(double messagesPerSecond, int cores)
    {
        // One core of 26.8 us a message at 70 %: 26 119 messages/s.
        var installation = new Broker(new BrokerOptions()).Install(Plan(messagesPerSecond));

        Assert.That(installation.Components.Single().Count, Is.EqualTo(cores));
    }

    [Test]
    public void More_copies_need_more_cores()
    {
        // 10 copies weigh 1 + 0.43 · 9 = 4.87 messages: 20 000/s · 26.8 us · 4.87 / 0.7 = 3.73.
        var installation = new Broker(new BrokerOptions()).Install(Plan(20_000, copies: 10));

        Assert.That(installation.Components.Single().Count, Is.EqualTo(4));
    }

    [Test]
    public void An_overloaded_broker_is_reported()
    {
        var installation = new Broker(new BrokerOptions { Servers = 1 }).Install(Plan(50_000));

        Assert.That(installation.OutsideDomain.Single(), Does.Contain("134 %"));
    }

    [Test]
    public void An_application_takes_no_time_by_default() =>
        Assert.That(new Application(new ApplicationOptions()).Install(Plan(1000)).Processor, Is.Null);

    [Test]
    public void A_broker_works_longer_on_a_message_with_more_subscribers()
    {
        var options = new BrokerOptions { Shape = ServiceShape.Deterministic };
        var station = new OneStation(s => new Broker(options).Install(Plan(1, simulation: s)).Processor, copies: 3);
        station.ArriveAt(SimTime.Start, 0);

        station.Simulation.Run();

        // 26.8 us · (1 + 0.43 · 2)
        Assert.That(station.Outcomes.Arrived.Single().Latency, Is.EqualTo(49_848.Nanoseconds));
    }

    [TestCase(PersonProfile.AttentiveOperator, 8)]
    [TestCase(PersonProfile.PhoneUser, 90)]
    [TestCase(PersonProfile.OnCallEngineer, 300)]
    public void Half_of_the_messages_are_noticed_within_the_median_of_the_profile(PersonProfile profile, int seconds)
    {
        const int count = 10_000;
        var station = new OneStation(s =>
            new Person(new PersonOptions { Profile = profile, Fatigue = false }).Install(Plan(1, simulation: s)).Processor
        );
        for (var serial = 0; serial < count; serial++)
        {
            station.ArriveAt(SimTime.Start, serial);
        }

        station.Simulation.Run();

        // Four standard errors of a share of one half: 4 · 0.5 / √10 000.
        var noticed = station.Outcomes.Arrived.Count(outcome => outcome.Latency <= seconds.Seconds);
        Assert.That((double)noticed / count, Is.EqualTo(0.5).Within(0.02));
    }

    private static PlatformPlan Plan(double messagesPerSecond, double copies = 1, Simulation? simulation = null) =>
        new(simulation ?? new Simulation(), Entity.Of("server"), new Demand(messagesPerSecond, 8), copies);
}
