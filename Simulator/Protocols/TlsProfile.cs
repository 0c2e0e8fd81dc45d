namespace M2mVsIoTSim.Protocols;

/// <summary>What the octets of a TLS handshake depend on.</summary>
public sealed record TlsProfile
{
    /// <summary>Version 1.2 or 1.3.</summary>
    public Security Version { get; init; } = Security.Tls13;

    /// <summary>Cipher suite on which both agree.</summary>
    public TlsCipher Cipher { get; init; } = TlsCipher.Aes256Gcm;

    /// <summary>Group on which both agree.</summary>
    public TlsGroup Group { get; init; }

    /// <summary>Whether the client offers one suite, one group and one signature algorithm only, instead of all that OpenSSL offers.</summary>
    public bool OffersOne { get; init; }

    /// <summary>Octets of the server's name in the client's first message; 0 for none [B].</summary>
    public int ServerName { get; init; } = 11;

    /// <summary>Octets of each certificate that the server sends (DER) [B].</summary>
    public IReadOnlyList<int> ServerCertificates { get; init; } = [];

    /// <summary>Octets of each certificate that the client sends, if it has to authenticate itself; empty for none [B].</summary>
    public IReadOnlyList<int> ClientCertificates { get; init; } = [];

    /// <summary>Octets of the identity of a pre-shared key that is used instead of certificates, TLS 1.2 only; 0 for none [B].</summary>
    public int PreSharedIdentity { get; init; }

    /// <summary>Whether an earlier session is resumed: by its ticket, with a fresh key exchange in TLS 1.3.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Session tickets that the server issues [1].</summary>
    public int Tickets { get; init; } = 1;

    /// <summary>The profile of a connection under the options of a scenario: all offers of OpenSSL.</summary>
    internal static TlsProfile Of(TransportOptions options, bool isResumed) =>
        new()
        {
            Version = options.Security,
            ServerName = options.ServerNameLength,
            ServerCertificates = [options.CertificateLength, .. Enumerable.Repeat(options.AuthorityLength, options.Certificates - 1)],
            ClientCertificates = options.ClientCertificate ? [options.CertificateLength] : [],
            IsResumed = isResumed,
            Tickets = options.Security == Security.Tls13 && !isResumed ? 2 : 1,
        };
}
