using M2mVsIoTSim.Analysis.Figures;
using ScottPlot;
using ScottPlot.Plottables;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class WhiskerTests
{
    [Test]
    public void An_upright_interval_reaches_from_its_lower_to_its_upper_end()
    {
        var plot = new Plot();

        Whisker.Upright(plot, low: 2, high: 10, at: 5, cap: 0.5, Colors.Black);

        Assert.That(plot.GetPlottables<LinePlot>().Select(line => (line.Start.Y, line.End.Y)), Is.EqualTo([(2, 10), (2, 2), (10, 10)]));
    }

    [Test]
    public void A_lying_interval_reaches_from_its_lower_to_its_upper_end()
    {
        var plot = new Plot();

        Whisker.Across(plot, low: 2, high: 10, at: 5, cap: 0, Colors.Black);

        Assert.That(plot.GetPlottables<LinePlot>().Select(line => (line.Start.X, line.End.X)), Is.EqualTo([(2, 10)]));
    }
}
