namespace M2mVsIoTSim.Protocols;

/// <summary>What the octets of a DTLS handshake depend on.</summary>
public sealed record DtlsProfile
{
    /// <summary>DTLS 1.2 or 1.3.</summary>
    public DatagramSecurity Version { get; init; } = DatagramSecurity.Dtls13;

    /// <summary>How the ends prove who they are.</summary>
    public DtlsAuthentication Authentication { get; init; }

    /// <summary>Suite on which both agree.</summary>
    public TlsCipher Cipher { get; init; } = TlsCipher.Aes128Ccm8;

    /// <summary>Group on which both agree.</summary>
    public TlsGroup Group { get; init; } = TlsGroup.P256;

    /// <summary>Octets of the connection identifier of either end [B]; 0 for none.</summary>
    public int ConnectionId { get; init; }

    /// <summary>Octets of the cookie that the client has to return first [B]; 0 for none.</summary>
    public int CookieLength { get; init; }

    /// <summary>Whether a client offers signature algorithms of DTLS 1.2 even where nothing is signed, as OpenSSL does.</summary>
    public bool AlwaysOffersSignatures { get; init; }

    /// <summary>Formats of points that either end of DTLS 1.2 knows [1]; one in small stacks, three in OpenSSL.</summary>
    public int PointFormats { get; init; } = 1;

    /// <summary>Octets of the identity of a pre-shared key [B].</summary>
    public int IdentityLength { get; init; } = 1;

    /// <summary>Octets of each certificate of the server (DER) [B].</summary>
    public IReadOnlyList<int> ServerCertificates { get; init; } = [];

    /// <summary>Octets of each certificate of the client (DER) [B].</summary>
    public IReadOnlyList<int> ClientCertificates { get; init; } = [];

    /// <summary>Whether the server lets the session be resumed: by its number in DTLS 1.2, by a ticket in DTLS 1.3.</summary>
    public bool IsResumable { get; init; }

    /// <summary>Whether an earlier session is resumed.</summary>
    public bool IsResumed { get; init; }

    /// <summary>As OpenSSL 3.0.19 sends it.</summary>
    private const int UsualCookie = 20;

    /// <summary>The profile of a session under the options of a scenario.</summary>
    internal static DtlsProfile Of(DatagramOptions options, bool isResumed) =>
        new()
        {
            Version = options.Security,
            Authentication = options.Authentication,
            Cipher = options.Cipher,
            ConnectionId = options.ConnectionId,
            CookieLength = options.Cookie ? UsualCookie : 0,
            IdentityLength = options.IdentityLength,
            ServerCertificates = options.Authentication >= DtlsAuthentication.Certificate ? [options.CertificateLength] : [],
            ClientCertificates = options.Authentication == DtlsAuthentication.Certificate ? [options.CertificateLength] : [],
            IsResumable = options.Resumption,
            IsResumed = isResumed,
        };
}
