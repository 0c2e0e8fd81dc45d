namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Measured over land in Oulu at 868 MHz from a base antenna at 24 m, with cars and on foot.</summary>
/// <remarks>Petäjäjärvi et al., ITST 2015, as carried in FLoRa; the range of distances is that of the measurements.</remarks>
public sealed class OuluModel : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(863e6, 870e6), new(100, 15_000), new(10, 50), NumberRange.All);

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight) => PathLoss.Oulu(Math.Max(link.Slant, 1));

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => 7.8;
}
