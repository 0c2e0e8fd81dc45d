namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram with a CoAP message.</summary>
internal sealed class CoapDatagram(CoapMessage message) : Datagram
{
    public CoapMessage Message { get; } = message;

    public override int ContentLength => Message.Length;

    protected override void WriteContent(Span<byte> destination) => Message.Write(destination[..ContentLength]);
}
