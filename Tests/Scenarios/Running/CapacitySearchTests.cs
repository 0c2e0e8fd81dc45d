using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

public class CapacitySearchTests
{
    private const string Sweep = "device.count: [10, 100000]";

    [Test]
    public void The_largest_fleet_of_each_architecture_is_found()
    {
        var search = Search(Sweep);
        var capacities = search.Run(0.1, 1, CancellationToken.None);

        // A reader of 100 ms a message takes 600 in a minute; devices send one in a minute each.
        Assert.That(capacities.Single().Largest(0.95)!.Mean, Is.InRange(400, 640));
    }

    [Test]
    public void A_limit_beyond_the_sweep_is_told_as_such()
    {
        var capacity = Search("device.count: [10, 50]").Run(0.1, 1, CancellationToken.None).Single();

        Assert.That((capacity.Beyond, capacity.Largest(0.95)), Is.EqualTo((2, (M2mVsIoTSim.Analysis.Statistics.Estimate?)null)));
    }

    [Test]
    public void Without_a_sweep_of_a_number_there_is_nothing_to_look_for() =>
        Assert.That(() => Search("report.every: [1 min]"), Throws.ArgumentException.With.Message.Contains("sweeps no number of a party"));

    [Test]
    public void Without_a_requirement_every_fleet_would_do() =>
        Assert.That(() => Search(Sweep, require: "{ }"), Throws.ArgumentException.With.Message.Contains("requires a delivery"));

    private static CapacitySearch Search(string cross, string require = "{ delivery: \">= 99 %\", within: 10 s }") =>
        new(
            request =>
                Study.Parse(
                    $$"""
                    study: { duration: 5 min, replications: 2 }
                    jobs:
                      job:
                        source: test
                        parties: { device: { count: 10 }, user: { kind: application } }
                        relations: { report: { from: device, to: user, carries: 16 x 16 bit, every: 1 min, require: {{require}} } }
                    architectures:
                      a:
                        tiers: { head-end: { is: { head-end: { service: 100 ms, servers: 1 } } } }
                        hops: [{ from: device, to: head-end, over: [fibre], speaks: udp }, { from: head-end, to: user, over: internet, speaks: push }]
                    comparisons:
                      c: { question: "?", job: job, cross: { architecture: [a], {{cross}} } }
                    """,
                    request
                ),
            new RunRequest { Comparisons = ["c"] }
        );
}
