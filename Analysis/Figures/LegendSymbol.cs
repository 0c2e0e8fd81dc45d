namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>What stands before a label of the legend.</summary>
internal enum LegendSymbol
{
    /// <summary>A filled part of a bar.</summary>
    Swatch,

    /// <summary>A marker alone.</summary>
    Marker,

    /// <summary>A marker on a line.</summary>
    Line,

    /// <summary>A dashed line without a marker: what the job demands.</summary>
    Demand,
}
