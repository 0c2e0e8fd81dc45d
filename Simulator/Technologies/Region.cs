namespace M2mVsIoTSim.Technologies;

/// <summary>Regions of the world between which round trips are published.</summary>
public enum Region
{
    /// <summary>East US.</summary>
    EastUS,

    /// <summary>West US.</summary>
    WestUS,

    /// <summary>Brazil South.</summary>
    BrazilSouth,

    /// <summary>West Europe.</summary>
    WestEurope,

    /// <summary>North Europe.</summary>
    NorthEurope,

    /// <summary>UK South.</summary>
    UKSouth,

    /// <summary>South Africa North.</summary>
    SouthAfricaNorth,

    /// <summary>UAE North.</summary>
    UAENorth,

    /// <summary>Central India.</summary>
    CentralIndia,

    /// <summary>Southeast Asia.</summary>
    SoutheastAsia,

    /// <summary>Japan East.</summary>
    JapanEast,

    /// <summary>Australia East.</summary>
    AustraliaEast,
}
