namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a device tells the network of its further traffic, so that the connection can end at once (release assistance indication).</summary>
public enum ReleaseAssistance
{
    /// <summary>Nothing: the inactivity timer ends the connection.</summary>
    None,

    /// <summary>No further traffic: the connection ends after its last uplink packet.</summary>
    AfterUplink,

    /// <summary>One answer is expected: the connection ends after the downlink packet that follows its uplink packets.</summary>
    AfterDownlink,
}
