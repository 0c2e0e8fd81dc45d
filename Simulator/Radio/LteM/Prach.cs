using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.LteM;

/// <summary>Random access of LTE-M: the preambles of LTE, repeated.</summary>
/// <remarks>3GPP TS 36.211 §5.7 and TS 36.331 <c>PRACH-ParametersCE</c>, from memory.</remarks>
public static class Prach
{
    /// <summary>Resource blocks that a preamble takes: 839 subcarriers of 1.25 kHz [1].</summary>
    public const int ResourceBlocks = 6;

    /// <summary>SNR in 1.08 MHz at which a preamble of format 0 is detected with 99 %, TR 36.888 table 5.2.1.2-2, from memory [dB].</summary>
    public const double RequiredSnr = -10;

    /// <summary>Repetitions of a preamble [1].</summary>
    public static IReadOnlyList<int> RepetitionSet { get; } = [1, 2, 4, 8, 16, 32, 64, 128];

    /// <summary>Bandwidth of a preamble.</summary>
    public static readonly Frequency Bandwidth = 1.08.Megahertz;

    /// <summary>Length of a preamble of format 0, in a subframe each.</summary>
    /// <param name="repetitions">One of <see cref="RepetitionSet"/> [1].</param>
    public static Duration Length(int repetitions) => Timing.Subframe * (long)repetitions;

    /// <summary>Greatest coupling loss at which so many repetitions, whose energies add, are detected [dB].</summary>
    /// <param name="power">Of the device [dBm].</param>
    /// <param name="noiseFigure">Of the base station [dB].</param>
    /// <param name="repetitions">One of <see cref="RepetitionSet"/> [1].</param>
    public static double GreatestCouplingLoss(double power, double noiseFigure, int repetitions) =>
        LinkBudget.Snr(power, 0, Bandwidth, noiseFigure) - RequiredSnr + Decibels.FromLinear(repetitions);
}
