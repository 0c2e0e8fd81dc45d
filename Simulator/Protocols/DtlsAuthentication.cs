using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>How the ends of a DTLS handshake prove who they are.</summary>
public enum DtlsAuthentication
{
    /// <summary>A pre-shared key alone.</summary>
    [EnumMember(Value = "psk")]
    PreSharedKey,

    /// <summary>A pre-shared key with a fresh exchange of keys, so that a stolen key opens no recording.</summary>
    [EnumMember(Value = "ecdhe-psk")]
    PreSharedKeyEcdhe,

    /// <summary>Raw public keys of both ends (RFC 7250) with ECDHE.</summary>
    [EnumMember(Value = "raw-public-key")]
    RawPublicKey,

    /// <summary>Certificates of both ends with ECDHE.</summary>
    Certificate,

    /// <summary>A certificate of the server alone with ECDHE.</summary>
    ServerCertificate,
}
