using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Two whole studies of loops: a machine that controls a machine, and a machine that calls a person who calls another.</summary>
public sealed class LoopScenarioTests
{
    private static readonly Lazy<IReadOnlyList<RunRow>> Control = new(() => Run("industrial-control"));
    private static readonly Lazy<IReadOnlyList<RunRow>> Alarm = new(() => Run("healthcare-alarm"));

    [TestCase("industrial-control")]
    [TestCase("healthcare-alarm")]
    public void Everything_in_it_is_simulated(string name) => Assert.That(Load(name).Notes, Is.Empty);

    [Test]
    public void A_broker_in_the_same_place_delays_the_loop_by_less_than_a_millisecond() =>
        Assert.That(Reaction("brokered", "security=none") - Reaction("direct", "security=none"), Is.GreaterThan(0).And.LessThan(0.001));

    [Test]
    public void Encryption_on_the_same_wire_delays_the_loop_by_less_than_a_millisecond() =>
        Assert.That(Reaction("direct", "security=tls-1.3") - Reaction("direct", "security=none"), Is.GreaterThan(0).And.LessThan(0.001));

    [Test]
    public void The_farther_the_controller_the_longer_the_loop() =>
        Assert.That(new[] { "on-site", "edge", "region", "overseas", "far" }.Select(place => Reaction(place)), Is.Ordered.Ascending);

    [TestCase("on-site", 1)]
    [TestCase("overseas", 0)]
    [TestCase("far", 0)]
    public void A_loop_across_an_ocean_never_ends_within_its_interval(string place, double share) =>
        Assert.That(Mean(Control, "reactions-in-time", "act", place), Is.EqualTo(share));

    [Test]
    public void A_lost_packet_on_the_way_to_the_region_breaks_the_deadline_that_the_mean_keeps()
    {
        Assert.That(Reaction("region"), Is.LessThan(0.1));
        Assert.That(Mean(Control, "reactions-in-time", "act", "region"), Is.LessThan(0.9999));
    }

    [Test]
    public void The_person_takes_longer_than_any_way_to_the_person() =>
        Assert.That(
            Mean(Alarm, "reaction-time-mean", "answer", "cloud-broker", "alarm.rate=24 / day"),
            Is.EqualTo(Mean(Alarm, "reaction-time-mean", "answer", "local", "alarm.rate=24 / day")).Within(10).Percent
        );

    [Test]
    public void More_alarms_make_a_nurse_answer_fewer_of_them_in_time() =>
        Assert.That(
            Mean(Alarm, "reactions-in-time", "answer", "local", "alarm.rate=24 / day"),
            Is.LessThan(Mean(Alarm, "reactions-in-time", "answer", "local", "alarm.rate=1 / day") / 2)
        );

    private static double Reaction(string architecture, string point = "") =>
        Mean(Control, "reaction-time-mean", "act", architecture, point);

    private static double Mean(Lazy<IReadOnlyList<RunRow>> rows, string metric, string relation, string architecture, string point = "") =>
        rows
            .Value.Where(row => row.Metric == metric && row.Relation == relation && row.Architecture == architecture && row.Point == point)
            .Average(row => row.Value);

    private static Study Load(string name) =>
        Study.Load(Repository.PathOf("Loops", $"{name}.yaml"), new RunRequest { Quick = true, Replications = 2 });

    private static IReadOnlyList<RunRow> Run(string name)
    {
        using var results = new ResultBench();
        Assert.That(results.Run(Load(name)).Failures, Is.Empty);
        return results.Rows<RunRow>();
    }
}
