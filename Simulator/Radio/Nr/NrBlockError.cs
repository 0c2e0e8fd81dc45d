namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Block error rate of the LDPC codes of NR by signal-to-noise ratio.</summary>
/// <remarks>
/// The normal approximation of <see cref="FiniteBlockLength"/> with a gap that the implementation loses, by modulation: 1.05, 1.45, 1.95 and 2.6 dB. The first three are fitted to the tables that NVlabs/sionna ships
/// (<c>PDSCH_table1.json</c>), the last is from memory. Residuals: 0.15 dB for QPSK and 16QAM, 0.2 dB for 64QAM with blocks of 500 bits and more; blocks of 100 bits up to 0.3 dB, with MCS 25 and above up to
/// 1.7 dB. Those tables end at 1e-4: below, this is an extrapolation. Validated by the suite <c>nr-block-error</c>.
/// </remarks>
public static class NrBlockError
{
    /// <summary>Loss against the normal approximation [dB].</summary>
    /// <param name="order">Qm [bit].</param>
    public static double Gap(int order) =>
        order switch
        {
            2 => 1.05,
            4 => 1.45,
            6 => 1.95,
            8 => 2.6,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "NR has modulations of 2, 4, 6 and 8 bits."),
        };

    /// <summary>Probability that a code block fails [1].</summary>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="bits">k, with check sums [bit].</param>
    /// <param name="snr">Of a resource element [dB].</param>
    public static double Rate(NrModulation modulation, int bits, double snr) => Of(modulation, bits, Decibels.ToLinear(snr));

    /// <summary>Probability that a code block fails [1].</summary>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="bits">k, with check sums [bit].</param>
    /// <param name="ratio">Signal-to-noise ratio of a resource element [1]; certain failure at 0.</param>
    public static double Of(NrModulation modulation, int bits, double ratio)
    {
        var effective = ratio / Decibels.ToLinear(Gap(modulation.Order));
        return effective <= 1e-12 ? 1 : GaussianTail.Of(FiniteBlockLength.Margin(bits / modulation.Efficiency, bits, effective));
    }

    /// <summary>Probability that a transport block fails, any of its code blocks, which fail independently [1].</summary>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="size">Of the transport block [bit].</param>
    /// <param name="ratio">Signal-to-noise ratio of a resource element [1].</param>
    public static double OfTransportBlock(NrModulation modulation, int size, double ratio)
    {
        var (count, bits) = NrTransportBlock.CodeBlocks(size, modulation.Rate);
        var rate = Of(modulation, bits, ratio);
        return count == 1 ? rate : 1 - Math.Pow(1 - rate, count);
    }

    /// <summary>Signal-to-noise ratio at which a rate falls to a target [dB].</summary>
    /// <param name="rate">Falls with the ratio [1] that it is given.</param>
    /// <param name="target">Above 0 and below 1 [1].</param>
    public static double Required(Func<double, double> rate, double target)
    {
        ArgumentNullException.ThrowIfNull(rate);
        var (low, high) = (-40.0, 100.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            if (rate(Decibels.ToLinear(middle)) > target)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    /// <summary>Signal-to-noise ratio at which a code block fails with a probability [dB].</summary>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="bits">k, with check sums [bit].</param>
    /// <param name="target">The probability [1].</param>
    public static double RequiredSnr(NrModulation modulation, int bits, double target) =>
        Required(ratio => Of(modulation, bits, ratio), target);
}
