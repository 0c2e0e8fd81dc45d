using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class GlossaryTests
{
    private static IEnumerable<string> Reasons() => Enum.GetValues<DropReason>().Select(reason => Names.Kebab(reason.ToString()));

    private static IEnumerable<string> ModemStates() =>
        new[] { Sleeping, Sleeping with { Wait = 0 } }
            .SelectMany(currents => currents.States("lte-cat1", "", CellBench.Settings, 0, Duration.Zero).States.ToArray())
            .Select(state => state.Name)
            .Distinct();

    private static CellCurrents Sleeping => new(3.8, 0, 0, 0, 0, 0);

    private static IEnumerable<string> OwnStages() =>
        Catalog
            .Technologies.Select(entry => entry.Create(Activator.CreateInstance(entry.Options)!))
            .OfType<SessionTechnology>()
            .SelectMany(technology => technology.Stages);

    [TestCaseSource(nameof(Reasons))]
    public void Every_reason_of_loss_is_explained(string reason) => Assert.That(Glossary.Losses([reason]), Does.Contain($"{reason}: "));

    [TestCaseSource(nameof(ModemStates))]
    public void Every_state_of_a_modem_is_explained(string state) =>
        Assert.That(Glossary.Energy([$"lte-cat1, {state}"]), Does.Contain($"{state}: "));

    [TestCaseSource(nameof(OwnStages))]
    public void Every_stage_that_is_not_a_network_is_explained(string stage) =>
        Assert.That(Glossary.OnTheWay([$"meter: {stage}"]), Does.Contain($"In the legend: {stage}: "));

    [Test]
    public void A_network_is_crossed() =>
        Assert.That(Glossary.OnTheWay(["meter: lte-cat1"]), Does.Contain("lte-cat1: crossing that network"));
}
