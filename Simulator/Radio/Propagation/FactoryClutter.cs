namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>What stands in a factory hall, and where the station hangs: TR 38.901 table 7.2-4.</summary>
public enum FactoryClutter
{
    /// <summary>Sparse clutter, station below the clutter's height (SL).</summary>
    SparseLow,

    /// <summary>Dense clutter, station below the clutter's height (DL).</summary>
    DenseLow,

    /// <summary>Sparse clutter, station above it (SH).</summary>
    SparseHigh,

    /// <summary>Dense clutter, station above it (DH).</summary>
    DenseHigh,
}
