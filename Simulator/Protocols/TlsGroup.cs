namespace M2mVsIoTSim.Protocols;

/// <summary>Groups of the key exchange.</summary>
public enum TlsGroup
{
    /// <summary>X25519: shares of 32 octets.</summary>
    X25519,

    /// <summary>NIST P-256: shares of 65 octets.</summary>
    P256,
}
