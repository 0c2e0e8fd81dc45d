namespace M2mVsIoTSim.Platform;

/// <summary>Role of a node in the architecture of oneM2M TS-0001.</summary>
public enum OneM2mRole
{
    /// <summary>Outside the architecture, e.g. a person.</summary>
    None,

    /// <summary>Application dedicated node: an application, no common services.</summary>
    Adn,

    /// <summary>Application service node: a device with an application and common services.</summary>
    Asn,

    /// <summary>Middle node: a gateway with common services.</summary>
    Mn,

    /// <summary>Infrastructure node: common services for all.</summary>
    In,
}
