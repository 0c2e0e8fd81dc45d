using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What is planned is what comes, and what stands in the field is counted on every side.</summary>
public sealed class FairnessTests
{
    [TestCase("push: { connection: per-message }")]
    [TestCase("mqtt: { connection: per-message }")]
    [TestCase("mqtt: { connection: persistent }")]
    [TestCase("dlms: {}")]
    public void Cells_are_planned_with_the_octets_that_a_run_puts_on_them(string protocol)
    {
        // One cell. The core and the Internet lose about a packet in a thousand, which is repeated; acknowledgements and messages of a device go as single packets, while the plan takes packets of mean size.
        var result = Run(
            Direct(protocol, "lte-cat1: { sites: 1, sectors: 1, carriers: 1, resource-blocks: 2, loss: 0 }"),
            meters: 60,
            every: "1 min"
        );
        var rule = Network(result).Equipment.Single(one => one.Name == "lte-cat1").Installation.Components[1].Detail;
        var planned = double.Parse(rule.Split(" uses ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var used = Math.Max(Usage(result, "lte-cat1", "cell uplink").Share, Usage(result, "lte-cat1", "cell downlink").Share);

        // The plan is read from a sentence that rounds to a thousandth.
        Assert.That(used, Is.EqualTo(planned).Within(0.0005 + 0.02 * planned));
    }

    [Test]
    public void A_chatty_protocol_gets_more_cells() =>
        Assert.That(Cells("mqtt: { connection: per-message }"), Is.GreaterThan(Cells("udp: {}")));

    [Test]
    public void A_capacity_in_use_beyond_its_plan_is_told()
    {
        var result = Run(
            Direct("push: { connection: per-message }", "gprs: { sites: 1, sectors: 1, carriers: 1 }"),
            meters: 400,
            every: "15 s"
        );

        Assert.That(
            Overloads.Of(result.Cell("direct", "").Cases).First(),
            Does.Contain("cell uplink of gprs for meter was planned").And.Contain("70 %")
        );
    }

    [Test]
    public void A_server_in_use_beyond_its_plan_is_told()
    {
        var text = Direct("push: {}", "lte-cat1")
            .Replace(
                "hops:",
                "tiers: { head-end: { is: { head-end: { service: 500 ms, servers: 1 } } } }\n    hops:",
                StringComparison.Ordinal
            );

        Assert.That(
            Overloads.Of(Run(text, meters: 100, every: "1 min").Cell("direct", "").Cases).Single(),
            Does.Contain("of head-end for head-end was planned")
        );
    }

    [Test]
    public void What_keeps_to_its_plan_is_not_told() =>
        Assert.That(
            Overloads.Of(
                Run(Direct("push: { connection: per-message }", "gprs: { power-saving: drx }"), meters: 400, every: "1 min")
                    .Cell("direct", "")
                    .Cases
            ),
            Is.Empty
        );

    [Test]
    public void Terminals_of_lines_count_with_the_devices_that_they_serve()
    {
        var cell = Run(Direct("push: {}", "dsl"), meters: 5, every: "1 min").Cell("direct", "");

        // 12 V · 0.6 A for a day at every meter.
        Assert.That(cell.Estimate("infrastructure-energy:dsl terminal").Mean, Is.EqualTo(7.2 * 86_400).Within(1e-6));
    }

    [Test]
    public void The_energy_of_all_is_that_of_devices_and_infrastructure()
    {
        var cell = Run(Direct("push: {}", "dsl"), meters: 5, every: "1 min").Cell("direct", "");

        Assert.That(
            cell.Estimate("energy-per-day").Mean,
            Is.EqualTo(cell.Estimate("energy-per-day", "meter").Mean + 7.2 * 86_400).Within(1e-6)
        );
    }

    [Test]
    public void Gateways_are_shared_by_their_devices()
    {
        var cell = Run(Direct("push: {}", "lorawan-eu868: { gateways: 2 }"), meters: 50, every: "10 min").Cell("direct", "");

        // Two gateways of 12 V · 0.42 A for fifty meters.
        Assert.That(cell.Estimate("infrastructure-energy:LoRaWAN gateway").Mean, Is.EqualTo(2 * 12 * 0.42 * 86_400 / 50).Within(1e-6));
    }

    [Test]
    public void Shared_equipment_in_series_is_a_single_point_each()
    {
        // Head-end, site, three cells, operator core.
        var cell = Run(Direct("push: {}", "gprs: { sites: 1, sectors: 3, carriers: 1 }"), meters: 10, every: "10 min").Cell("direct", "");

        Assert.That(cell.Estimate("single-points-of-failure").Mean, Is.EqualTo(1 + 1 + 3 + 1));
    }

    [Test]
    public void The_line_of_one_device_is_no_single_point() =>
        Assert.That(
            Run(Direct("push: {}", "dsl"), meters: 10, every: "10 min").Cell("direct", "").Estimate("single-points-of-failure").Mean,
            Is.EqualTo(1 + 1)
        );

    [Test]
    public void Gateways_that_stand_in_for_each_other_are_no_single_points()
    {
        // Forty gateways within 100 m: every meter reaches them all. Network server, head-end and operator core remain.
        var cell = Run(Direct("push: {}", "lorawan-eu868: { gateways: 40 }"), meters: 10, every: "10 min").Cell("direct", "");

        Assert.That(cell.Estimate("single-points-of-failure").Mean, Is.EqualTo(3));
    }

    [Test]
    public void Each_end_of_a_session_and_each_rule_is_an_entry() =>
        // Ten sessions with the head-end, one with the utility, and the head-end's rule.
        Assert.That(Entries("push: {}"), Is.EqualTo((2 * (10 + 1)) + 1));

    [Test]
    public void At_a_broker_a_relation_has_one_topic_and_each_consumer_a_subscription() =>
        Assert.That(Entries("mqtt: {}"), Is.EqualTo((2 * (10 + 1)) + 1 + 1));

    [Test]
    public void One_more_device_or_consumer_is_as_many_entries_at_a_head_end_as_at_a_broker()
    {
        Assert.That(Entries("push: {}", meters: 11) - Entries("push: {}"), Is.EqualTo(2));
        Assert.That(Entries("mqtt: {}", meters: 11) - Entries("mqtt: {}"), Is.EqualTo(2));

        // A session, and a rule or a subscription.
        Assert.That(Entries("push: {}", utilities: 2) - Entries("push: {}"), Is.EqualTo(2 + 1));
        Assert.That(Entries("mqtt: {}", utilities: 2) - Entries("mqtt: {}"), Is.EqualTo(2 + 1));
    }

    [Test]
    public void A_radio_channel_is_in_use_while_something_is_on_the_air()
    {
        var text = Direct("push: {}", "lorawan-eu868: { spreading-factor: 12, channels: 3, foreign-load: 0 }");
        var result = Run(text, meters: 2, every: "10 min");

        // 12 frames an hour of 21 octets at SF12: 1.483 s each, on three channels; they seldom overlap, and a frame may be cut at an end.
        Assert.That(
            result.Cell("direct", "").Estimate("channel-use", "lorawan-eu868").Mean,
            Is.EqualTo(12 * 1.483 / 3 / 3600).Within(10).Percent
        );
    }

    private static double Cells(string protocol) =>
        Network(Run(Direct(protocol, "gprs"), meters: 400, every: "15 s"))
            .Equipment.Single(one => one.Name == "gprs")
            .Installation.Components[1]
            .Count;

    private static BuiltNetwork Network(StudyResult result)
    {
        var cell = result.Cell("direct", "").Cell;
        return NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 1, 0, cell.Times);
    }

    private static Usage Usage(StudyResult result, string owner, string capacity) =>
        result.Cell("direct", "").Cases[0].Usages.Single(usage => usage.Owner == owner && usage.Capacity == capacity);

    private static string Direct(string protocol, string access)
    {
        var (middle, onward) = protocol.StartsWith("mqtt", StringComparison.Ordinal) ? ("broker", "mqtt") : ("head-end", "push");
        return $$"""
              direct:
                hops:
                  - { from: meter, to: {{middle}}, over: [{{access}}, operator-core, internet], speaks: { {{protocol}} } }
                  - { from: {{middle}}, to: utility, over: internet, speaks: {{onward}} }
            """;
    }

    private static double Entries(string protocol, int meters = 10, int utilities = 1) =>
        Run(Direct(protocol, "lte-cat1"), meters, "10 min", utilities).Cell("direct", "").Estimate("relations-to-configure").Mean;

    private static StudyResult Run(string architecture, int meters, string every, int utilities = 1) =>
        Study
            .Parse(
                $$"""
                study: { warm-up: 10 min, duration: 1 h, replications: 1 }
                jobs:
                  job:
                    source: test
                    area: { shape: disc, radius: 100 m }
                    parties: { meter: { count: {{meters}}, device: water-meter }, utility: { kind: application, count: {{utilities}} } }
                    relations: { reading: { from: meter, to: utility, carries: 4 x 16 bit, every: {{every}} } }
                architectures:
                {{architecture}}
                comparisons: { one: { question: "?", job: job, cross: { architecture: [direct] } } }
                """
            )
            .Run();
}
