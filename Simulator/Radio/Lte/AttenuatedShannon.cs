namespace M2mVsIoTSim.Radio.Lte;

/// <summary>Throughput of LTE with link adaptation and HARQ, by signal-to-noise ratio.</summary>
/// <remarks>
/// 3GPP TR 36.942 annex A.1 and A.2, from memory: Thr(SNR) = α · log2(1 + SNR), 0 below SNR_min and no more than Thr_max; typical urban, slow fading, one transmit and two receive
/// antennas. It is what arrives, repetitions by HARQ included.
/// </remarks>
/// <param name="Alpha">Attenuation α, what an implementation reaches of Shannon's bound [1].</param>
/// <param name="Greatest">Thr_max [bit/s/Hz].</param>
public sealed record AttenuatedShannon(double Alpha, double Greatest) : ILinkAdaptation
{
    /// <summary>SNR_min, QPSK of rate 1/8 and 1/5 with repetitions [dB].</summary>
    public const double LeastSnr = -10;

    /// <summary>Downlink, 64QAM of rate 4/5 at most: α 0.6, 4.4 bit/s/Hz.</summary>
    public static readonly AttenuatedShannon Downlink = new(0.6, 4.4);

    /// <summary>Uplink, 16QAM of rate 3/4 at most: α 0.4, 2.0 bit/s/Hz.</summary>
    public static readonly AttenuatedShannon Uplink = new(0.4, 2.0);

    /// <summary>Thr(SNR) [bit/s/Hz].</summary>
    /// <param name="snr">Signal-to-noise ratio [dB].</param>
    public double Efficiency(double snr) => snr < LeastSnr ? 0 : Math.Min(Greatest, Alpha * Math.Log2(1 + Decibels.ToLinear(snr)));
}
