namespace M2mVsIoTSim.Media;

/// <summary>What counts of several interferers of one code.</summary>
public enum InterferenceSum
{
    /// <summary>The energies of all of them while they overlap: Magrin et al., ICC 2017, and ns-3's LoRaWAN module.</summary>
    Energy,

    /// <summary>The power of the strongest, however short it overlaps: Bor et al., MSWiM 2016 (LoRaSim).</summary>
    StrongestPower,
}
