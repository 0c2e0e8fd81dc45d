namespace M2mVsIoTSim.Protocols;

/// <summary>Control packet types of MQTT 3.1.1, section 2.2.1.</summary>
internal enum MqttPacketType
{
    Connect = 1,
    ConnectAcknowledgement = 2,
    Publish = 3,
    PublishAcknowledgement = 4,
    Subscribe = 8,
    SubscribeAcknowledgement = 9,
    PingRequest = 12,
    PingResponse = 13,
    Disconnect = 14,
}
