using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>Security of a session of datagrams.</summary>
public enum DatagramSecurity
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>DTLS 1.2 (RFC 6347).</summary>
    [EnumMember(Value = "dtls-1.2")]
    Dtls12,

    /// <summary>DTLS 1.3 (RFC 9147).</summary>
    [EnumMember(Value = "dtls-1.3")]
    Dtls13,

    /// <summary>OSCORE (RFC 8613): CoAP messages protected end to end with keys that both ends have.</summary>
    Oscore,
}
