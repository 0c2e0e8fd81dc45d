namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of the properties of MQTT 5.0 (section 2.2.2.2), identifier included.</summary>
public static class MqttProperty
{
    /// <summary>Session Expiry Interval, 17 [B].</summary>
    public const int SessionExpiry = 5;

    /// <summary>Receive Maximum, 33 [B].</summary>
    public const int ReceiveMaximum = 3;

    /// <summary>Topic Alias Maximum, 34 [B].</summary>
    public const int TopicAliasMaximum = 3;

    /// <summary>Topic Alias, 35 [B].</summary>
    public const int TopicAlias = 3;

    /// <summary>Message Expiry Interval, 2 [B].</summary>
    public const int MessageExpiry = 5;

    /// <summary>Content Type, 3; Response Topic, 8; Correlation Data, 9: each with so many octets [B].</summary>
    public static int Text(int octets) => 3 + octets;

    /// <summary>User Property, 38, of a name and a value with so many octets [B].</summary>
    public static int User(int name, int value) => 5 + name + value;
}
