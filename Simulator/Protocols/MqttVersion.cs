using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>Version of MQTT.</summary>
public enum MqttVersion
{
    /// <summary>MQTT 3.1.1 (OASIS 2014).</summary>
    [EnumMember(Value = "3.1.1")]
    V311,

    /// <summary>MQTT 5.0 (OASIS 2019): properties and reason codes.</summary>
    [EnumMember(Value = "5")]
    V5,
}
