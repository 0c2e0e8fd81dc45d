using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Several jobs on one network and platform, against one of each for every job.</summary>
public sealed class SiloTests
{
    private const string TwoJobs = """
        study: { seed: 6, replications: 2, duration: 10 min }
        jobs:
          quiet:
            source: a test
            parties: { lamp: { count: 4 }, control: { kind: application } }
            relations: { status: { from: lamp, to: control, carries: 2 x 16 bit, every: 10 s, application: lighting } }
          loud:
            source: a test
            parties: { camera: { count: 4 }, archive: { kind: application } }
            relations: { image: { from: camera, to: archive, carries: 100 x 16 bit, every: 200 ms, application: watching } }
        architectures:
          shared:
            tiers: &tiers { broker: { is: { broker: { service: 30 ms, servers: 1 } } } }
            hops: &hops
              - { from: lamp, to: broker, over: ethernet, speaks: udp }
              - { from: camera, to: broker, over: ethernet, speaks: udp }
              - { from: broker, to: [control, archive], over: ethernet, speaks: udp }
          apart:
            networks: silos
            tiers: *tiers
            hops: *hops
        comparisons:
          neighbours:
            question: Does the loud one disturb the quiet one?
            job: [quiet, loud]
            cross: { architecture: [shared, apart] }
        """;

    [Test]
    public void Every_job_has_a_platform_of_its_own() =>
        Assert.That(
            Plan("apart").Tiers.Where(tier => tier.Party is null).Select(tier => tier.Name),
            Is.EqualTo(["broker of quiet", "broker of loud"])
        );

    [Test]
    public void A_hop_leads_to_the_parties_of_its_job_only() =>
        Assert.That(
            Plan("apart").Edges.Select(edge => $"{edge.From} {edge.To}"),
            Is.EquivalentTo(["lamp broker of quiet", "broker of quiet control", "camera broker of loud", "broker of loud archive"])
        );

    [Test]
    public void Sharing_is_a_factor() =>
        Assert.That(Footing.Differences(Plan("shared"), Plan("apart")).Select(difference => difference.Factor), Has.Member("networks"));

    [Test]
    public void A_loud_neighbour_delays_those_who_share_with_it()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(TwoJobs));
        var means = results
            .Rows<RunRow>()
            .Where(row => row.Metric == "latency-mean" && row.Relation == "status")
            .GroupBy(row => row.Architecture)
            .ToDictionary(group => group.Key, group => group.Average(row => row.Value));

        Assert.That(means["shared"], Is.GreaterThan(means["apart"] + 0.01));
    }

    [Test]
    public void Both_have_the_same_arrivals() => Assert.That(Produced("apart"), Is.EqualTo(Produced("shared")).And.Not.Empty);

    [Test]
    public void Radio_networks_are_built_apart()
    {
        var cells = ScenarioText.Load(Read("shared-or-silos")).Cells;
        int Servers(string architecture) =>
            cells.First(cell => cell.Architecture == architecture).Plan.Tiers.Count(tier => tier.Platform?.Name == "network-server");

        Assert.That((Servers("city"), Servers("two-cities")), Is.EqualTo((1, 2)));
    }

    private static string Read(string name) => File.ReadAllText(Repository.PathOf("CanSay", $"{name}.yaml"));

    private static Plan Plan(string architecture) => Cell(architecture).Plan;

    private static IEnumerable<(ulong, int, long)> Produced(string architecture)
    {
        var log = Chains.Run(Cell(architecture));
        return log.Produced("status")
            .Concat(log.Produced("image"))
            .Select(message => (message.Source.Code, message.Serial, message.Created.Nanoseconds))
            .Order();
    }

    private static Cell Cell(string architecture) => ScenarioText.Load(TwoJobs).Cells.Single(cell => cell.Architecture == architecture);
}
