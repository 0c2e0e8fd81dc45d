using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>Security of a connection.</summary>
public enum Security
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>TLS 1.2 (RFC 5246) with ECDHE, certificates on P-256 and AES-256-GCM.</summary>
    [EnumMember(Value = "tls-1.2")]
    Tls12,

    /// <summary>TLS 1.3 (RFC 8446) with X25519, certificates on P-256 and AES-256-GCM.</summary>
    [EnumMember(Value = "tls-1.3")]
    Tls13,
}
