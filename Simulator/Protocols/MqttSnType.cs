namespace M2mVsIoTSim.Protocols;

/// <summary>Messages of MQTT-SN, numbered as on the wire (version 1.2, section 5.2.2).</summary>
internal enum MqttSnType : byte
{
    Connect = 0x04,
    ConnectAcknowledgement = 0x05,
    WillTopicRequest = 0x06,
    WillTopic = 0x07,
    WillMessageRequest = 0x08,
    WillMessage = 0x09,
    Register = 0x0A,
    RegisterAcknowledgement = 0x0B,
    Publish = 0x0C,
    PublishAcknowledgement = 0x0D,
    PublishComplete = 0x0E,
    PublishReceived = 0x0F,
    PublishRelease = 0x10,
    Subscribe = 0x12,
    SubscribeAcknowledgement = 0x13,
    PingRequest = 0x16,
    PingResponse = 0x17,
    Disconnect = 0x18,
}
