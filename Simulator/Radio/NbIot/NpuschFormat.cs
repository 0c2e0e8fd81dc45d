using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>How a block is sent on NPUSCH format 1.</summary>
/// <param name="Spacing">Distance of the tones.</param>
/// <param name="Tones">1, 3, 6 or 12 at 15 kHz, 1 at 3.75 kHz [1].</param>
/// <param name="Index">I_TBS, 0 to 12 [1].</param>
/// <param name="Units">N_RU [1].</param>
/// <param name="Repetitions">One of <see cref="RepetitionSet"/> [1].</param>
public readonly record struct NpuschFormat(SubcarrierSpacing Spacing, int Tones, int Index, int Units, int Repetitions) : ITransportFormat
{
    /// <summary>Numbers of repetitions, 3GPP TS 36.213 table 16.5.1.1-3 [1].</summary>
    public static IReadOnlyList<int> RepetitionSet { get; } = [1, 2, 4, 8, 16, 32, 64, 128];

    /// <summary>Size of the transport block [bit]; 0 if the standard has none.</summary>
    public int BlockSize => TransportBlocks.Npusch(Index, Units);

    /// <summary>Time on air of all repetitions, without gaps.</summary>
    public Duration Airtime => Numerology.ResourceUnit(Spacing, Tones) * (long)(Units * Repetitions);

    /// <summary>From the first to the last resource unit, with the gaps of long transmissions.</summary>
    public Duration Length => Scheduling.WithUplinkGaps(Airtime);

    /// <summary>Share of the carrier's tones that it takes [1].</summary>
    public double Share => (double)Tones / Numerology.Tones(Spacing);
}
