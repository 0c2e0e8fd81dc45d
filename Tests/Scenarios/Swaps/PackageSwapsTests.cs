using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Swaps;

/// <summary>What <c>why</c> of a comparison runs, and what comes of it.</summary>
public sealed class PackageSwapsTests
{
    /// <summary>Another protocol on the way to a broker, over another path.</summary>
    private static readonly string Packages = ScenarioText
        .Metering.Replace(
            "{ from: meter, to: broker, over: [$access, operator-core, internet], speaks: push }",
            "{ from: meter, to: broker, over: [$access, apn-vpn], speaks: mqtt }"
        )
        .Replace(
            "access: [lte-cat1, lorawan-eu868] }",
            "access: [lte-cat1, gprs] }\n    replications: 2\n    why: { from: direct, to: mediated, at: { access: gprs } }"
        );

    [Test]
    public void Mixtures_are_run_beside_the_question()
    {
        var study = ScenarioText.Load(Packages);

        Assert.That(
            study.AllCells.Except(study.Cells).Select(cell => cell.Id),
            Is.EqualTo(["metering~swaps/direct+mediated.path/access=gprs", "metering~swaps/direct+mediated.protocol.mediation/access=gprs"])
        );
    }

    [Test]
    public void The_shares_of_a_package_sum_to_its_gap()
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(Packages));
        var results = ComparisonResults.Of(ResultFolder.Read(bench.Path), "metering");
        var (question, found) = GapQuestions.Of(results)[^1];
        var gaps = GapShares.Of(found, question);

        Assert.That(
            gaps.Select(gap => gap.Shares.Sum(share => share.Share.Mean) - gap.Gap.Mean),
            Is.All.EqualTo(0).Within(1e-9 * gaps.Max(gap => Math.Abs(gap.From.Mean)))
        );
        Assert.That(gaps[0].Shares.Select(share => share.Name), Is.EqualTo(["path", "protocol + mediation"]));
        Assert.That(
            gaps.Single(gap => gap is { Metric.Name: "cost-total" }).Gap.Mean,
            Is.EqualTo(CostOf(results, "mediated") - CostOf(results, "direct")).Within(1e-6)
        );
    }

    [Test]
    public void Architectures_that_join_other_things_are_refused() =>
        Assert.That(
            () =>
                ScenarioText.Load(
                    Packages.Replace(
                        "- { from: broker, to: utility, over: internet, speaks: push }",
                        "- { from: utility, to: broker, over: internet, speaks: push }"
                    )
                ),
            Throws
                .TypeOf<ScenarioException>()
                .With.Message.Contains(
                    "the hops of 'direct' and 'mediated' do not correspond: 'direct' joins meter → head-end, head-end → utility; 'mediated' joins meter → broker, utility → broker"
                )
        );

    private static double CostOf(ComparisonResults results, string architecture) =>
        results.Find(architecture, "access=gprs", "", "cost-total")!.Mean;
}
