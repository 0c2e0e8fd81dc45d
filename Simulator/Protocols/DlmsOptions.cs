using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>dlms</c>.</summary>
public sealed record DlmsOptions : TransportOptions
{
    /// <summary>Whether the notification is ciphered and authenticated with security suite 0 (AES-GCM-128).</summary>
    [Figure(Mark.Chosen, "off, as security of the other protocols is off")]
    public bool Ciphered { get; init; }
}
