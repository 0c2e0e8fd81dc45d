namespace M2mVsIoTSim.Protocols;

/// <summary>How a PUBLISH of MQTT 5.0 names its topic.</summary>
internal enum MqttAlias
{
    /// <summary>In full.</summary>
    None,

    /// <summary>In full, and gives it a number for what follows.</summary>
    Defined,

    /// <summary>By that number.</summary>
    Used,
}
