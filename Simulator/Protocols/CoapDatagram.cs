using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram with a CoAP message.</summary>
internal sealed class CoapDatagram(CoapMessage message) : Datagram
{
    public CoapMessage Message { get; } = message;

    public override int ContentLength => Message.Length;

    /// <inheritdoc/>
    public override string Summary =>
        $"CoAP {Message.Type} {CoapCode.Name(Message.Code)}{(Message.Transfer is { } transfer ? $" {transfer.Message.Branch.Relation.Name}" : "")}{(Overhead > 0 ? " in DTLS" : "")}";

    /// <inheritdoc/>
    public override bool Carries(in Message message) => Message.Payload > 0 && Message.Transfer?.Message.IsSame(message) == true;

    protected override void WriteContent(Span<byte> destination) => Message.Write(destination[..ContentLength]);
}
