namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Offices on one floor: 3GPP TR 38.901 table 7.4.1-1 (InH) and table 7.4.2-1, mixed office.</summary>
/// <remarks>Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>; correlation distances of table 7.5-6.</remarks>
public sealed class IndoorOfficeModel : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(0.5e9, 100e9), new(1, 150), NumberRange.All, NumberRange.All);

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var distance = Math.Max(link.Slant, 1);
        var sight = 32.4 + 17.3 * Math.Log10(distance) + 20 * Math.Log10(link.Gigahertz);
        return inSight ? sight : Math.Max(sight, 17.3 + 38.3 * Math.Log10(distance) + 24.9 * Math.Log10(link.Gigahertz));
    }

    /// <inheritdoc/>
    public override double SightProbability(in LinkGeometry link) =>
        link.Ground <= 1.2 ? 1
        : link.Ground < 6.5 ? Math.Exp(-(link.Ground - 1.2) / 4.7)
        : 0.32 * Math.Exp(-(link.Ground - 6.5) / 32.6);

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => inSight ? 3 : 8.03;

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => inSight ? 10 : 6;
}
