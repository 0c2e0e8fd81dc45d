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

    [Test]
    public void The_only_comparison_of_a_file_need_not_be_named() => Assert.That(Search(Sweep, names: []).Comparison, Is.EqualTo("c"));

    // The answer to a report takes another 100 ms of the same reader, so that half as many devices get one in time.
    [Test]
    public void The_time_of_a_chain_is_judged()
    {
        var search = Search(Sweep, require: "{ }", more: Answer);

        Assert.That(search.Judged, Is.EqualTo(["reactions-in-time of answer at least 99\u00A0%"]));
        Assert.That(search.Run(0.1, 1, CancellationToken.None).Single().Largest(0.95)!.Mean, Is.InRange(180, 640));
    }

    [Test]
    public void A_chain_that_is_never_in_time_fails() =>
        Assert.That(
            Search("device.count: [10, 50]", require: "{ }", more: Answer.Replace("10 s", "1 ms", StringComparison.Ordinal))
                .Run(0.1, 1, CancellationToken.None)
                .Single()
                .Below,
            Is.EqualTo(2)
        );

    [Test]
    public void What_is_not_judged_is_told() =>
        Assert.That(
            Search(Sweep, device: ", device: water-meter, require: { battery-life: \">= 10 year\" }").NotJudged,
            Is.EqualTo(["battery-life of device"])
        );

    // A report of 120 octets does not fit into a LoRaWAN frame at every data rate.
    [Test]
    public void Who_can_serve_no_fleet_is_listed_with_the_reason()
    {
        var search = Search("device.count: [10, 50]", access: "lorawan-eu868, internet", carries: "120 x 8 bit");
        var capacity = search.Run(0.1, 1, CancellationToken.None).Single();

        Assert.That((capacity.Limits.Count, capacity.Largest(0.95)), Is.EqualTo((0, (M2mVsIoTSim.Analysis.Statistics.Estimate?)null)));
        Assert.That(capacity.Infeasible.Single(), Does.StartWith("relation 'report': "));
    }

    // A single device has nobody to talk to.
    [Test]
    public void A_fleet_that_cannot_be_served_fails()
    {
        var capacity = Search("device.count: [1, 50]", more: "talk: { from: device, to: device, carries: 1 x 8 bit, every: 1 min }")
            .Run(0.1, 1, CancellationToken.None)
            .Single();

        Assert.That((capacity.Below, capacity.Infeasible.Count), Is.EqualTo((2, 1)));
    }

    private const string Answer =
        "answer: { from: user, to: device, carries: 1 x 16 bit, after: report, pairing: one-to-one, require: { delivery: \">= 99 %\", reaction: 10 s } }";

    private static CapacitySearch Search(
        string cross,
        string require = "{ delivery: \">= 99 %\", within: 10 s }",
        string more = "",
        string device = "",
        string access = "fibre",
        string carries = "16 x 16 bit",
        string[]? names = null
    ) =>
        new(
            request =>
                Study.Parse(
                    $$"""
                    study: { duration: 5 min, replications: 2 }
                    jobs:
                      job:
                        source: test
                        parties: { device: { count: 10{{device}} }, user: { kind: application } }
                        relations: { report: { from: device, to: user, carries: {{carries}}, every: 1 min, require: {{require}} }{{(
                        more.Length > 0 ? ", " + more : ""
                    )}} }
                    architectures:
                      a:
                        tiers: { head-end: { is: { head-end: { service: 100 ms, servers: 1 } } } }
                        hops: [{ from: device, to: head-end, over: [{{access}}], speaks: udp }, { from: head-end, to: user, over: internet, speaks: push }]
                    comparisons:
                      c: { question: "?", job: job, cross: { architecture: [a], {{cross}} } }
                    """,
                    request
                ),
            new RunRequest { Comparisons = names ?? ["c"] }
        );
}
