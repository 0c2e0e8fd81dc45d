namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Part of a bill.</summary>
public enum CostKind
{
    /// <summary>Devices with their modems.</summary>
    Devices,

    /// <summary>Subscriptions and data.</summary>
    Subscriptions,

    /// <summary>Gateways and other equipment in the field, with its installation.</summary>
    Gateways,

    /// <summary>Lines and private access points.</summary>
    Lines,

    /// <summary>Servers and what runs on them.</summary>
    Servers,

    /// <summary>What is paid by message or connection.</summary>
    Messages,

    /// <summary>Upkeep of equipment in the field.</summary>
    Maintenance,

    /// <summary>Visits to change batteries.</summary>
    Batteries,
}
