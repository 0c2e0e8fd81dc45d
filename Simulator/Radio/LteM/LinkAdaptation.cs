namespace M2mVsIoTSim.Radio.LteM;

/// <summary>Repetitions, and the fastest format, by signal-to-noise ratio: derived, as no public link-level table of LTE-M is at hand.</summary>
/// <remarks>
/// <para>A block fails with 10 % if <see cref="FiniteBlockLength"/> says so of its k bits and 24 of check sum, with the gaps of 1.05 dB (QPSK) and 1.45 dB (16QAM) that fit the link
/// curves of modern codes in Sionna. Repetitions in R subframes of n symbols go on with the redundancy of the code as far as its rate of 1/3 goes, then repeat it: there are
/// min(R n, 3 k / Q) different symbols, Q bits each, among which the power of all is shared; less than 1/0.93 coded bits for each bit are not decodable.</para>
/// <para>Of the ratio γ of a resource element there remain: γ g, as Rayleigh fading over L independent branches falls below g in 10 % of cases (the 10 % quantile of a gamma
/// distribution of shape L and mean 1); L = 2 for two antennas at the base station, twice that when repetitions hop between two narrowbands, which they do after
/// 8 subframes; and of that ρ the ratio ρ² τ / (1 + ρ + ρ τ) after a channel estimate from τ pilots (Hassibi and Hochwald, IEEE Trans. Information Theory 49(4), 2003), taken together
/// within a resource block over up to 8 subframes.</para>
/// <para>Symbols and pilots of a resource block and subframe: uplink 144 and 24 (two DM-RS symbols); downlink 120 and 8 (three control symbols or their like, two antenna ports of
/// cell-specific reference signals), TS 36.211, from memory. Two receive antennas add their power in the uplink; two transmit antennas add diversity only in the downlink.</para>
/// </remarks>
public static class LinkAdaptation
{
    /// <summary>Share of blocks that are lost [1].</summary>
    public const double BlockError = 0.1;

    /// <summary>Receive antennas of a base station [1].</summary>
    public const int Antennas = 2;

    /// <summary>Subframes until repetitions hop to the other narrowband, and over which a channel estimate extends [1].</summary>
    public const int HoppingInterval = 8;

    /// <summary>Mean of two exponential gains that is not reached in 10 % of cases [1].</summary>
    private const double TwoBranches = 0.26591;

    /// <summary>Mean of four exponential gains that is not reached in 10 % of cases [1].</summary>
    private const double FourBranches = 0.43619;

    private const int CheckBits = 24;
    private const double MotherRate = 1.0 / 3;

    /// <summary>TS 36.213 §7.1.7: a block of a greater code rate may be given up [1].</summary>
    private const double GreatestRate = 0.93;

    /// <summary>Downlink control information with its check sum, formats 6-0 and 6-1, from memory [bit].</summary>
    private const int ControlBits = 46;

    /// <summary>SNR of PUCCH format 1a in one subframe, TR 36.888 table 5.2.1.2-2, from memory [dB].</summary>
    private const double FeedbackSnr = -7.8;

    private static readonly double QpskGap = Decibels.ToLinear(1.05);
    private static readonly double Qam16Gap = Decibels.ToLinear(1.45);

    /// <summary>Repetitions of MPDCCH [1].</summary>
    private static readonly int[] ControlRepetitions = [1, 2, 4, 8, 16, 32, 64, 128, 256];

    /// <summary>Repetitions of PUCCH [1].</summary>
    private static readonly int[] FeedbackRepetitions = [1, 2, 4, 8, 16, 32, 64, 128];

    /// <summary>A device sends: the shortest format, of equally short ones that of the fewest resource blocks.</summary>
    /// <param name="bits">Bits of the transport block that are needed, 1 to 1000 [bit].</param>
    /// <param name="snr">Signal-to-noise ratio at one antenna if the power is spread over one resource block [dB].</param>
    /// <param name="mode">Which repetitions there are.</param>
    /// <returns>The format; null if none suffices.</returns>
    public static SharedChannelFormat? Uplink(int bits, double snr, CoverageMode mode)
    {
        SharedChannelFormat? best = null;
        for (var blocks = 1; blocks <= (mode == CoverageMode.A ? TransportBlocks.Narrowband : 2); blocks++)
        {
            // In mode B one resource block has the sizes of three, two have those of six: TS 36.213 §8.6.2, from memory.
            var column = mode == CoverageMode.A ? blocks : 3 * blocks;
            var ratio = Antennas * Decibels.ToLinear(snr) / blocks;
            best = Shorter(best, Shortest(bits, blocks, column, ratio, mode, Direction.Up));
        }

        return best;
    }

    /// <summary>A device receives: the shortest format.</summary>
    /// <param name="bits">Bits of the transport block that are needed, 1 to 1000 [bit].</param>
    /// <param name="snr">Signal-to-noise ratio [dB].</param>
    /// <param name="mode">Which repetitions there are.</param>
    /// <returns>The format; null if none suffices.</returns>
    public static SharedChannelFormat? Downlink(int bits, double snr, CoverageMode mode)
    {
        SharedChannelFormat? best = null;
        for (var blocks = TransportBlocks.Narrowband; blocks >= (mode == CoverageMode.A ? 1 : 4); blocks--)
        {
            best = Shorter(best, Shortest(bits, blocks, blocks, Decibels.ToLinear(snr), mode, Direction.Down));
        }

        return best;
    }

    /// <summary>Repetitions of an assignment or grant on the whole narrowband [1]; null if none suffices.</summary>
    /// <param name="snr">Signal-to-noise ratio of the downlink [dB].</param>
    public static int? Control(double snr)
    {
        foreach (var repetitions in ControlRepetitions)
        {
            if (Decodes(ControlBits, TransportBlocks.Narrowband, Decibels.ToLinear(snr), repetitions, false, Direction.Down))
            {
                return repetitions;
            }
        }

        return null;
    }

    /// <summary>Repetitions of an acknowledgement on PUCCH, whose powers add [1]; null if none suffices.</summary>
    /// <param name="snr">Signal-to-noise ratio at one antenna in one resource block [dB].</param>
    public static int? Feedback(double snr)
    {
        foreach (var repetitions in FeedbackRepetitions)
        {
            if (snr + Decibels.FromLinear(repetitions) >= FeedbackSnr)
            {
                return repetitions;
            }
        }

        return null;
    }

    /// <summary>What is left of a mean signal-to-noise ratio after fading and channel estimation [1].</summary>
    /// <param name="ratio">Of a resource element [1].</param>
    /// <param name="repetitions">Subframes in which a block is sent [1].</param>
    /// <param name="pilots">In a resource block and subframe [1].</param>
    public static double Effective(double ratio, int repetitions, int pilots)
    {
        var faded = ratio * (repetitions < 2 * HoppingInterval ? TwoBranches : FourBranches);
        var training = faded * pilots * Math.Min(repetitions, HoppingInterval);
        return faded * training / (1 + faded + training);
    }

    private static SharedChannelFormat? Shortest(int bits, int blocks, int column, double ratio, CoverageMode mode, Direction direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, TransportBlocks.Greatest);
        SharedChannelFormat? best = null;
        var greatest = mode == CoverageMode.A ? TransportBlocks.GreatestIndex : direction.GreatestQpskIndex;
        for (var index = 0; index <= greatest; index++)
        {
            var size = TransportBlocks.Size(index, column);
            if (size < bits || size > TransportBlocks.Greatest)
            {
                continue;
            }

            foreach (var repetitions in SharedChannelFormat.RepetitionSet(mode))
            {
                if (Decodes(size + CheckBits, blocks, ratio, repetitions, index > direction.GreatestQpskIndex, direction))
                {
                    best = Shorter(best, new SharedChannelFormat(index, blocks, size, repetitions));
                    break;
                }
            }
        }

        return best;
    }

    private static bool Decodes(int bits, int blocks, double ratio, int repetitions, bool is16Qam, Direction direction)
    {
        var modulation = is16Qam ? 4 : 2;
        var sent = (double)direction.Symbols * blocks * repetitions;
        var different = Math.Min(sent, bits / MotherRate / modulation);
        var shared = Effective(ratio, repetitions, direction.Pilots) * sent / different;
        return bits <= GreatestRate * modulation * different
            && FiniteBlockLength.Margin(different, bits, shared / (is16Qam ? Qam16Gap : QpskGap)) >= FiniteBlockLength.TenPercent;
    }

    private static SharedChannelFormat? Shorter(SharedChannelFormat? one, SharedChannelFormat? other) =>
        one is not { } first || other is { } second && second.Repetitions < first.Repetitions ? other : one;

    /// <summary>What a resource block of a direction carries in a subframe.</summary>
    /// <param name="Symbols">For data [1].</param>
    /// <param name="Pilots">For the channel estimate [1].</param>
    /// <param name="GreatestQpskIndex">Up to this I_TBS blocks are modulated with QPSK, above with 16QAM; TS 36.213 tables 7.1.7.1-1 and 8.6.1-1 [1].</param>
    private sealed record Direction(int Symbols, int Pilots, int GreatestQpskIndex)
    {
        public static readonly Direction Up = new(144, 24, 10);
        public static readonly Direction Down = new(120, 8, 9);
    }
}
