using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class FacetPointsTests
{
    private static readonly ComparisonResults Results = Read();

    [Test]
    public void Of_a_sweep_the_first_and_last_values_are_shown() =>
        Assert.That(FacetPoints.Choose(Results, 6), Has.Count.EqualTo(6).And.All.EndsWith("00").And.None.EndsWith("=1000"));

    [Test]
    public void Where_even_those_are_too_many_the_last_values_are_shown() =>
        Assert.That(FacetPoints.Choose(Results, 3), Has.Count.EqualTo(3).And.All.EndsWith("=100000"));

    [Test]
    public void All_points_are_shown_where_there_is_room() => Assert.That(FacetPoints.Choose(Results, 12), Has.Count.EqualTo(12));

    [Test]
    public void Points_stand_in_the_order_of_the_file() => Assert.That(Results.Points[1], Is.EqualTo("access=lte-cat1,meter.count=1000"));

    [Test]
    public void A_heading_names_numbers_and_not_words() =>
        Assert.That(
            Readable.Point("access=lte-cat1,meter.count=10000").Replace('\u00A0', ' ').Replace('\u202F', ' '),
            Is.EqualTo("lte-cat1, meter.count 10 000")
        );

    [TestCase("5g")]
    [TestCase("lte-m")]
    public void A_word_is_no_number(string value) =>
        Assert.That(NumericFactor.Of(SampleStudy.Manifest().Comparisons[0] with { Factors = [new("access", [value, "6g"])] }), Is.Null);

    [Test]
    public void Numbers_with_the_same_unit_are_numeric() =>
        Assert.That(
            NumericFactor.Of(SampleStudy.Manifest().Comparisons[0] with { Factors = [new("every", ["15 min", "5 min"])] })!.Values[0].Value,
            Is.EqualTo(5)
        );

    private static ComparisonResults Read()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 1);
        return ComparisonResults.Of(ResultFolder.Read(folder.Path), "metering-scale");
    }
}
