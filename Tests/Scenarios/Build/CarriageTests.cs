namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>What a technology with a session of its own cannot carry makes a cell infeasible, with a reason.</summary>
public sealed class CarriageTests
{
    private const string Metering = """
        study: { seed: 7, replications: 1, duration: 1 h }
        jobs:
          metering:
            source: a test
            area: { radius: 1 km }
            parties:
              meter: { count: 6, device: water-meter }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: VALUES x 16 bit, every: PERIOD }
              alarm: { from: meter, to: utility, carries: 1 x 8 bit, every: PERIOD }
              valve: { from: utility, to: meter, carries: 1 x 8 bit, PAIRING when: command, rate: RATE }
        architectures:
          mediated:
            hops:
              - { from: meter, to: broker, over: [sigfox-rc1, internet], speaks: push }
              - { from: broker, to: utility, over: internet, speaks: mqtt }
        comparisons:
          metering:
            question: What does it carry?
            job: metering
            cross: { architecture: [mediated] }
        """;

    [Test]
    public void What_rules_and_contract_allow_is_feasible() => Assert.That(Infeasible(), Is.Empty);

    [Test]
    public void Content_that_is_too_large_is_told_with_its_relation() =>
        Assert.That(Infeasible(values: 7), Is.EqualTo(["relation 'reading': 14 B do not fit: an uplink of Sigfox carries at most 12 B."]));

    [Test]
    public void Messages_that_are_too_many_are_told_with_their_period() =>
        Assert.That(Infeasible(period: "5 min")[0], Does.StartWith("relation 'reading': a message every 5 min exceeds the 6.82 uplinks"));

    [Test]
    public void Relations_that_are_too_many_together_are_told_together() =>
        Assert.That(
            Infeasible(period: "15 min"),
            Is.EqualTo([
                "relations 'reading', 'alarm', 'valve' together: a message every 7.5 min is 192 a day; the contract allows 140 uplinks a day.",
            ])
        );

    [Test]
    public void A_message_for_everybody_counts_at_every_device() =>
        Assert.That(
            Infeasible(rate: "12 / day"),
            Is.EqualTo(["relation 'valve': a message every 2 h is 12 a day; the contract allows 4 downlinks a day."])
        );

    [Test]
    public void A_message_for_one_of_six_counts_for_a_sixth() =>
        Assert.That(Infeasible(rate: "12 / day", pairing: "pairing: any,"), Is.Empty);

    private static IReadOnlyList<string> Infeasible(
        string values = "4",
        string period = "1 h",
        string rate = "1 / day",
        string pairing = ""
    ) =>
        ScenarioText
            .Load(
                Metering
                    .Replace("VALUES", values, StringComparison.Ordinal)
                    .Replace("PERIOD", period, StringComparison.Ordinal)
                    .Replace("RATE", rate, StringComparison.Ordinal)
                    .Replace("PAIRING", pairing, StringComparison.Ordinal)
            )
            .Cells.Single()
            .Plan.Infeasible;

    private static IReadOnlyList<string> Infeasible(int values) =>
        Infeasible(values.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
