using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Sub-bands of Russia between 864 and 869.2 MHz for devices without a licence of their own.</summary>
/// <remarks>From memory: decision 07-20-03-001 of the State Commission for Radio Frequencies in the version of 2018, annexes for non-specific short-range devices.</remarks>
public static class Ru868
{
    /// <summary>Sub-bands with their duty cycles, by frequency.</summary>
    public static IReadOnlyList<SubBand> SubBands { get; } =
    [
        new("864", 864.0.Megahertz, 865.0.Megahertz, 1000, 14),
        new("866", 866.0.Megahertz, 868.0.Megahertz, 100, 14),
        new("868.7", 868.7.Megahertz, 869.2.Megahertz, 10, 20),
    ];
}
