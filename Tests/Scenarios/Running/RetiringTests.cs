using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

public sealed class RetiringTests
{
    /// <summary>A bill of ten years for a network that is being switched off is told; for one that is there to stay, nothing is.</summary>
    [TestCase("gprs", "gprs may not be there for the 10 years of the bill: operators in North America, Japan and Australia")]
    [TestCase("lte-cat1", null)]
    public void A_network_that_may_be_switched_off_within_the_horizon_is_told(string access, string? says)
    {
        using var bench = new ResultBench();
        bench.Run(ScenarioText.Load(ScenarioText.Metering.Replace("[lte-cat1, lorawan-eu868]", $"[{access}]", StringComparison.Ordinal)));

        Assert.That(
            ResultFolder.Read(bench.Path).Manifest.Comparisons.Single().Warnings,
            says is null ? Has.None.Contains("may not be there") : Has.One.StartsWith(says)
        );
    }
}
