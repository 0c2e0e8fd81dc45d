using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What a word of a sweep stands for is found out, not stated.</summary>
public sealed class SweepTests
{
    private static readonly IReadOnlyList<SweepManifest> Shipped = Sweeps.Of(
        Study.Load(Repository.Shipped, new RunRequest { Comparisons = ["five-g-uplift-control"] }).Cells
    );

    [Test]
    public void Each_value_is_held_against_the_first() =>
        Assert.That(
            Shipped.Select(sweep => (sweep.Factor, sweep.From, sweep.To)),
            Is.EqualTo([("radio", "4g", "5g"), ("core", "edge", "central"), ("load", "30 %", "70 %")])
        );

    [Test]
    public void Another_generation_is_another_radio_at_equal_spectrum_before_the_same_core()
    {
        var radio = Shipped.Single(sweep => sweep.Factor == "radio");

        Assert.That(
            radio.Changes.Select(change => change.Factor),
            Is.EqualTo(["access", "source of currents", "from a grant to its data", "procedure"])
        );
        Assert.That(
            radio.Equal,
            Is.EqualTo([
                "licensed spectrum (10 MHz each way at 900 MHz)",
                "delay and loss beside operator-core, fitted to measured round trips (no delay, loss 0.3 %)",
            ])
        );
    }

    [Test]
    public void Another_place_of_the_core_is_nothing_else() =>
        Assert.That(
            Shipped.Single(sweep => sweep.Factor == "core").Changes,
            Is.EqualTo([new FactorDifference("5g-core: user-plane", "edge", "central")])
        );

    [Test]
    public void The_load_of_others_is_one_option_of_both_generations() =>
        Assert.That(
            Shipped.Single(sweep => sweep.Factor == "load").Changes,
            Is.EqualTo([
                new FactorDifference("lte-cat1: background-load", "0.3", "0.7"),
                new FactorDifference("nr-embb: background-load", "0.3", "0.7"),
            ])
        );

    [Test]
    public void That_a_larger_fleet_is_larger_goes_without_saying() => Assert.That(Sweeps.Of(ScenarioText.Load(Counted).Cells), Is.Empty);

    [Test]
    public void Changes_are_in_the_manifest()
    {
        using var results = new ResultBench();
        results.Run(
            ScenarioText.Load(Counted.Replace("[b], sensor.count: [2, 3]", "[a], path: [lan, internet]", StringComparison.Ordinal))
        );

        Assert.That(
            JsonFile.ReadManifest(results.Path).Comparisons[0].Sweeps.Select(sweep => (sweep.Factor, sweep.Changes.Single())),
            Is.EqualTo([("path", new FactorDifference("wide-area path", "office-lan", "internet"))])
        );
    }

    private const string Counted = """
        study: { duration: 1 min, replications: 1 }
        jobs:
          job:
            source: a test
            parties: { sensor: { count: 2 }, user: { kind: application } }
            relations: { value: { from: sensor, to: user, every: 10 s } }
        technologies: { lan: office-lan }
        architectures:
          a: { parameters: [path], hops: [{ from: sensor, to: user, over: [fibre, $path], speaks: udp }] }
          b: { hops: [{ from: sensor, to: user, over: [fibre, lan], speaks: udp }] }
        comparisons:
          c: { question: "?", job: job, cross: { architecture: [b], sensor.count: [2, 3] } }
        """;
}
