namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Macro cells in the country: 3GPP TR 38.901 table 7.4.1-1 (RMa) and table 7.4.2-1, buildings of 5 m, streets of 20 m.</summary>
/// <remarks>Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>; correlation distances of table 7.5-6.</remarks>
public sealed class RuralMacroModel : PathLossModel
{
    private const double BuildingHeight = 5;
    private const double StreetWidth = 20;

    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(0.5e9, 30e9), new(10, 10_000), new(10, 150), new(1, 10));

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var near = link.AtLeast(Domain.Distance.Low);
        var sight = InSight(near);
        return inSight ? sight : Math.Max(sight, OutOfSight(near));
    }

    /// <inheritdoc/>
    public override double SightProbability(in LinkGeometry link) => link.Ground <= 10 ? 1 : Math.Exp(-(link.Ground - 10) / 1000);

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) =>
        !inSight ? 8
        : link.Ground <= Breakpoint.InCountry(link) ? 4
        : 6;

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => inSight ? 37 : 120;

    private static double InSight(in LinkGeometry link)
    {
        var breakpoint = Breakpoint.InCountry(link);
        return link.Ground <= breakpoint
            ? BeforeBreakpoint(link.Slant, link.Gigahertz)
            : BeforeBreakpoint(breakpoint, link.Gigahertz) + 40 * Math.Log10(link.Slant / breakpoint);
    }

    private static double BeforeBreakpoint(double distance, double gigahertz)
    {
        var roughness = Math.Pow(BuildingHeight, 1.72);
        return 20 * Math.Log10(40 * Math.PI * distance * gigahertz / 3)
            + Math.Min(0.03 * roughness, 10) * Math.Log10(distance)
            - Math.Min(0.044 * roughness, 14.77)
            + 0.002 * Math.Log10(BuildingHeight) * distance;
    }

    private static double OutOfSight(in LinkGeometry link)
    {
        var clearance = BuildingHeight / link.StationHeight;
        var logStation = Math.Log10(link.StationHeight);
        var logDevice = Math.Log10(11.75 * link.DeviceHeight);
        return 161.04
            - 7.1 * Math.Log10(StreetWidth)
            + 7.5 * Math.Log10(BuildingHeight)
            - (24.37 - 3.7 * clearance * clearance) * logStation
            + (43.42 - 3.1 * logStation) * (Math.Log10(link.Slant) - 3)
            + 20 * Math.Log10(link.Gigahertz)
            - (3.2 * logDevice * logDevice - 4.97);
    }
}
