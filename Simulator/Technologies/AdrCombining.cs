namespace M2mVsIoTSim.Technologies;

/// <summary>What several signal-to-noise ratios come to in adaptive data rate.</summary>
public enum AdrCombining
{
    /// <summary>The greatest.</summary>
    Maximum,

    /// <summary>The mean of their values in dB.</summary>
    Average,

    /// <summary>The least.</summary>
    Minimum,
}
