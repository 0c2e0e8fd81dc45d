using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Statistics;
using ScottPlot;
using SkiaSharp;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class FigureTests
{
    private static readonly Lazy<IReadOnlyList<Figure>> Figures = new(() => Drawn(architectures: 4));

    [TestCase("metering-scale-overview")]
    [TestCase("metering-scale-scale-latency-p95-reading")]
    [TestCase("metering-scale-latency-reading")]
    [TestCase("metering-scale-waterfall-reading")]
    [TestCase("metering-scale-energy-meter")]
    [TestCase("metering-scale-losses-leak")]
    public void Every_kind_of_figure_is_drawn(string name) => Assert.That(Ink(Find(name).ToPng()), Is.GreaterThan(0.01));

    [TestCase("metering-scale-overview")]
    [TestCase("metering-scale-latency-reading")]
    [TestCase("metering-scale-waterfall-reading")]
    public void The_same_figure_gives_the_same_svg(string name)
    {
        var first = Find(name).ToSvg();

        Assert.That(Find(name).ToSvg(), Is.EqualTo(first));
    }

    [Test]
    public void The_same_figure_gives_the_same_png()
    {
        var first = Find("metering-scale-overview").ToPng();

        Assert.That(Find("metering-scale-overview").ToPng(), Is.EqualTo(first));
    }

    [Test]
    public void A_title_leaves_ink() => Assert.That(Blank("A title").ToPng(), Is.Not.EqualTo(Blank(" ").ToPng()));

    [Test]
    public void Dashes_survive_in_svg() =>
        // A dashed line is an outline with many parts; a plain stroke would have one.
        Assert.That(Find("metering-scale-latency-reading").ToSvg(), Does.Match("<path fill=\"#D55E00\" d=\"(M[^M\"]*){5,}"));

    [Test]
    public void A_figure_set_is_written_as_svg_and_png()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 2);

        var figures = FigureSet.Draw(folder.Path, FolderResults.Read(folder.Path).Of("metering-scale"));

        Assert.That(Directory.GetFiles(Path.Combine(folder.Path, "figures")), Has.Length.EqualTo(2 * figures.Drawn.Count));
    }

    [Test]
    public void Figures_that_are_not_drawn_any_more_are_removed()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 1);
        var figures = Directory.CreateDirectory(Path.Combine(folder.Path, "figures")).FullName;
        File.WriteAllText(Path.Combine(figures, "metering-scale-of-an-older-version.svg"), "");
        File.WriteAllText(Path.Combine(figures, "another-comparison.svg"), "");

        FigureSet.Draw(folder.Path, FolderResults.Read(folder.Path).Of("metering-scale"));

        Assert.That(
            Directory.GetFiles(figures).Select(Path.GetFileName),
            Has.None.EqualTo("metering-scale-of-an-older-version.svg").And.Member("another-comparison.svg")
        );
    }

    [Test]
    public void An_unknown_comparison_is_refused()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 1);

        Assert.That(
            () => FolderResults.Read(folder.Path).Of("metring"),
            Throws.ArgumentException.With.Message.Contains("It holds: metering-scale")
        );
    }

    [Test]
    public void One_replication_still_gives_figures()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 1);

        Assert.That(FigureSet.Draw(folder.Path, FolderResults.Read(folder.Path).Of("metering-scale")).Drawn, Is.Not.Empty);
    }

    [Test]
    public void A_comparison_without_results_has_no_figures() =>
        Assert.That(FigureSet.Of(ComparisonResults.Of(new("", SampleStudy.Manifest(), [], [], [], []), "metering-scale")), Is.Empty);

    [TestCase(0.0)]
    [TestCase(-3.0)]
    [TestCase(1e9)]
    public void Odd_values_can_be_drawn(double value)
    {
        RunRow[] runs =
        [
            new("metering-scale", "direct", "m2m", "", 1, "", "components", value, "1"),
            new("metering-scale", "brokered", "iot", "", 1, "", "components", 2, "1"),
        ];
        var results = ComparisonResults.Of(new("", SampleStudy.Manifest(), runs, [], [], []), "metering-scale");

        Assert.That(FigureSet.Of(results).Select(figure => figure.ToSvg()), Has.All.Contains("<svg"));
    }

    /// <summary>A font that only a call into native code still uses would be collected in the midst of it, which ends the process.</summary>
    [Test]
    public void Fonts_outlive_their_use()
    {
        var first = FigureFont.Of(13, bold: false);

        Assert.That(FigureFont.Of(13, bold: false), Is.SameAs(first));
    }

    private static Figure Find(string name) => Figures.Value.First(figure => figure.Name == name);

    private static IReadOnlyList<Figure> Drawn(int architectures)
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, architectures, replications: 3);
        return FigureSet.Of(ComparisonResults.Of(ResultFolder.Read(folder.Path), "metering-scale"));
    }

    private static Sheet Blank(string title) =>
        new(title, [new Panel("", new Plot(), "", _ => new ScottPlot.TickGenerators.EmptyTickGenerator())], [], 100, 1, [], "");

    private static double Ink(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels.Count(pixel => pixel != SKColors.White) / (double)bitmap.Pixels.Length;
    }
}
