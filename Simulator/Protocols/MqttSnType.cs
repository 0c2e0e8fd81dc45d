namespace M2mVsIoTSim.Protocols;

/// <summary>Messages of MQTT-SN, numbered as on the wire (version 1.2, section 5.2.2).</summary>
internal enum MqttSnType : byte
{
    Connect = 0x04,
    ConnectAcknowledgement = 0x05,
    Register = 0x0A,
    RegisterAcknowledgement = 0x0B,
    Publish = 0x0C,
    PublishAcknowledgement = 0x0D,
    Subscribe = 0x12,
    SubscribeAcknowledgement = 0x13,
    PingRequest = 0x16,
    PingResponse = 0x17,
    Disconnect = 0x18,
}
