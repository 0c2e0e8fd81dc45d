using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>The server of a job has the luck of the one that all jobs share; silos fail each for itself.</summary>
public sealed class SiloLuckTests
{
    private const string TwoJobs = """
        study: { seed: 6, replications: 1, duration: 200 min }
        jobs:
          first:
            source: a test
            parties: { lamp: { count: 4 }, control: { kind: application } }
            relations: { status: { from: lamp, to: control, carries: 2 x 16 bit, every: 2 s } }
          second:
            source: a test
            parties: { camera: { count: 4 }, archive: { kind: application } }
            relations: { image: { from: camera, to: archive, carries: 2 x 16 bit, every: 2 s } }
        architectures:
          shared:
            tiers: &tiers { broker: { is: broker, fails: FAILS } }
            hops: &hops
              - { from: lamp, to: broker, over: { internet: { loss: 20 % } }, speaks: udp }
              - { from: camera, to: broker, over: { internet: { loss: 20 % } }, speaks: udp }
              - { from: broker, to: [control, archive], over: internet, speaks: udp }
          apart:
            networks: silos
            tiers: *tiers
            hops: *hops
        comparisons:
          silos:
            question: Who is lucky?
            job: [first, second]
            cross: { architecture: [shared, apart] }
        """;

    private const string Never = "{ every: 1000000 h, lasts: 1 s }";
    private const string Often = "{ every: 20 min, lasts: 5 min }";

    [TestCase("status")]
    [TestCase("image")]
    public void What_is_lost_and_late_on_the_way_is_the_same_shared_or_apart(string relation) =>
        Assert.That(Arrivals("apart", relation, Never), Is.EqualTo(Arrivals("shared", relation, Never)).And.Not.Empty);

    [Test]
    public void The_server_of_the_first_job_fails_when_the_shared_one_does() =>
        Assert.That(Downs("apart", "status"), Is.EqualTo(Downs("shared", "status")).And.Not.Empty);

    [Test]
    public void The_server_of_the_second_job_fails_at_other_times()
    {
        var (own, others) = (Downs("apart", "image"), Downs("apart", "status"));

        // Each is down a fifth of 200 minutes: had they one luck, all minutes would be common; as they are apart, about a fifth is.
        Assert.That(own.Intersect(others).Count(), Is.LessThan(own.Count / 2));
        Assert.That(own, Is.Not.Empty);
    }

    // A fifth of the time each line is down: had they one luck, all minutes would be common; as they are apart, about a fifth is.
    [TestCase(20, TestName = "Lines_of_two_silos_fail_at_different_times(one site)")]
    [TestCase(300, TestName = "Lines_of_two_silos_fail_at_different_times(apart)")]
    public void Lines_of_two_silos_fail_at_different_times(int radius)
    {
        var text = TwoJobs
            .Replace("FAILS", Never, StringComparison.Ordinal)
            .Replace("source: a test", $"source: a test\n    area: {{ radius: {radius} m }}", StringComparison.Ordinal)
            .Replace(
                "{ internet: { loss: 20 % } }",
                "[ethernet, { fibre: { availability: 80 %, mean-outage: 5 min } }]",
                StringComparison.Ordinal
            );
        var log = Chains.Run(ScenarioText.Load(text).Cells.Single(cell => cell.Architecture == "apart"));
        var (own, others) = (Lost("image"), Lost("status"));

        Assert.That(own, Is.Not.Empty);
        Assert.That(others, Is.Not.Empty);
        Assert.That(own.Intersect(others).Count(), Is.LessThan(own.Count / 2));

        List<long> Lost(string relation) =>
            [.. log.Lost(relation).Select(lost => lost.Message.Created.Nanoseconds / 60_000_000_000).Distinct()];
    }

    [Test]
    public void Two_brokers_with_one_luck_are_two_brokers()
    {
        var cell = ScenarioText
            .Load(
                TwoJobs.Replace("FAILS", Never, StringComparison.Ordinal).Replace("speaks: udp", "speaks: mqtt", StringComparison.Ordinal)
            )
            .Cells.Single(cell => cell.Architecture == "apart");
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 1, 0, cell.Times);
        var brokers = cell.Plan.Tiers.Where(tier => tier.Platform?.Name == "broker").Select(tier => network.Nodes[tier.Index][0]).ToList();

        Assert.That(brokers.Select(broker => broker.Entity).Distinct().Count(), Is.EqualTo(1));
        Assert.That(MqttBroker.At(brokers[0]), Is.Not.SameAs(MqttBroker.At(brokers[1])));
    }

    /// <summary>Minutes in which messages of a relation met a server that was down.</summary>
    private static List<long> Downs(string architecture, string relation) =>
        [
            .. Chains
                .Run(Cell(architecture, Often))
                .Lost(relation)
                .Where(lost => lost.Reason == M2mVsIoTSim.Network.DropReason.NodeDown)
                .Select(lost => lost.Message.Created.Nanoseconds / 60_000_000_000)
                .Distinct()
                .Order(),
        ];

    private static List<(ulong, int, SimTime)> Arrivals(string architecture, string relation, string fails) =>
        [
            .. Chains
                .Run(Cell(architecture, fails))
                .Arrived(relation)
                .Select(arrived => (arrived.Message.Source.Code, arrived.Message.Serial, arrived.At))
                .Order(),
        ];

    private static Cell Cell(string architecture, string fails) =>
        ScenarioText
            .Load(TwoJobs.Replace("FAILS", fails, StringComparison.Ordinal))
            .Cells.Single(cell => cell.Architecture == architecture);
}
