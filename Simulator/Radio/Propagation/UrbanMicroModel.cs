namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Street canyons with stations below the roofs: 3GPP TR 38.901 table 7.4.1-1 (UMi) and table 7.4.2-1.</summary>
/// <remarks>Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>; correlation distances of table 7.5-6.</remarks>
public sealed class UrbanMicroModel : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(0.5e9, 100e9), new(10, 5000), new(5, 15), new(1.5, 22.5));

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var near = link.AtLeast(Domain.Distance.Low);
        var sight = InSight(near);
        return inSight
            ? sight
            : Math.Max(sight, 22.4 + 35.3 * Math.Log10(near.Slant) + 21.3 * Math.Log10(near.Gigahertz) - 0.3 * (near.DeviceHeight - 1.5));
    }

    /// <inheritdoc/>
    public override double SightProbability(in LinkGeometry link)
    {
        var share = 18 / Math.Max(link.Ground, 18);
        return share + Math.Exp(-link.Ground / 36) * (1 - share);
    }

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => inSight ? 4 : 7.82;

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => inSight ? 10 : 13;

    private static double InSight(in LinkGeometry link)
    {
        var breakpoint = Breakpoint.InTown(link);
        var atCarrier = 32.4 + 20 * Math.Log10(link.Gigahertz);
        var drop = link.StationHeight - link.DeviceHeight;
        return link.Ground <= breakpoint
            ? atCarrier + 21 * Math.Log10(link.Slant)
            : atCarrier + 40 * Math.Log10(link.Slant) - 9.5 * Math.Log10(breakpoint * breakpoint + drop * drop);
    }
}
