namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Urban macro cells: 3GPP TR 38.901 table 7.4.1-1 (UMa) and table 7.4.2-1.</summary>
/// <remarks>
/// Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>. The height of the environment is 1 m throughout; TR 38.901 draws it for devices above
/// 13 m. Correlation distances of table 7.5-6.
/// </remarks>
public sealed class UrbanMacroModel : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(0.5e9, 100e9), new(10, 5000), new(20, 30), new(1.5, 22.5));

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var near = link.AtLeast(Domain.Distance.Low);
        var sight = InSight(near);
        return inSight
            ? sight
            : Math.Max(sight, 13.54 + 39.08 * Math.Log10(near.Slant) + 20 * Math.Log10(near.Gigahertz) - 0.6 * (near.DeviceHeight - 1.5));
    }

    /// <inheritdoc/>
    public override double SightProbability(in LinkGeometry link)
    {
        if (link.Ground <= 18)
        {
            return 1;
        }

        var share = 18 / link.Ground;
        var low = share + Math.Exp(-link.Ground / 63) * (1 - share);
        var height = link.DeviceHeight <= 13 ? 0 : Math.Pow((link.DeviceHeight - 13) / 10, 1.5);
        return Math.Min(1, low * (1 + height * 1.25 * Math.Pow(link.Ground / 100, 3) * Math.Exp(-link.Ground / 150)));
    }

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => inSight ? 4 : 6;

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => inSight ? 37 : 50;

    private static double InSight(in LinkGeometry link)
    {
        var breakpoint = Breakpoint.InTown(link);
        var atCarrier = 28 + 20 * Math.Log10(link.Gigahertz);
        var drop = link.StationHeight - link.DeviceHeight;
        return link.Ground <= breakpoint
            ? atCarrier + 22 * Math.Log10(link.Slant)
            : atCarrier + 40 * Math.Log10(link.Slant) - 9 * Math.Log10(breakpoint * breakpoint + drop * drop);
    }
}
