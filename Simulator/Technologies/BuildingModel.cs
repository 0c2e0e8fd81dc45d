namespace M2mVsIoTSim.Technologies;

/// <summary>Additional loss of devices that stand inside buildings.</summary>
public enum BuildingModel
{
    /// <summary>None: indoor devices are like outdoor ones.</summary>
    None,

    /// <summary>3GPP TR 45.820 annex D.1: external wall, inner walls, depth; drawn once for a device.</summary>
    Tr45820,
}
