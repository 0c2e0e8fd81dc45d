using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of protocols over UDP.</summary>
public abstract record DatagramOptions
{
    /// <summary>Messages that may wait at each end [1].</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "room for a burst on a small device")]
    public int Buffer { get; init; } = 100;

    /// <summary>Security of the session.</summary>
    [Figure(Mark.Chosen, "none unless a scenario asks for it")]
    public DatagramSecurity Security { get; init; }

    /// <summary>How the ends of DTLS prove who they are.</summary>
    [Figure(Mark.FromMemory, "RFC 7925, section 4: a pre-shared key is the least that constrained devices have")]
    public DtlsAuthentication Authentication { get; init; }

    /// <summary>Suite of DTLS, by what its sizes depend on.</summary>
    [Figure(Mark.FromMemory, "RFC 7925, section 4: AES-128-CCM-8")]
    public TlsCipher Cipher { get; init; } = TlsCipher.Aes128Ccm8;

    /// <summary>Octets of the connection identifier that DTLS records carry, so that they are known from any address (RFC 9146) [B]; 0 for none.</summary>
    [Unit("B", Minimum = 0, Maximum = 255)]
    [Figure(Mark.Chosen, "none: an extension that both ends have to know")]
    public int ConnectionId { get; init; }

    /// <summary>Whether handshakes after the first resume its session.</summary>
    [Figure(Mark.Chosen, "what sessions and tickets are made for")]
    public bool Resumption { get; init; } = true;

    /// <summary>Whether the server first asks for proof that the client's address is its own (HelloVerifyRequest, HelloRetryRequest).</summary>
    [Figure(Mark.Chosen, "off, as in draft-ietf-iotops-security-protocol-comparison; a public server needs it against floods")]
    public bool Cookie { get; init; }

    /// <summary>Octets of the identity of a pre-shared key [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 128)]
    [Figure(Mark.Chosen, "a name such as dev0000001")]
    public int IdentityLength { get; init; } = 10;

    /// <summary>Octets of the certificate of either end (DER) [B].</summary>
    [Unit("B", Minimum = 100, Maximum = 4000)]
    [Figure(Mark.Measured, "on P-256, made by OpenSSL 3.0.19")]
    public int CertificateLength { get; init; } = 295;

    /// <summary>Time to wait for the other end's flight before one's own is sent again [s]; doubled with every repetition.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 60)]
    [Figure(Mark.FromMemory, "RFC 6347, section 4.2.4.1, and RFC 9147, section 5.8.2: 1 s; RFC 7925 advises 9 s for slow networks")]
    public Duration HandshakeTimeout { get; init; } = 1.Seconds;

    /// <summary>Greatest time to wait for a flight [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 600)]
    [Figure(Mark.FromMemory, "RFC 6347, section 4.2.4.1: 60 s")]
    public Duration HandshakeMaximum { get; init; } = 60.Seconds;

    /// <summary>Repetitions of a flight before the handshake is given up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 30)]
    [Figure(Mark.Chosen, "about three minutes; the RFCs leave it open")]
    public int HandshakeRetries { get; init; } = 7;

    /// <summary>Silence after which the near end takes its address for lost and, without a connection identifier, shakes hands anew [s]; 0 for never.</summary>
    /// <remarks>Where it is longer than translators remember, the far end discards what comes from a new address until an exchange has failed.</remarks>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.FromMemory, "RFC 4787, REQ-5: a binding lives for at least 2 min")]
    public Duration HandshakeAfter { get; init; } = 2.Minutes;

    /// <summary>Time for which the client computes during a handshake with public keys [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "hardware support; ECDHE and ECDSA on P-256 in software take 0.2 to 0.4 s on a Cortex-M4 of 64 MHz (from memory)")]
    public Duration HandshakeWork { get; init; }

    /// <summary>Security in words, for lists of differences.</summary>
    internal string DescribeSecurity =>
        Security switch
        {
            DatagramSecurity.None => "none",
            DatagramSecurity.Oscore => "OSCORE",
            _ => (Security == DatagramSecurity.Dtls12 ? "DTLS 1.2" : "DTLS 1.3")
                + Authentication switch
                {
                    DtlsAuthentication.PreSharedKey => ", pre-shared key",
                    DtlsAuthentication.PreSharedKeyEcdhe => ", pre-shared key with ECDHE",
                    DtlsAuthentication.RawPublicKey => ", both ends by raw public key",
                    DtlsAuthentication.Certificate => ", both ends by certificate",
                    _ => ", server by certificate",
                }
                + (Resumption ? ", resumed" : "")
                + (ConnectionId > 0 ? ", with connection identifier" : ""),
        };

    /// <summary>What security asks for by hand: a trust anchor comes with the firmware, keys and certificates of one's own do not.</summary>
    internal Network.Commissioning Commissioning()
    {
        if (Security == DatagramSecurity.None)
        {
            return Network.Commissioning.None;
        }

        if (Security == DatagramSecurity.Oscore)
        {
            return Shared("master secret and identifiers", "both ends have the same security context (RFC 8613, 3.2)");
        }

        return Authentication switch
        {
            DtlsAuthentication.PreSharedKey or DtlsAuthentication.PreSharedKeyEcdhe => Shared(
                "pre-shared key and its identity",
                "both ends have the same key (RFC 4279, RFC 8446, 4.2.11)"
            ),
            DtlsAuthentication.RawPublicKey => Own(Network.CredentialKind.Key, "key pair (RFC 7250)") with
            {
                Steps =
                [
                    new(Network.SetupPlace.Member, "a key pair is written", "both ends by raw public key (RFC 7250)"),
                    new(
                        Network.SetupPlace.Peer,
                        "its public key is entered",
                        "a raw public key is trusted because it is known (RFC 7250, 6)"
                    ),
                ],
            },
            DtlsAuthentication.Certificate => Own(Network.CredentialKind.Certificate, "certificate (RFC 9147)"),
            _ => new()
            {
                StepsOfPeer = [Issued],
                Credentials =
                [
                    new(Network.CredentialKind.Certificate, Network.CredentialHolder.Peer, "certificate of the server (RFC 9147)"),
                ],
            },
        };
    }

    private static Network.SetupStep Issued { get; } =
        new(Network.SetupPlace.Member, "a key pair or certificate is issued and installed", "who is asked shows one (RFC 9147)");

    private static Network.Commissioning Shared(string what, string why) =>
        new()
        {
            Steps = [new(Network.SetupPlace.Member, $"{what} are written", why), new(Network.SetupPlace.Peer, $"{what} are entered", why)],
            Credentials = [new(Network.CredentialKind.Key, Network.CredentialHolder.Session, what)],
        };

    private static Network.Commissioning Own(Network.CredentialKind kind, string what) =>
        new()
        {
            Steps = [Issued],
            StepsOfPeer = [Issued],
            Credentials = [new(kind, Network.CredentialHolder.Member, what), new(kind, Network.CredentialHolder.Peer, what)],
        };

    /// <summary>Handshakes of sessions under these options; null without DTLS.</summary>
    internal DtlsHandshakes? Handshakes() =>
        Security is DatagramSecurity.Dtls12 or DatagramSecurity.Dtls13 ? new DtlsHandshakes(this) : null;

    /// <summary>Refuses OSCORE, which protects CoAP messages only.</summary>
    internal void RefuseOscore(string protocol)
    {
        if (Security == DatagramSecurity.Oscore)
        {
            throw new ArgumentException($"{protocol}: OSCORE protects CoAP messages only; legal here: none, dtls-1.2, dtls-1.3");
        }
    }
}
