namespace M2mVsIoTSim.Technologies;

/// <summary>Where the user plane of a 5G core (UPF) hands packets over.</summary>
public enum UserPlanePlace
{
    /// <summary>In the house of the devices' owner.</summary>
    OnPremises,

    /// <summary>At the aggregation router of the nearest town.</summary>
    Edge,

    /// <summary>In a regional centre.</summary>
    Regional,

    /// <summary>In a central site of the country.</summary>
    Central,
}
