using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class ContrastTests
{
    private const string Point = "access=lte-m,meter.count=100";

    [Test]
    public void Architectures_are_told_apart() =>
        Assert.That(Contrast.Of(Results("lte-m", "sigfox-rc1")).Select(one => one.Suffix), Is.EqualTo([""]));

    [Test]
    public void Three_words_of_a_factor_are_told_apart_too() =>
        Assert.That(
            Contrast.Of(Results(["direct", "brokered"], "lte-m", "sigfox-rc1", "nb-fi")).Select(one => one.Suffix),
            Is.EqualTo(["", "-by-access"])
        );

    [Test]
    public void One_architecture_is_not_told_apart_from_itself() =>
        Assert.That(Contrast.Of(Results("lte-m", "sigfox-rc1", "nb-fi")).Select(one => one.Suffix), Is.EqualTo(["-by-access"]));

    [Test]
    public void A_curve_of_a_factor_is_one_of_its_values() => Assert.That(ByAccess().CurveOf("direct", Point), Is.EqualTo("lte-m"));

    [Test]
    public void The_architecture_heads_a_panel_whose_curves_are_of_a_factor() =>
        Assert.That(ByAccess().PanelOf("direct", Point, "meter.count").Title, Is.EqualTo("direct"));

    [Test]
    public void A_factor_without_an_axis_heads_its_panel() =>
        Assert.That(ByAccess().PanelOf("direct", Point).Title.Replace('\u00A0', ' '), Is.EqualTo("direct, meter.count 100"));

    [Test]
    public void Values_without_results_have_no_curve() => Assert.That(ByAccess().Curves, Is.EqualTo(["lte-m", "sigfox-rc1", "nb-fi"]));

    private static Contrast ByAccess() => Contrast.Of(Results("lte-m", "sigfox-rc1", "nb-fi", "gprs")).Last();

    private static ComparisonResults Results(params string[] access) => Results(["direct"], access);

    private static ComparisonResults Results(string[] architectures, params string[] access)
    {
        var manifest = SampleStudy.Manifest();
        var comparison = manifest.Comparisons[0] with { Factors = [new("access", access), new("meter.count", ["100", "1000"])] };
        RunRow[] runs =
        [
            .. access
                .Where(one => one != "gprs")
                .SelectMany(one =>
                    architectures.Select(name => new RunRow(
                        comparison.Name,
                        name,
                        "m2m",
                        $"access={one},meter.count=100",
                        1,
                        "",
                        "components",
                        1,
                        "1"
                    ))
                ),
        ];
        return ComparisonResults.Of(new("", manifest with { Comparisons = [comparison] }, runs, [], [], []), comparison.Name);
    }
}
