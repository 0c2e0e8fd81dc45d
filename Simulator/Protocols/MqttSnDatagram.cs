using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram with a message of MQTT-SN.</summary>
internal sealed class MqttSnDatagram(MqttSnMessage message) : Datagram
{
    public MqttSnMessage Message { get; } = message;

    public override int ContentLength => Message.Length;

    /// <inheritdoc/>
    public override string Summary =>
        $"MQTT-SN {Message.Type}{(Message.Account is { } account ? $" {account.Message.Branch.Relation.Name}" : "")}{(Overhead > 0 ? " in DTLS" : "")}";

    /// <inheritdoc/>
    public override bool Carries(in Message message) => Message.Account?.Message.IsSame(message) == true;

    protected override void WriteContent(Span<byte> destination) => Message.Write(destination[..ContentLength]);
}
