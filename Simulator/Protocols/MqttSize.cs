namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of MQTT control packets (OASIS standards 3.1.1 and 5.0, sections 2 and 3).</summary>
public static class MqttSize
{
    /// <summary>CONNECT without will, user name and password [B].</summary>
    public static int Connect(int clientId) => Connect(clientId, MqttVersion.V311);

    /// <summary>CONNECT [B].</summary>
    /// <param name="clientId">Octets of the client's identifier [B].</param>
    /// <param name="version">Version of MQTT.</param>
    /// <param name="properties">Octets of properties, see <see cref="MqttProperty"/>; version 5 only [B].</param>
    /// <param name="willTopic">Octets of the will's topic; 0 for no will [B].</param>
    /// <param name="will">Octets of the will [B].</param>
    /// <param name="userName">Octets of the user name; 0 for none [B].</param>
    /// <param name="password">Octets of the password; 0 for none [B].</param>
    public static int Connect(
        int clientId,
        MqttVersion version,
        int properties = 0,
        int willTopic = 0,
        int will = 0,
        int userName = 0,
        int password = 0
    ) =>
        Packet(
            10
                + Properties(version, properties)
                + Text(clientId)
                + (willTopic > 0 ? Properties(version, 0) + Text(willTopic) + Text(will) : 0)
                + (userName > 0 ? Text(userName) : 0)
                + (password > 0 ? Text(password) : 0)
        );

    /// <summary>CONNACK [B].</summary>
    public static int ConnectAcknowledgement(MqttVersion version, int properties = 0) => Packet(2 + Properties(version, properties));

    /// <summary>CONNACK, PUBACK, PUBREC, PUBREL, PUBCOMP and UNSUBACK of 3.1.1; acknowledgements of success in 5.0 [B].</summary>
    public static int Acknowledgement => Packet(2);

    /// <summary>PUBACK, PUBREC, PUBREL and PUBCOMP of 5.0 with another reason than success [B].</summary>
    public static int AcknowledgementWithReason => Packet(3);

    /// <summary>PUBLISH [B].</summary>
    public static int Publish(int topic, int payload, int qos) => Publish(topic, payload, qos, MqttVersion.V311);

    /// <summary>PUBLISH with properties [B].</summary>
    public static int Publish(int topic, int payload, int qos, MqttVersion version, int properties = 0) =>
        Packet(Text(topic) + (qos > 0 ? 2 : 0) + Properties(version, properties) + payload);

    /// <summary>SUBSCRIBE with one filter [B].</summary>
    public static int Subscribe(int filter, MqttVersion version = MqttVersion.V311) =>
        Packet(2 + Properties(version, 0) + Text(filter) + 1);

    /// <summary>SUBACK for one filter [B].</summary>
    public static int SubscribeAcknowledgement => SubscribeAcknowledgementOf(MqttVersion.V311);

    /// <summary>UNSUBSCRIBE with one filter [B].</summary>
    public static int Unsubscribe(int filter, MqttVersion version = MqttVersion.V311) => Packet(2 + Properties(version, 0) + Text(filter));

    /// <summary>PINGREQ, PINGRESP, and DISCONNECT for a normal reason [B].</summary>
    public static int Bare => Packet(0);

    /// <summary>SUBACK for one filter in a version; UNSUBACK of 5.0 [B].</summary>
    public static int SubscribeAcknowledgementOf(MqttVersion version) => Packet(2 + Properties(version, 0) + 1);

    /// <summary>Octets of a variable-length number, such as the remaining length [B].</summary>
    internal static int LengthOctets(int remaining) =>
        remaining switch
        {
            < 128 => 1,
            < 16_384 => 2,
            < 2_097_152 => 3,
            _ => 4,
        };

    private static int Text(int octets) => 2 + octets;

    private static int Properties(MqttVersion version, int octets) => version == MqttVersion.V5 ? LengthOctets(octets) + octets : 0;

    private static int Packet(int remaining) => 1 + LengthOctets(remaining) + remaining;
}
