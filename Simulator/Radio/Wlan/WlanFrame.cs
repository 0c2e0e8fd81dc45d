namespace M2mVsIoTSim.Radio.Wlan;

/// <summary>Octets of IEEE 802.11 frames, the check sequence of 4 octets included.</summary>
/// <remarks>IEEE 802.11-2016, clause 9.3; data frames to or from an access point with three addresses and without QoS control.</remarks>
public static class WlanFrame
{
    /// <summary>MAC header and check sequence of a data frame [B].</summary>
    public const int Header = 24 + 4;

    /// <summary>Logical link control and SNAP before an IP packet [B].</summary>
    public const int LinkControl = 8;

    /// <summary>Header and integrity check of CCMP, the encryption of WPA2 [B].</summary>
    public const int Encryption = 8 + 8;

    /// <summary>Acknowledgement [B].</summary>
    public const int Acknowledgement = 14;

    /// <summary>Request to send [B].</summary>
    public const int RequestToSend = 20;

    /// <summary>Clear to send [B].</summary>
    public const int ClearToSend = 14;

    /// <summary>PS-Poll of a station that has been asleep [B].</summary>
    public const int PowerSavePoll = 20;
}
