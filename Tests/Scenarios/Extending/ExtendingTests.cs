using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Extending;

/// <summary>A technology is one class, its options, one line in a list of models, and a test such as this.</summary>
public sealed class ExtendingTests
{
    private const string Post = """
        study: { seed: 1, replications: 2, duration: 100 h }
        prices:
          items:
            carrier-pigeon: { mid: 20 EUR, kind: devices }
            loft: { mid: 5 EUR / year, kind: maintenance }
        jobs:
          post:
            source: a test
            parties: { castle: { count: 20 }, king: { kind: application } }
            relations:
              letter: { from: castle, to: king, carries: 8 x 8 bit, every: 1 h, require: { delivery: ">= 50 %", within: 1 h } }
        architectures:
          direct:
            parameters: [hawks]
            hops:
              - { from: castle, to: king, over: { carrier-pigeon: { flight: 20 min, hawks: $hawks } }, speaks: udp }
        comparisons:
          post:
            question: Do hawks matter?
            job: post
            cross: { architecture: [direct], hawks: [0, 20 %] }
        """;

    private static readonly Models WithPigeons = Models.Shipped with
    {
        Technologies =
        [
            .. Models.Shipped.Technologies,
            CatalogEntry<Technology>.Of<CarrierPigeon, CarrierPigeonOptions>("carrier-pigeon", options => new CarrierPigeon(options)),
        ],
    };

    [Test]
    public void A_pigeon_takes_the_length_of_its_flight() =>
        Assert.That(Value("latency-max", "hawks=0"), Is.EqualTo(20 * 60).Within(0.1).Percent);

    // 2 replications of 20 · 100 letters: the standard deviation of the share is √(0.8 · 0.2 / 4000) = 0.0063; five of them.
    [Test]
    public void Hawks_take_their_share() => Assert.That(Value("delivery", "hawks=20 %"), Is.EqualTo(0.8).Within(0.032));

    [Test]
    public void Without_pigeons_among_the_models_a_scenario_cannot_name_them() =>
        Assert.That(
            () => ScenarioText.Load(Post),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("unknown technology 'carrier-pigeon'")
        );

    [Test]
    public void An_option_of_a_pigeon_is_checked_like_any_other() =>
        Assert.That(
            () => ScenarioText.Load(Post.Replace("20 min", "20 km", StringComparison.Ordinal), models: WithPigeons),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("flight: expected a duration such as '15 min', found '20 km'")
        );

    [Test]
    public void A_pigeon_says_so_in_the_effective_scenario() =>
        Assert.That(ScenarioText.Load(Post, models: WithPigeons).Text, Does.Contain("flight: 20 min"));

    // Twenty pigeons with their devices, and ten years of twenty lofts.
    [Test]
    public void Pigeons_and_lofts_are_paid_for() =>
        Assert.That(Value("cost-total", "hawks=0"), Is.EqualTo(20 * (20 + 10) + 20 * 5 * 10).Within(1e-9));

    [Test]
    public void Without_a_price_for_pigeons_the_study_is_refused() =>
        Assert.That(
            () => ScenarioText.Load(Post.Replace("carrier-pigeon: { mid", "dove: { mid", StringComparison.Ordinal), models: WithPigeons),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("unknown price 'dove'")
        );

    [Test]
    public void A_price_that_nobody_has_is_named() =>
        Assert.That(
            () =>
                ScenarioText.Load(
                    Post.Replace("    carrier-pigeon: { mid: 20 EUR, kind: devices }\n", "", StringComparison.Ordinal),
                    models: WithPigeons
                ),
            Throws
                .TypeOf<ScenarioException>()
                .With.Message.Contains(
                    "'carrier-pigeon' has to be paid for by the price 'carrier-pigeon', which neither the library nor this scenario has"
                )
        );

    private static double Value(string metric, string point)
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Post, models: WithPigeons));
        return results.Rows<RunRow>().Where(row => row.Metric == metric && row.Point == point).Average(row => row.Value);
    }
}
