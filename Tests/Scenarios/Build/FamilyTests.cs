namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>The family follows from the ways of the data; nobody states it.</summary>
public sealed class FamilyTests
{
    private const string DirectCellular = "{ from: meter, to: utility, over: [lte-cat1, internet], speaks: push }";
    private const string HeadEndCellular = "{ from: meter, to: head-end, over: [lte-cat1, internet], speaks: push }";
    private const string HeadEndLoRaWan = "{ from: meter, to: head-end, over: [lorawan-eu868, internet], speaks: push }";
    private const string FromHeadEnd = "{ from: head-end, to: utility, over: internet, speaks: push }";
    private const string BrokerCellular = "{ from: meter, to: broker, over: [lte-cat1, internet], speaks: mqtt }";
    private const string BrokerLoRaWan = "{ from: meter, to: broker, over: [lorawan-eu868, internet], speaks: mqtt }";
    private const string FromBroker = "{ from: broker, to: utility, over: internet, speaks: mqtt }";
    private const string Collected = "{ from: meter, to: concentrator, over: rs485-modbus }";
    private const string CollectorToBroker = "{ from: concentrator, to: broker, over: [fibre, internet], speaks: mqtt }";
    private const string CollectorToUtility = "{ from: concentrator, to: utility, over: [fibre, internet], speaks: push }";
    private const string BrokerToAnalyst = "{ from: broker, to: analyst, over: internet, speaks: mqtt }";

    [TestCase("m2m", DirectCellular)]
    [TestCase("m2m", HeadEndCellular, FromHeadEnd)]
    [TestCase("m2m", HeadEndLoRaWan, FromHeadEnd)]
    [TestCase("m2m", Collected, CollectorToUtility)]
    [TestCase("iot", BrokerCellular, FromBroker)]
    [TestCase("iot", BrokerLoRaWan, FromBroker)]
    [TestCase("hybrid", Collected, CollectorToBroker, FromBroker)]
    public void The_way_makes_the_family(string family, params string[] hops) => Assert.That(FamilyOf(hops, "utility"), Is.EqualTo(family));

    [Test]
    public void Some_data_past_a_broker_and_some_not_are_hybrid() =>
        Assert.That(FamilyOf([DirectCellular, BrokerCellular, BrokerToAnalyst], "[utility, analyst]"), Is.EqualTo("hybrid"));

    private static string FamilyOf(string[] hops, string consumers) =>
        ScenarioText
            .Load(
                $$"""
                study: { duration: 1 h }
                jobs:
                  job:
                    source: a test
                    parties: { meter: { count: 4 }, utility: { kind: application }, analyst: { kind: application } }
                    relations: { reading: { from: meter, to: {{consumers}}, every: 15 min } }
                architectures: { one: { hops: [{{string.Join(", ", hops)}}] } }
                comparisons: { family: { question: Which?, job: job, cross: { architecture: [one] } } }
                """
            )
            .Cells[0]
            .Plan.Family;
}
