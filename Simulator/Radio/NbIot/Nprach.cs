using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Random access of NB-IoT: preambles of single tones that hop within 12 subcarriers of 3.75 kHz.</summary>
/// <remarks>3GPP TS 36.211 §10.1.6 and TS 36.331 <c>NPRACH-ConfigSIB-NB</c>, as in LENA-NB.</remarks>
public static class Nprach
{
    /// <summary>Symbol groups of a preamble [1].</summary>
    public const int SymbolGroups = 4;

    /// <summary>Repetitions after which a gap is due [1].</summary>
    public const int StretchOfRepetitions = 64;

    /// <summary>Length of such a gap.</summary>
    public static readonly Duration Gap = 40.Milliseconds;

    /// <summary>Repetitions of a preamble [1].</summary>
    public static IReadOnlyList<int> RepetitionSet { get; } = [1, 2, 4, 8, 16, 32, 64, 128];

    /// <summary>Subcarriers set aside, each a preamble of its own [1].</summary>
    public static IReadOnlyList<int> SubcarrierSet { get; } = [12, 24, 36, 48];

    /// <summary>Periods of the occasions [ms].</summary>
    public static IReadOnlyList<int> PeriodSet { get; } = [40, 80, 160, 240, 320, 640, 1280, 2560];

    /// <summary>A preamble without repetition: 4 × (CP + 5 × 8192 T_s), CP 2048 T_s in format 0, 8192 T_s in format 1, T_s = 1/30.72 MHz.</summary>
    /// <param name="format">0, cells up to 10 km, or 1, up to 40 km [1].</param>
    public static Duration Preamble(int format) =>
        format switch
        {
            0 => 5.6.Milliseconds,
            1 => 6.4.Milliseconds,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Release 13 has the preamble formats 0 and 1."),
        };

    /// <summary>Time on air of all repetitions, without gaps.</summary>
    /// <param name="format">0 or 1 [1].</param>
    /// <param name="repetitions">One of <see cref="RepetitionSet"/> [1].</param>
    public static Duration Airtime(int format, int repetitions) => Preamble(format) * (long)repetitions;

    /// <summary>From the begin of the first to the end of the last repetition: 40 ms of gap after each 64, none behind the end.</summary>
    /// <inheritdoc cref="Airtime"/>
    public static Duration Length(int format, int repetitions) =>
        Airtime(format, repetitions) + Gap * (long)((repetitions - 1) / StretchOfRepetitions);
}
