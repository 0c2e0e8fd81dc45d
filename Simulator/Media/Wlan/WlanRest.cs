namespace M2mVsIoTSim.Media.Wlan;

/// <summary>What a station of a wireless LAN does without traffic.</summary>
public enum WlanRest
{
    /// <summary>Listens all the time.</summary>
    Awake,

    /// <summary>Dozes, and wakes for beacons that tell whether the access point keeps frames for it.</summary>
    Doze,

    /// <summary>Switches off and has to associate again.</summary>
    Off,
}
