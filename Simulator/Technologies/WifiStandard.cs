namespace M2mVsIoTSim.Technologies;

/// <summary>Amendment of IEEE 802.11 whose physical layer a network uses, in 20 MHz with one spatial stream.</summary>
public enum WifiStandard
{
    /// <summary>802.11b, up to 11 Mbit/s at 2.4 GHz.</summary>
    B,

    /// <summary>802.11g, up to 54 Mbit/s at 2.4 GHz, without stations of 802.11b.</summary>
    G,

    /// <summary>802.11a, up to 54 Mbit/s at 5 GHz.</summary>
    A,

    /// <summary>802.11n (Wi-Fi 4), up to 65 Mbit/s.</summary>
    N,

    /// <summary>802.11ac (Wi-Fi 5), up to 78 Mbit/s at 5 GHz.</summary>
    Ac,

    /// <summary>802.11ax (Wi-Fi 6), up to 143 Mbit/s.</summary>
    Ax,
}
