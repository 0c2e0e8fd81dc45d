using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Relations that cause each other: every arrival has its consequence, and times and luck are those of the parts.</summary>
public sealed class ChainTests
{
    private static readonly string[] Architectures = ["direct", "brokered"];

    [TestCaseSource(nameof(Architectures))]
    public void Every_arrival_causes_one_message(string architecture)
    {
        var log = Loop(architecture);

        Assert.That(log.Produced("act").Count(), Is.EqualTo(log.Arrived("sample").Count()).And.GreaterThan(100));
        Assert.That(log.Produced("done").Count(), Is.EqualTo(log.Arrived("act").Count()).And.GreaterThan(100));
    }

    [TestCaseSource(nameof(Architectures))]
    public void A_reaction_takes_as_long_as_its_parts_to_the_nanosecond(string architecture)
    {
        var log = Loop(architecture);
        var acts = log.Arrived("act").ToDictionary(one => (one.Message.Source, one.Message.Serial));
        var samples = log.Arrived("sample").ToDictionary(one => (one.Message.Source.Number, one.Message.Serial));

        var gaps = log.Arrived("done")
            .Select(done =>
            {
                // Three actuators, one controller, three sensors: the numbers tell the chain.
                var act = acts.Values.Single(one =>
                    one.Message.Serial == done.Message.Serial && one.Message.Target == done.Message.Source.Number
                );
                var sample = samples[(act.Message.Serial % 3, act.Message.Serial / 3)];
                var parts = Latency(sample) + Latency(act) + 1.Milliseconds + Latency(done);
                return done.At - done.Message.Began - parts;
            })
            .ToList();

        Assert.That(gaps, Is.Not.Empty);
        Assert.That(gaps, Is.All.EqualTo(Duration.Zero));
    }

    [TestCaseSource(nameof(Architectures))]
    public void The_time_of_a_message_that_another_caused_is_the_sum_of_its_stages(string architecture) =>
        Assert.That(
            Loop(architecture)
                .Arrived("act")
                .Select(one =>
                    Enumerable
                        .Range(0, one.Message.Branch.AllStages.Count())
                        .Aggregate(Duration.Zero, (sum, stage) => sum + one.Message.TimeIn(stage)) - (one.At - one.Message.Created)
                ),
            Is.All.EqualTo(Duration.Zero)
        );

    [TestCaseSource(nameof(Architectures))]
    public void An_actuator_obeys_the_sensor_of_its_number(string architecture) =>
        Assert.That(Loop(architecture).Produced("act").Select(act => act.Target - act.Serial % 3), Is.All.EqualTo(0));

    [TestCaseSource(nameof(Architectures))]
    public void What_a_chain_lacks_was_lost_at_one_of_its_links(string architecture)
    {
        var log = Loop(architecture);
        var due = log.Produced("sample").Count() * 2;
        var arrived = log.Arrived("done").Count();
        var lost =
            (log.Lost("sample").Count() + log.Lost("act").Count()) * 2 + log.Lost("done").Sum(one => one.Message.Branch.Consumers.Count);

        Assert.That(arrived + lost, Is.EqualTo(due));
    }

    [Test]
    public void Architectures_share_the_numbers_of_what_is_caused()
    {
        var (direct, brokered) = (Loop("direct"), Loop("brokered"));

        // Nothing is lost past the broker, so it has all that the lossy network has.
        Assert.That(Keys(direct), Is.SubsetOf(Keys(brokered)).And.Not.Empty);
        Assert.That(direct.Lost("sample"), Is.Not.Empty);
    }

    [Test]
    public void A_chain_is_due_from_its_first_message_on()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Chains.Loop));
        var rows = results.Rows<RunRow>().Where(row => row.Architecture == "direct" && row.Replication == 1).ToList();

        double Value(string relation, string metric) => rows.Single(row => row.Relation == relation && row.Metric == metric).Value;

        Assert.That(Value("act", "reactions-due"), Is.EqualTo(Value("sample", "expected-arrivals")));
        Assert.That(Value("act", "reactions"), Is.EqualTo(Value("sample", "delivery") * Value("act", "delivery")).Within(1e-12));
        Assert.That(Value("act", "reactions-in-time"), Is.LessThanOrEqualTo(Value("act", "reactions")));
    }

    private static IEnumerable<(ulong, int, int)> Keys(ChainLog log) =>
        log.Produced("act").Select(message => (message.Source.Code, message.Serial, message.Target));

    private static Duration Latency((Message Message, SimTime At) one) => one.At - one.Message.Created;

    private static ChainLog Loop(string architecture) =>
        Chains.Run(ScenarioText.Load(Chains.Loop).Cells.Single(cell => cell.Architecture == architecture));
}
