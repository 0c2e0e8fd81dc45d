namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>A loss at 1 m and an exponent, over the slant distance; shadowing is the user's.</summary>
/// <param name="exponent">γ [1].</param>
/// <param name="reference">Loss at 1 m [dB].</param>
public sealed class LogDistanceModel(double exponent, double reference) : PathLossModel
{
    /// <inheritdoc/>
    public override PathLossDomain Domain => PathLossDomain.Unlimited;

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight) => PathLoss.LogDistance(link.Slant, exponent, reference);

    /// <summary>4 dB: Magrin et al., ICC 2017, as in signetlabdei/lorawan.</summary>
    public override double Shadowing(in LinkGeometry link, bool inSight) => 4;

    /// <summary>110 m: Magrin et al., ICC 2017, as in signetlabdei/lorawan.</summary>
    public override double CorrelationDistance(bool inSight) => 110;
}
