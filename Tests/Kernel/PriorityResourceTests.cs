using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PriorityResourceTests
{
    private readonly Simulation _simulation = new();
    private readonly Journal _journal;

    public PriorityResourceTests() => _journal = new Journal(_simulation);

    [Test]
    public void The_most_important_is_served_first_and_equals_in_order()
    {
        var resource = new PriorityResource(_simulation);
        foreach (var (name, priority) in ((string, int)[])[("holder", 9), ("a", 2), ("b", 1), ("c", 2), ("d", 0), ("e", 1)])
        {
            _simulation.Start(Customer(resource, name, priority));
        }

        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 holder", "1 d", "2 b", "3 e", "4 a", "5 c"]));
    }

    [Test]
    public void A_request_without_a_priority_has_zero()
    {
        var resource = new PriorityResource(_simulation);
        async Process Plain()
        {
            using var grant = await resource.Request();
            _journal.Note("plain");
        }

        _simulation.Start(Customer(resource, "holder", 0));
        _simulation.Start(Customer(resource, "one", 1));
        _simulation.Start(Plain());
        _simulation.Run();

        Assert.That(_journal.Lines, Is.EqualTo(["0 holder", "1 plain", "1 one"]));
    }

    [Test]
    public void Whoever_runs_out_of_patience_leaves_the_line_from_wherever_it_stands()
    {
        var resource = new PriorityResource(_simulation);
        async Process Impatient(string name, int priority)
        {
            using var grant = await resource.Request(priority, within: 500.Milliseconds);
            _journal.Note($"{name} {grant.IsGranted}");
        }

        _simulation.Start(Customer(resource, "holder", 0));
        _simulation.Start(Impatient("first", 1));
        _simulation.Start(Customer(resource, "second", 2));
        _simulation.Start(Impatient("third", 3));
        _simulation.Start(Customer(resource, "fourth", 4));
        _simulation.Run();

        Assert.That(
            (string.Join(", ", _journal.Lines), resource.Waiting),
            Is.EqualTo(("0 holder, 0.5 first False, 0.5 third False, 1 second, 2 fourth", 0))
        );
    }

    [Test]
    public void A_long_line_is_served_in_order_although_many_leave_it()
    {
        var resource = new PriorityResource(_simulation);
        var (luck, served) = (_simulation.Random.Draw(Entity.Of("line"), Purpose.Named("places")), new List<(int Priority, int Turn)>());
        async Process One(int priority, int turn, Duration within)
        {
            using var grant = await resource.Request(priority, within);
            if (grant.IsGranted)
            {
                served.Add((priority, turn));
                await _simulation.Delay(turn == 0 ? 10.Seconds : 1.Seconds);
            }
        }

        for (var i = 0; i < 1_000; i++)
        {
            var patient = i == 0 || luck.Bernoulli(0.5);
            _simulation.Start(One(luck.UniformIndex(10), i, patient ? Duration.Longest : luck.UniformIndex(10).Seconds));
        }

        _simulation.Run();

        Assert.That(served.Skip(1), Is.Ordered.And.Count.EqualTo(served.Count - 1).And.Count.GreaterThan(400));
    }

    private async Process Customer(PriorityResource resource, string name, int priority)
    {
        using var grant = await resource.Request(priority);
        _journal.Note(name);
        await _simulation.Delay(1.Seconds);
    }
}
