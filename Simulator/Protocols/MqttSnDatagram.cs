namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram with a message of MQTT-SN.</summary>
internal sealed class MqttSnDatagram(MqttSnMessage message) : Datagram
{
    public MqttSnMessage Message { get; } = message;

    public override int ContentLength => Message.Length;

    protected override void WriteContent(Span<byte> destination) => Message.Write(destination[..ContentLength]);
}
