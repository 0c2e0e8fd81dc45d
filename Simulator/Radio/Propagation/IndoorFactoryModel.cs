namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Factory halls: 3GPP TR 38.901 table 7.4.1-1 (InF) and table 7.4.2-1.</summary>
/// <remarks>
/// Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>. Clutter of 10 m size and 20 % density where it is sparse, 2 m and 60 % where it is dense, 6 m
/// high: the densities and the height are our choice within the table's ranges. Correlation distance 10 m.
/// </remarks>
public sealed class IndoorFactoryModel(FactoryClutter clutter) : PathLossModel
{
    private const double ClutterHeight = 6;

    private bool IsDense => clutter is FactoryClutter.DenseLow or FactoryClutter.DenseHigh;

    private bool IsHigh => clutter is FactoryClutter.SparseHigh or FactoryClutter.DenseHigh;

    /// <inheritdoc/>
    public override PathLossDomain Domain =>
        new(new(0.5e9, 100e9), new(1, 600), IsHigh ? new(ClutterHeight, 25) : new(1, ClutterHeight), new(1, ClutterHeight));

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var (distance, carrier) = (Math.Log10(Math.Max(link.Slant, 1)), Math.Log10(link.Gigahertz));
        var sight = 31.84 + 21.5 * distance + 19 * carrier;
        if (inSight)
        {
            return sight;
        }

        var sparseLow = 33 + 25.5 * distance + 20 * carrier;
        var own = clutter switch
        {
            FactoryClutter.SparseLow => sparseLow,
            FactoryClutter.DenseLow => Math.Max(sparseLow, 18.6 + 35.7 * distance + 20 * carrier),
            FactoryClutter.SparseHigh => 32.4 + 23 * distance + 20 * carrier,
            _ => 33.63 + 21.9 * distance + 20 * carrier,
        };
        return Math.Max(sight, own);
    }

    /// <inheritdoc/>
    public override double SightProbability(in LinkGeometry link)
    {
        var (size, density) = IsDense ? (2.0, 0.6) : (10.0, 0.2);
        var scale = -size / Math.Log(1 - density);
        if (IsHigh)
        {
            scale *= Math.Max(link.StationHeight - link.DeviceHeight, 0.1) / Math.Max(ClutterHeight - link.DeviceHeight, 0.1);
        }

        return Math.Exp(-link.Ground / scale);
    }

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) =>
        inSight
            ? 4.3
            : clutter switch
            {
                FactoryClutter.SparseLow => 5.7,
                FactoryClutter.DenseLow => 7.2,
                FactoryClutter.SparseHigh => 5.9,
                _ => 4.0,
            };

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => 10;
}
