namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>Okumura–Hata, and its COST 231 extension above 1500 MHz.</summary>
/// <remarks>The models are medians: 8 dB of shadowing, for macro cells, is the figure of 3GPP TR 45.820 annex D (from memory), with 110 m as there.</remarks>
public sealed class HataModel(HataEnvironment environment) : PathLossModel
{
    /// <summary>Where COST 231 takes over [Hz].</summary>
    private const double Cost231From = 1500e6;

    /// <inheritdoc/>
    public override PathLossDomain Domain { get; } = new(new(150e6, 2000e6), new(1000, 20_000), new(30, 200), new(1, 10));

    /// <inheritdoc/>
    public override double Median(in LinkGeometry link, bool inSight)
    {
        var distance = Math.Max(link.Ground, 1);
        return link.Carrier.Hertz <= Cost231From
            ? PathLoss.OkumuraHata(distance, link.Carrier, link.StationHeight, link.DeviceHeight, environment)
            : PathLoss.Cost231Hata(distance, link.Carrier, link.StationHeight, link.DeviceHeight, environment);
    }

    /// <inheritdoc/>
    public override double Shadowing(in LinkGeometry link, bool inSight) => 8;

    /// <inheritdoc/>
    public override double CorrelationDistance(bool inSight) => 110;
}
