using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>A file may give technologies with options a name of its own; what is read and mistaken is in CanSay and Malformed.</summary>
public sealed class NamedTechnologyTests
{
    private static readonly IReadOnlyList<Cell> Cells = Study.Load(Repository.PathOf("CanSay", "named-technologies.yaml")).Cells;

    [Test]
    public void A_name_stands_for_the_technology_with_its_options() =>
        Assert.That(
            Cells
                .Select(cell => cell.Plan.Options.Last(use => use.Model == "internet").Options)
                .Cast<InternetOptions>()
                .Max(o => o.RoundTrip),
            Is.EqualTo(90.Milliseconds)
        );

    [TestCase("4g", "lte-cat1")]
    [TestCase("5g", "nr-embb")]
    [TestCase("fibre", "fibre")]
    public void A_parameter_may_name_it(string radio, string technology) =>
        Assert.That(
            Cells.Where(cell => cell.Point["radio"] == radio).Select(cell => cell.Plan.Edges[0].Technologies.First().Name),
            Is.Not.Empty.And.All.EqualTo(technology)
        );

    [Test]
    public void Its_options_may_be_parameters() =>
        Assert.That(
            Cells
                .SelectMany(cell => cell.Plan.Options.Select(use => (cell.Point, use.Options)))
                .Where(use => use.Options is LteCat1Options)
                .Select(use => (use.Point["load"], ((LteCat1Options)use.Options).BackgroundLoad))
                .Distinct(),
            Is.EquivalentTo([("0.2", 0.2), ("0.6", 0.6)])
        );

    [Test]
    public void The_names_of_parameters_stay_in_the_effective_scenario() =>
        Assert.That(
            Study.Load(Repository.PathOf("CanSay", "named-technologies.yaml")).Text,
            Does.Contain("radio: [4g, 5g, fibre]").And.Contain("background-load: $load")
        );
}
