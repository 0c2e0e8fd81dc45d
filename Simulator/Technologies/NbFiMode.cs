namespace M2mVsIoTSim.Technologies;

/// <summary>When an NB-Fi device listens.</summary>
public enum NbFiMode
{
    /// <summary>Never: it only sends (NRX).</summary>
    Nrx,

    /// <summary>For a while after its own uplinks (DRX).</summary>
    Drx,

    /// <summary>Always, but while it sends (CRX).</summary>
    Crx,
}
