namespace M2mVsIoTSim.Platform;

/// <summary>Where a platform stands unless a scenario says otherwise.</summary>
public enum SiteClass
{
    /// <summary>With the devices: same building, same street cabinet.</summary>
    DeviceSite,

    /// <summary>Close to the devices: an operator's or a company's site in the same town.</summary>
    Edge,

    /// <summary>A data centre in the same region.</summary>
    Region,

    /// <summary>At the site of the company that runs the application.</summary>
    Utility,
}
