namespace M2mVsIoTSim.Protocols;

/// <summary>Control packet types of MQTT, section 2.2.1 of 3.1.1.</summary>
internal enum MqttPacketType
{
    Connect = 1,
    ConnectAcknowledgement = 2,
    Publish = 3,
    PublishAcknowledgement = 4,
    PublishReceived = 5,
    PublishRelease = 6,
    PublishComplete = 7,
    Subscribe = 8,
    SubscribeAcknowledgement = 9,
    PingRequest = 12,
    PingResponse = 13,
    Disconnect = 14,
}
