using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Radio modules of the library, as presets of the options of the technologies that they fit.</summary>
public sealed class ModuleTests
{
    private const string Devices = "d: { description: a, supply: mains, sleep-current: { value: 1 mA, source: s, mark: chosen } }";
    private const string Batteries = "{}";

    private static IEnumerable<TestCaseData> Fits() =>
        from module in Library.Shipped.Modules.Values
        from technology in module.Technologies
        select new TestCaseData(module, technology).SetArgDisplayNames(module.Name, technology);

    [TestCaseSource(nameof(Fits))]
    public void Every_figure_of_a_module_is_what_its_technology_then_has(RadioModule module, string technology)
    {
        var cell = Cells($"{{ {technology}: {{ module: {module.Name} }} }}, internet", "internet")[0];
        var options = (YamlMapping)new EffectiveWriter().Tree(cell.Plan.Options.Single(use => use.Model == technology).Options);
        var preset = (YamlMapping)
            new EffectiveWriter().Tree(
                module.Preset(technology, Catalog.Technologies.First(entry => entry.Name == technology).Options, new Problems())
            );

        Assert.That(
            module.FiguresIn(technology).Keys.Select(key => YamlText.Line(options.Find(key)!)),
            Is.EqualTo(module.FiguresIn(technology).Keys.Select(key => YamlText.Line(preset.Find(key)!)))
        );
    }

    [Test]
    public void What_is_written_wins_over_the_module() =>
        Assert.That(
            Lora("{ module: sx1276, receive-current: 5 mA }"),
            Has.Property(nameof(LoRaWanEu868Options.ReceiveCurrent))
                .EqualTo(0.005)
                .And.Property(nameof(LoRaWanEu868Options.WaitCurrent))
                .EqualTo(1.5e-6)
        );

    [Test]
    public void Another_module_is_one_factor() =>
        Assert.That(
            Factors("{ module: sx1276 }", "{ module: sx1262 }"),
            Is.EqualTo([new FactorDifference("lorawan-eu868: module", "sx1276", "sx1262")])
        );

    [Test]
    public void A_module_or_none_is_one_factor() =>
        Assert.That(Factors("{}", "{ module: sx1262 }"), Is.EqualTo([new FactorDifference("lorawan-eu868: module", "none", "sx1262")]));

    [Test]
    public void An_option_beside_the_module_is_a_factor_of_its_own() =>
        Assert.That(
            Factors("{ module: sx1276 }", "{ module: sx1262, receive-current: 7 mA }").Select(factor => factor.Factor),
            Is.EqualTo(["lorawan-eu868: module", "lorawan-eu868: receive-current"])
        );

    [Test]
    public void The_figures_of_a_module_are_assumed_with_its_sources() =>
        Assert.That(
            Assumed("{ module: sx1262 }").Single(one => one.Name == "lorawan-eu868: receive-current"),
            Has.Property("Source").StartsWith("sx1262: ").And.Property("Mark").EqualTo("confirmed").And.Property("Value").EqualTo("4.6 mA")
        );

    [Test]
    public void What_a_module_leaves_open_is_assumed_as_ever() =>
        Assert.That(
            Assumed("{ module: sx1262 }").Single(one => one.Name == "lorawan-eu868: queue").Source,
            Is.EqualTo("a stack holds one frame")
        );

    [Test]
    public void A_module_may_be_a_parameter_and_stays_one_in_the_effective_scenario() =>
        Assert.That(
            Study("{ module: $module }", "{}", "parameters: [module], ", ", module: [sx1276, sx1262]").Text,
            Does.Contain("module: $module").And.Not.Contain("receive-current: 11.5 mA\n            wait")
        );

    [TestCase("{ module: sx1262, wait-current: 2 uA }", "")]
    [TestCase("{ module: $module }", ", module: [sx1276, sx1262]")]
    public void The_effective_scenario_reads_back_to_the_same_cells(string options, string cross)
    {
        var study = Study(options, "{}", cross.Length == 0 ? "" : "parameters: [module], ", cross);

        Assert.That(
            M2mVsIoTSim.Scenarios.Running.Study.Parse(study.Text).Cells.Select(cell => (cell.Id, cell.Text)),
            Is.EqualTo(study.Cells.Select(cell => (cell.Id, cell.Text)))
        );
    }

    [Test]
    public void Every_module_of_a_sweep_has_its_own_figures() =>
        Assert.That(
            Study("{ module: $module }", "{}", "parameters: [module], ", ", module: [sx1276, sx1262]")
                .Cells.Where(cell => cell.Architecture == "a")
                .Select(cell => cell.Plan.Options.Select(use => use.Options).OfType<LoRaWanEu868Options>().Single().ReceiveCurrent),
            Is.EqualTo([0.0115, 0.0046])
        );

    [TestCase("{ modul: sx1276 }", "unknown key 'modul'; did you mean 'module'? Legal here: ")]
    [TestCase("{ module: sx1267 }", "unknown module 'sx1267'; did you mean 'sx1276'? Legal here: sx1276, sx1272, sx1261, sx1262")]
    public void A_wrong_module_is_told(string options, string problem) =>
        Assert.That(() => Study(options, "{}"), Throws.TypeOf<ScenarioException>().With.Message.Contains(problem));

    [TestCase(
        "m: { description: a, fits: { lorawan-eu868: { recieve-current: { value: 1 mA, source: s, mark: chosen } } } }",
        "unknown key 'recieve-current'; did you mean 'receive-current'?"
    )]
    [TestCase(
        "m: { description: a, fits: { lorawan-eu868: { receive-current: { value: 1 mW, source: s, mark: chosen } } } }",
        "modules.yaml:1:73: receive-current: expected a current such as '29 mA', found '1 mW': that is a power"
    )]
    [TestCase("m: { description: a, fits: { lorawan: {} } }", "unknown technology 'lorawan'; did you mean 'lorawan-eu868'")]
    [TestCase("m: { description: a, fits: { gprs: { voltage: { value: 3 V, mark: chosen } } } }", "the key 'source' is missing")]
    public void A_library_whose_module_does_not_fit_is_refused(string modules, string problem) =>
        Assert.That(
            () => Library.Load(Devices, Batteries, modules, Models.Shipped),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(problem)
        );

    private static LoRaWanEu868Options Lora(string options) =>
        Cells($"{{ lorawan-eu868: {options} }}, internet", "internet")[0]
            .Plan.Options.Select(use => use.Options)
            .OfType<LoRaWanEu868Options>()
            .Single();

    private static IReadOnlyList<FactorDifference> Factors(string a, string b) =>
        Comparability.Differences(Study(a, b).Cells).Single().Factors;

    private static IReadOnlyList<AssumptionManifest> Assumed(string options)
    {
        var study = Study(options, "{}");
        return Assumptions.Of(study.Scenario.Jobs["job"], [study.Cells[0]], Library.Shipped);
    }

    private static Study Study(string a, string b, string parameters = "", string cross = "") =>
        Parse($"{{ lorawan-eu868: {a} }}, internet", $"{{ lorawan-eu868: {b} }}, internet", parameters, cross);

    private static IReadOnlyList<Cell> Cells(string a, string b) => Parse(a, b, "", "").Cells;

    private static Study Parse(string a, string b, string parameters, string cross) =>
        M2mVsIoTSim.Scenarios.Running.Study.Parse(
            $$"""
            study: { duration: 1 min }
            jobs:
              job:
                source: test
                parties: { sensor: { count: 2 }, user: { kind: application } }
                relations: { value: { from: sensor, to: user, every: 10 s } }
            architectures:
              a: { {{parameters}}hops: [{ from: sensor, to: user, over: [{{a}}], speaks: udp }] }
              b: { hops: [{ from: sensor, to: user, over: [{{b}}], speaks: udp }] }
            comparisons:
              one: { question: Which one?, job: job, cross: { architecture: [{{(cross.Length == 0 ? "a, b" : "a")}}]{{cross}} } }
            """
        );
}
