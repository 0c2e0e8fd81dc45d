namespace M2mVsIoTSim.Protocols;

/// <summary>The flights of a TLS handshake, record by record, and what each later record costs.</summary>
/// <remarks>
/// <para>Modelled: the messages of RFC 5246 and RFC 8446 with the extensions that OpenSSL 3.0 sends, composed from their fields: full
/// handshakes with ECDHE and certificates of one or both ends, TLS 1.2 with a pre-shared key, resumption by ticket (RFC 5077) or
/// pre-shared key with ECDHE.</para>
/// <para>Left out: renegotiation, early data, retried hellos, padding. An ECDSA signature on P-256 takes 70 to 72 octets as chance
/// has it; 71 is taken, the most likely. Certificate requests and tickets with a client's certificate have the octets captured.</para>
/// <para>Sources: the RFCs; OpenSSL 3.0.19 captured between network namespaces. Validated by <c>m2miot validate tls-handshakes</c> and <c>TlsHandshakeTests</c>.</para>
/// </remarks>
public sealed class TlsHandshake
{
    private const int Hello = 4 + 2 + 32;
    private const int FinishedOfTls12 = 12;
    private const int Signature = 71;
    private const int TicketOfTls12 = 176;

    /// <summary>A ticket that holds the client's certificate of 293 octets, as captured.</summary>
    private const int TicketWithCertificate = 464;

    private readonly TlsProfile _profile;

    /// <summary>Composes the flights.</summary>
    public TlsHandshake(TlsProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _profile = profile;
        Flights = IsTls13
            ?
            [
                [ClientHello],
                [.. ServerOfTls13()],
                [.. ClientOfTls13()],
                [.. TicketsOfTls13()],
            ]
            :
            [
                [ClientHello],
                [.. ServerOfTls12()],
                [.. ClientOfTls12()],
                [.. LastOfTls12()],
            ];
    }

    /// <summary>What is sent in turn, by the client first; a last flight may be empty.</summary>
    public IReadOnlyList<IReadOnlyList<TlsRecord>> Flights { get; }

    /// <summary>Whether the client may send after its second flight, without waiting for the server's.</summary>
    public bool IsClientReadyEarly => IsTls13 || _profile.IsResumed;

    /// <summary>Whether the client has to sign or check certificates.</summary>
    public bool IsFull => !_profile.IsResumed && _profile.PreSharedIdentity == 0;

    /// <summary>Octets that a record adds to its content [B].</summary>
    public int RecordOverhead => TlsRecord.Header + (IsTls13 ? 1 : 8) + (_profile.Cipher == TlsCipher.Aes128Ccm8 ? 8 : 16);

    /// <summary>The alert that ends a connection.</summary>
    public TlsRecord Farewell => new(IsTls13 ? TlsRecord.Application : TlsRecord.Alert, RecordOverhead + 2);

    private static TlsRecord ChangeCipher => new(TlsRecord.ChangeCipher, TlsRecord.Header + 1);

    private bool IsTls13 => _profile.Version == Security.Tls13;

    private bool HasCertificates => _profile.PreSharedIdentity == 0;

    private int Share => _profile.Group == TlsGroup.P256 ? 65 : 32;

    private int Hash => _profile.Cipher == TlsCipher.Aes256Gcm ? 48 : 32;

    /// <summary>A session with a longer hash takes one more block of the cipher that protects the ticket.</summary>
    private int TicketOfTls13Length => _profile.Cipher == TlsCipher.Aes256Gcm ? 208 : 192;

    private TlsRecord ClientHello
    {
        get
        {
            var session = IsTls13 || _profile.IsResumed ? 32 : 0;
            return Plain(1, Hello + 1 + session + 2 + Suites + 2 + 2 + ClientExtensions);
        }
    }

    /// <summary>Cipher suites offered, two octets each, with the one that signals secure renegotiation.</summary>
    private int Suites =>
        2
        * (
            1
            + (
                _profile.OffersOne || !HasCertificates ? 1
                : IsTls13 ? 3
                : 27
            )
        );

    private int ClientExtensions
    {
        get
        {
            var name = _profile.ServerName > 0 ? 9 + _profile.ServerName : 0;
            var ticket = 4 + (!IsTls13 && _profile.IsResumed ? TicketOfTls12 : 0);
            const int EncryptThenMac = 4;
            const int ExtendedSecret = 4;
            var signatures = 6 + 2 * SignaturesOffered;
            var groups = HasCertificates ? 8 + 6 + 2 * (_profile.OffersOne ? 1 : GroupsKnown) : 0;
            var common = name + ticket + EncryptThenMac + ExtendedSecret + signatures + groups;
            if (!IsTls13)
            {
                return common;
            }

            const int Versions = 7;
            const int KeyExchangeModes = 6;
            var preShared = _profile.IsResumed ? 4 + 2 + 2 + TicketOfTls13Length + 4 + 2 + 1 + Hash : 0;
            return common + Versions + KeyExchangeModes + 10 + Share + preShared;
        }
    }

    /// <summary>Groups that OpenSSL knows: those over finite fields in TLS 1.3 only.</summary>
    private int GroupsKnown => IsTls13 ? 10 : 5;

    /// <summary>Signature algorithms offered; suites with short tags need a security level that admits weak hashes too.</summary>
    private int SignaturesOffered =>
        _profile.Cipher == TlsCipher.Aes128Ccm8 && !_profile.OffersOne ? 23
        : _profile.OffersOne ? 1
        : IsTls13 ? 14
        : 20;

    private IEnumerable<TlsRecord> ServerOfTls12()
    {
        const int Renegotiation = 5;
        const int PointFormats = 8;
        const int Ticket = 4;
        const int ExtendedSecret = 4;
        if (_profile.IsResumed)
        {
            yield return Plain(2, Hello + 1 + 32 + 2 + 1 + 2 + Renegotiation + ExtendedSecret);
            yield return ChangeCipher;
            yield return Finished;
            yield break;
        }

        var extensions = Renegotiation + Ticket + ExtendedSecret + (HasCertificates ? PointFormats : 0);
        yield return Plain(2, Hello + 1 + 2 + 1 + 2 + extensions);
        if (HasCertificates)
        {
            yield return Plain(11, 4 + 3 + _profile.ServerCertificates.Sum(octets => octets + 3));
            yield return Plain(12, 4 + 4 + Share + 4 + Signature);
        }

        if (_profile.ClientCertificates.Count > 0)
        {
            yield return Plain(13, 74);
        }

        yield return Plain(14, 4);
    }

    private IEnumerable<TlsRecord> ClientOfTls12()
    {
        if (!_profile.IsResumed)
        {
            if (_profile.ClientCertificates.Count > 0)
            {
                yield return Plain(11, 4 + 3 + _profile.ClientCertificates.Sum(octets => octets + 3));
            }

            yield return Plain(16, 4 + (HasCertificates ? 1 + Share : 2 + _profile.PreSharedIdentity));
            if (_profile.ClientCertificates.Count > 0)
            {
                yield return Plain(15, 4 + 2 + 2 + Signature);
            }
        }

        yield return ChangeCipher;
        yield return Finished;
    }

    private IEnumerable<TlsRecord> LastOfTls12()
    {
        if (_profile.IsResumed)
        {
            yield break;
        }

        if (_profile.Tickets > 0)
        {
            yield return Plain(4, 4 + 4 + 2 + (_profile.ClientCertificates.Count > 0 ? TicketWithCertificate : TicketOfTls12));
        }

        yield return ChangeCipher;
        yield return Finished;
    }

    private IEnumerable<TlsRecord> ServerOfTls13()
    {
        const int Versions = 6;
        var preShared = _profile.IsResumed ? 6 : 0;
        yield return Plain(2, Hello + 1 + 32 + 2 + 1 + 2 + Versions + 8 + Share + preShared);
        yield return ChangeCipher;

        // A server that likes another group better than the one offered tells all that it knows.
        var groups = _profile.Group == TlsGroup.X25519 ? 0 : 6 + 2 * GroupsKnown;
        yield return Sealed(4 + 2 + groups);
        if (!_profile.IsResumed)
        {
            if (_profile.ClientCertificates.Count > 0)
            {
                yield return Sealed(73);
            }

            yield return Sealed(4 + 1 + 3 + _profile.ServerCertificates.Sum(octets => octets + 5));
            yield return Sealed(4 + 2 + 2 + Signature);
        }

        yield return Finished;
    }

    private IEnumerable<TlsRecord> ClientOfTls13()
    {
        yield return ChangeCipher;
        if (!_profile.IsResumed && _profile.ClientCertificates.Count > 0)
        {
            yield return Sealed(4 + 1 + 3 + _profile.ClientCertificates.Sum(octets => octets + 5));
            yield return Sealed(4 + 2 + 2 + Signature);
        }

        yield return Finished;
    }

    private IEnumerable<TlsRecord> TicketsOfTls13()
    {
        const int Lifetime = 4;
        const int Age = 4;
        const int Nonce = 1 + 8;
        return Enumerable.Repeat(Sealed(4 + Lifetime + Age + Nonce + 2 + TicketOfTls13Length + 2), _profile.Tickets);
    }

    private TlsRecord Finished => IsTls13 ? Sealed(4 + Hash) : new TlsRecord(TlsRecord.Handshake, RecordOverhead + 4 + FinishedOfTls12);

    private static TlsRecord Plain(byte message, int content) => new(TlsRecord.Handshake, TlsRecord.Header + content, message);

    private TlsRecord Sealed(int content) => new(TlsRecord.Application, RecordOverhead + content);
}
