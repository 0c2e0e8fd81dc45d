using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A message on its way through CoAP, in one datagram or in blocks.</summary>
internal sealed class CoapTransfer(in Message message, int length) : MessageAccount(message)
{
    /// <summary>Octets of its content [B].</summary>
    public int Length { get; } = length;

    /// <summary>The block that its receiver expects next [1].</summary>
    public int NextBlock { get; set; }
}
