using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>A factor is where it stands: the same networks before the rules or behind them are two paths.</summary>
public sealed class WaysTests
{
    private static readonly Lazy<Dictionary<string, Plan>> Homes = new(() =>
        Study
            .Load(Repository.Shipped, new RunRequest { Comparisons = ["smart-home-frame"], Quick = true })
            .Cells.GroupBy(cell => cell.Architecture)
            .ToDictionary(cells => cells.Key, cells => cells.First().Plan)
    );

    [TestCase("home-hub-direct", "home-hub-brokered", "mediation")]
    [TestCase("home-remote-direct", "home-remote-brokered", "mediation")]
    [TestCase("home-hub-direct", "home-remote-direct", "wide-area path")]
    [TestCase("home-hub-brokered", "home-remote-brokered", "wide-area path")]
    [TestCase("home-hub-direct", "home-remote-brokered", "mediation, wide-area path")]
    public void Rules_in_the_house_and_far_away_differ_in_the_path(string one, string other, string factors) =>
        Assert.That(
            string.Join(", ", Footing.Differences(Homes.Value[one], Homes.Value[other]).Select(difference => difference.Factor)),
            Is.EqualTo(factors)
        );

    [Test]
    public void What_differs_is_told_for_the_relations_that_it_concerns()
    {
        var (_, near, far) = Footing.Differences(Homes.Value["home-hub-direct"], Homes.Value["home-remote-direct"]).Single();

        Assert.That(near, Does.StartWith("press").And.Contain("office-lan"));
        Assert.That(far, Does.StartWith("press").And.Contain("internet"));
    }
}
