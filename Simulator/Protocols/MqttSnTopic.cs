using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>How MQTT-SN names topics in two octets.</summary>
public enum MqttSnTopic
{
    /// <summary>By a number that the client registers once connected.</summary>
    Registered,

    /// <summary>By a number that both ends know beforehand.</summary>
    Predefined,

    /// <summary>By a name of two characters.</summary>
    [EnumMember(Value = "short")]
    ShortName,
}
