namespace M2mVsIoTSim.Protocols;

/// <summary>Cipher suites by what their sizes depend on.</summary>
public enum TlsCipher
{
    /// <summary>AES-128-GCM with SHA-256.</summary>
    Aes128Gcm,

    /// <summary>AES-256-GCM with SHA-384.</summary>
    Aes256Gcm,

    /// <summary>AES-128-CCM with an authentication tag of eight octets, and SHA-256.</summary>
    Aes128Ccm8,
}
