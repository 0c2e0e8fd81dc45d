namespace M2mVsIoTSim.Technologies;

/// <summary>Additional loss of devices that stand inside buildings, drawn once for a device.</summary>
public enum BuildingModel
{
    /// <summary>None: indoor devices are like outdoor ones.</summary>
    None,

    /// <summary>3GPP TR 45.820 annex D.1: external wall, inner walls, depth. No dependence on frequency.</summary>
    Tr45820,

    /// <summary>3GPP TR 38.901: old buildings, low loss.</summary>
    Tr38901Low,

    /// <summary>3GPP TR 38.901: modern buildings with coated glass, high loss.</summary>
    Tr38901High,

    /// <summary>The same loss for all, <see cref="PropagationOptions.BuildingLoss"/>.</summary>
    Constant,
}
