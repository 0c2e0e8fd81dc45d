using ScottPlot;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>One of the plots of a sheet.</summary>
/// <param name="Title">What this plot shows in contrast to its neighbours; may be empty.</param>
/// <param name="Plot">The plot.</param>
/// <param name="BottomTitle">Name of the horizontal axis, with its unit.</param>
/// <param name="BottomTicks">Ticks of the horizontal axis for a width in pixels.</param>
internal sealed record Panel(string Title, Plot Plot, string BottomTitle, Func<float, ITickGenerator> BottomTicks);
