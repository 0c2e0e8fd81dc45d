namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of MQTT-SN messages (version 1.2, section 5).</summary>
public static class MqttSnSize
{
    /// <summary>CONNACK [B].</summary>
    public const int ConnectAcknowledgement = 3;

    /// <summary>REGACK and PUBACK [B].</summary>
    public const int Acknowledgement = 7;

    /// <summary>PUBREC, PUBREL and PUBCOMP [B].</summary>
    public const int Numbered = 4;

    /// <summary>SUBACK [B].</summary>
    public const int SubscribeAcknowledgement = 8;

    /// <summary>PINGRESP, WILLTOPICREQ, WILLMSGREQ, and a DISCONNECT without duration [B].</summary>
    public const int Bare = 2;

    /// <summary>A DISCONNECT that says how long the client sleeps [B].</summary>
    public const int Sleep = 4;

    /// <summary>CONNECT [B].</summary>
    /// <param name="clientId">Octets of the client's identifier, 1 to 23 [B].</param>
    public static int Connect(int clientId) => Message(4 + clientId);

    /// <summary>WILLTOPIC [B].</summary>
    /// <param name="topic">Octets of the topic of the will [B].</param>
    public static int WillTopic(int topic) => Message(1 + topic);

    /// <summary>WILLMSG [B].</summary>
    /// <param name="will">Octets of the will [B].</param>
    public static int WillMessage(int will) => Message(will);

    /// <summary>REGISTER [B].</summary>
    /// <param name="topic">Octets of the topic's name [B].</param>
    public static int Register(int topic) => Message(4 + topic);

    /// <summary>PUBLISH [B].</summary>
    /// <param name="payload">Octets of its content [B].</param>
    public static int Publish(int payload) => Message(5 + payload);

    /// <summary>SUBSCRIBE [B].</summary>
    /// <param name="topic">Octets of the topic's name, or the two of its number [B].</param>
    public static int Subscribe(int topic) => Message(3 + topic);

    /// <summary>PINGREQ [B].</summary>
    /// <param name="clientId">Octets of the identifier of a client that has slept [B]; 0 of one that is connected.</param>
    public static int PingRequest(int clientId) => Message(clientId);

    /// <summary>Length of one octet, or of three beyond 255, and type, before the rest.</summary>
    private static int Message(int rest) => 2 + rest < 256 ? 2 + rest : 4 + rest;
}
