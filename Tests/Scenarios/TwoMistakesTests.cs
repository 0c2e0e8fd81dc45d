using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Whatever step of reading finds a mistake, it neither hides another nor makes one up.</summary>
public sealed class TwoMistakesTests
{
    private static readonly string Shipped = Excerpt.Metering;

    /// <summary>
    /// Single mistakes in the shipped scenarios, each on a line of its own. None is about something that another leaves in doubt: whether there is a way to
    /// a party cannot be known if the relation misspells it.
    /// </summary>
    private static readonly PlantedMistake[] Mistakes =
    [
        // Form: keys, values, units, what stands twice or for nothing.
        new("study:", "duration: 24 h", "duration: 24 hz"),
        new("water-metering:", "description", "descripton"),
        new("water-metering:", "area: { shape", "area: { form"),
        new("water-metering:", "leak-app: { kind: application", "leak-app: { kind: aplication"),
        new("shared-readings:", "description", "colour"),
        new("shared-readings:", "count: 2", "count: 2, count: 3"),
        new("shared-readings:", "indoor: 80 %", "indoor: 180 %"),
        new("electricity-metering:", "description", "<<"),
        new("electricity-metering:", "parties", "partis"),
        new("electricity-metering:", "kind: application", "kind: [application]"),
        new("electricity-metering:", "every: 15 min", "every: *often"),
        new("  direct:", "parameters", "parametres"),
        new("  mediated:", "hops:", "hops: !all"),
        // Options of models.
        new("  direct:", "connection", "conection"),
        new("  mqtt-broker:", "qos: 1", "qos: 7"),
        // Names of parties, devices, technologies, protocols, tiers, jobs, architectures, factors, parameters.
        new("water-metering:", "reading: { from: meter", "reading: { from: metre"),
        new("water-metering:", "rate: 1 / week", "rate: 1 week"),
        new("shared-readings:", "to: consumer", "to: consumr"),
        new("water-metering:", "device: water-meter", "device: water-metre"),
        new("  dlms-head-end:", "speaks: dlms", "speaks: dlmss"),
        new("  concentrated:", "rs485-modbus", "rs484-modbus"),
        new("  concentrated:", "per: { meter", "per: { metre"),
        new("  broker-fans-out:", "to: consumer", "to: consumers"),
        new("  meter-by-meter:", "$access", "$acess"),
        new("  metering-packages:", "job: water", "job: walter"),
        new("  metering-packages:", "mqtt-broker]", "mqtt-brokr]"),
        new("  metering-mediation:", "gprs", "grps"),
        new("  metering-mediation:", "job: water-metering", "jobs: water-metering"),
        new("  metering-concentration:", "meter.count", "metre.count"),
        // Ways.
        new("  mediated:", "to: [utility, leak-app]", "to: [utility]"),
        new("  meter-to-broker:", "from: broker, to: grid-operator", "from: broker, to: meter"),
        new("  head-end-fans-out:", "over: internet, speaks: push", "over: internet"),
    ];

    /// <summary>The messages about each mistake alone.</summary>
    private static readonly Lazy<string[][]> Alone = new(() => [.. Mistakes.Select(mistake => Messages(mistake.In(Shipped)))]);

    private static IEnumerable<TestCaseData> Single => Mistakes.Select((_, i) => new TestCaseData(i).SetArgDisplayNames($"{Mistakes[i]}"));

    [TestCaseSource(nameof(Single))]
    public void A_mistake_gets_one_message(int mistake) => Assert.That(Alone.Value[mistake], Has.Length.EqualTo(1));

    [TestCaseSource(nameof(Single))]
    public void Two_mistakes_get_the_messages_of_both_and_no_more(int first)
    {
        var text = Mistakes[first].In(Shipped);
        var alone = Alone.Value;
        Assert.That(
            Mistakes
                .Index()
                .Skip(first + 1)
                .Select(second => (second.Item, Found: Messages(second.Item.In(text)), Expected: alone[first].Union(alone[second.Index])))
                .Where(pair => !pair.Found.ToHashSet().SetEquals(pair.Expected) || pair.Found.Length != pair.Expected.Count())
                .Select(pair => $"{pair.Item}:\n{string.Join('\n', pair.Found)}"),
            Is.Empty
        );
    }

    private static string[] Messages(string text)
    {
        try
        {
            ScenarioText.Load(text);
            return [];
        }
        catch (ScenarioException e)
        {
            return e.Message.Split('\n');
        }
    }
}
