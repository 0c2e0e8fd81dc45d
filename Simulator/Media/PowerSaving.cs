namespace M2mVsIoTSim.Media;

/// <summary>What a modem does while it has nothing to send or receive.</summary>
public enum PowerSaving
{
    /// <summary>Listens for paging once per cycle; reachable at any time.</summary>
    Drx,

    /// <summary>Listens for paging in a window once per extended cycle (3GPP eDRX); reachable then.</summary>
    Edrx,

    /// <summary>Listens for an active time after each connection, then sleeps, unreachable, until it sends itself (3GPP PSM).</summary>
    Psm,

    /// <summary>Is switched off after each connection, unreachable, and attaches anew to send.</summary>
    Off,
}
