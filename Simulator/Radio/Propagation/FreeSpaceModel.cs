namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Free space, no shadowing. Friis 1946.</summary>
public sealed class FreeSpaceModel : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain => PathLossDomain.Unlimited;

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight) => PathLoss.FreeSpace(Math.Max(link.Slant, 1), link.Carrier);

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => 0;
}
