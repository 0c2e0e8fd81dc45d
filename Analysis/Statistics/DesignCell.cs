using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>A cell of a comparison.</summary>
/// <param name="Architecture">Its architecture.</param>
/// <param name="Point">Its design point; empty when nothing is swept.</param>
public readonly record struct DesignCell(string Architecture, string Point)
{
    /// <summary>The cell for a reader, such as <c>direct (lte-cat1, meter.count 100)</c>.</summary>
    public string Text => Point.Length == 0 ? Architecture : $"{Architecture} ({Readable.Point(Point)})";

    /// <summary>The cell as cases name it: architecture/point.</summary>
    public override string ToString() => Point.Length == 0 ? Architecture : $"{Architecture}/{Point}";
}
