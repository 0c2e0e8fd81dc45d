namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of MQTT 3.1.1 control packets (OASIS standard, sections 2 and 3).</summary>
public static class MqttSize
{
    /// <summary>CONNECT without will, user name and password [B].</summary>
    public static int Connect(int clientId) => Packet(10 + 2 + clientId);

    /// <summary>CONNACK, PUBACK, PUBREC, PUBREL, PUBCOMP and UNSUBACK [B].</summary>
    public static int Acknowledgement => Packet(2);

    /// <summary>PUBLISH [B].</summary>
    public static int Publish(int topic, int payload, int qos) => Packet(2 + topic + (qos > 0 ? 2 : 0) + payload);

    /// <summary>SUBSCRIBE with one filter [B].</summary>
    public static int Subscribe(int filter) => Packet(2 + 2 + filter + 1);

    /// <summary>SUBACK for one filter [B].</summary>
    public static int SubscribeAcknowledgement => Packet(2 + 1);

    /// <summary>PINGREQ, PINGRESP and DISCONNECT [B].</summary>
    public static int Bare => Packet(0);

    /// <summary>Octets of the remaining length [B].</summary>
    internal static int LengthOctets(int remaining) =>
        remaining switch
        {
            < 128 => 1,
            < 16_384 => 2,
            < 2_097_152 => 3,
            _ => 4,
        };

    private static int Packet(int remaining) => 1 + LengthOctets(remaining) + remaining;
}
