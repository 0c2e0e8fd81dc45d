namespace M2mVsIoTSim.Protocols;

/// <summary>The flights of a DTLS handshake, record by record, and what each later record costs.</summary>
/// <remarks>
/// <para>Modelled: the messages of RFC 6347 and RFC 9147 with the extensions that a constrained device needs, one suite, one group and one
/// signature algorithm offered: pre-shared keys with and without ECDHE, raw public keys, certificates, cookies, connection identifiers
/// (RFC 9146), resumption by session number (1.2) and by ticket (1.3), the acknowledgement of the last flight (1.3). In DTLS 1.2 every message
/// has a record of its own; in 1.3 the encrypted messages of a flight share one, with a sequence number of one octet and no length.</para>
/// <para>Left out: renegotiation, early data, padding, names of servers. An ECDSA signature on P-256 takes 70 to 72 octets as
/// chance has it; 71 is taken, the most likely.</para>
/// <para>Sources: the RFCs. Validated by <c>m2miot validate dtls-handshakes</c> against draft-ietf-iotops-security-protocol-comparison
/// and OpenSSL, and <c>DtlsTests</c>.</para>
/// </remarks>
public sealed class DtlsHandshake
{
    private const int PlainHeader = 13;
    private const int MessageHeader = 12;
    private const int Signature = 71;
    private const int FinishedOfDtls12 = 12;
    private const int SessionNumber = 32;

    /// <summary>A ticket that is a number under which the server keeps the session.</summary>
    private const int TicketLength = 4;

    /// <summary>SubjectPublicKeyInfo of a point on P-256, uncompressed (RFC 5480).</summary>
    private const int RawPublicKeyLength = 91;
    private const int SignatureAlgorithms = 8;
    private const int ExtendedSecret = 4;

    private readonly DtlsProfile _profile;

    /// <summary>Composes the flights.</summary>
    /// <exception cref="ArgumentException">The version is not one of DTLS.</exception>
    public DtlsHandshake(DtlsProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Version is not (DatagramSecurity.Dtls12 or DatagramSecurity.Dtls13))
        {
            throw new ArgumentException($"{profile.Version} has no handshake; legal: Dtls12, Dtls13.", nameof(profile));
        }

        _profile = profile;
        Flights = IsDtls13 ? [.. FlightsOfDtls13()] : [.. FlightsOfDtls12()];
        Datagrams = [.. Flights.Select(Pack)];
    }

    /// <summary>What is sent in turn, by the client first.</summary>
    public IReadOnlyList<IReadOnlyList<DtlsRecord>> Flights { get; }

    /// <summary>Contents of the datagrams of each flight [B].</summary>
    public IReadOnlyList<IReadOnlyList<int>> Datagrams { get; }

    /// <summary>Number of the flight after which the client may send.</summary>
    public int ClientReady => Begin + (IsDtls13 || _profile.IsResumed ? 1 : 3);

    /// <summary>Number of the flight after which the server may send.</summary>
    public int ServerReady => Begin + 2;

    /// <summary>Number of the flight on which the client works with public keys.</summary>
    public int ServerFlight => Begin + 1;

    /// <summary>Whether keys are exchanged or signatures made.</summary>
    public bool HasPublicKeys => HasSignatures || (HasExchange && !(_profile.IsResumed && !IsDtls13));

    /// <summary>Octets that a record adds to its content [B].</summary>
    public int RecordOverhead =>
        IsDtls13
            ? 2 + _profile.ConnectionId + 1 + Tag
            : PlainHeader + (_profile.ConnectionId > 0 ? _profile.ConnectionId + 1 : 0) + 8 + Tag;

    private bool IsDtls13 => _profile.Version == DatagramSecurity.Dtls13;

    /// <summary>The flight of the client's hello that counts.</summary>
    private int Begin => HasCookie ? 2 : 0;

    private bool HasCookie => _profile.CookieLength > 0;

    private bool HasIdentity => _profile.Authentication is DtlsAuthentication.PreSharedKey or DtlsAuthentication.PreSharedKeyEcdhe;

    private bool HasExchange => _profile.Authentication != DtlsAuthentication.PreSharedKey;

    private bool HasSignatures => !HasIdentity && !_profile.IsResumed;

    private bool HasRawKeys => _profile.Authentication == DtlsAuthentication.RawPublicKey;

    private bool IsMutual => _profile.Authentication is DtlsAuthentication.RawPublicKey or DtlsAuthentication.Certificate;

    private int Share => _profile.Group == TlsGroup.P256 ? 65 : 32;

    private int Tag => _profile.Cipher == TlsCipher.Aes128Ccm8 ? 8 : 16;

    private int Hash => _profile.Cipher == TlsCipher.Aes256Gcm ? 48 : 32;

    private int PointFormats => 4 + 1 + _profile.PointFormats;

    private int ConnectionExtension => _profile.ConnectionId > 0 ? 4 + 1 + _profile.ConnectionId : 0;

    private IEnumerable<IReadOnlyList<DtlsRecord>> FlightsOfDtls13()
    {
        if (HasCookie)
        {
            yield return [HelloOfDtls13(cookie: 0)];
            yield return [Plain(2 + 32 + 1 + 2 + 1 + 2 + 6 + CookieExtension)];
        }

        yield return [HelloOfDtls13(HasCookie ? CookieExtension : 0)];
        yield return [ServerHelloOfDtls13, Sealed(ServerOfDtls13.Sum(content => MessageHeader + content))];
        yield return [Sealed(ClientOfDtls13.Sum(content => MessageHeader + content))];
        var acknowledgement = Sealed(2 + 16);
        if (_profile.IsResumable && !_profile.IsResumed && !HasIdentity)
        {
            yield return [acknowledgement, Sealed(MessageHeader + 4 + 4 + 2 + 2 + TicketLength + 2)];
        }

        yield return [acknowledgement];
    }

    private int CookieExtension => 4 + 2 + _profile.CookieLength;

    private DtlsRecord HelloOfDtls13(int cookie)
    {
        const int Fixed = 2 + 32 + 1 + 1 + 4 + 2 + 2;
        const int Versions = 7;
        var exchange = HasExchange ? 8 + 10 + Share : 0;
        var signatures = HasSignatures ? SignatureAlgorithms : 0;
        var types = HasRawKeys && !_profile.IsResumed ? 6 + 6 : 0;
        var identity = _profile.IsResumed && !HasIdentity ? TicketLength : _profile.IdentityLength;
        var preShared = HasSignatures ? 0 : 6 + 4 + 2 + 2 + identity + 4 + 2 + 1 + Hash;
        return Plain(Fixed + Versions + exchange + signatures + types + preShared + ConnectionExtension + cookie);
    }

    private DtlsRecord ServerHelloOfDtls13 =>
        Plain(2 + 32 + 1 + 2 + 1 + 2 + 6 + (HasExchange ? 8 + Share : 0) + (HasSignatures ? 0 : 6) + ConnectionExtension);

    /// <summary>Contents of the encrypted messages of the server; RFC 7250, section 3: it names one type of certificate for each end.</summary>
    private IEnumerable<int> ServerOfDtls13
    {
        get
        {
            yield return 2 + (HasSignatures && HasRawKeys ? 5 + 5 : 0);
            if (HasSignatures)
            {
                if (IsMutual)
                {
                    yield return 1 + 2 + SignatureAlgorithms;
                }

                yield return CertificateOfDtls13(_profile.ServerCertificates);
                yield return 2 + 2 + Signature;
            }

            yield return Hash;
        }
    }

    private IEnumerable<int> ClientOfDtls13
    {
        get
        {
            if (HasSignatures && IsMutual)
            {
                yield return CertificateOfDtls13(_profile.ClientCertificates);
                yield return 2 + 2 + Signature;
            }

            yield return Hash;
        }
    }

    private int CertificateOfDtls13(IReadOnlyList<int> certificates) =>
        1 + 3 + (HasRawKeys ? RawPublicKeyLength + 5 : certificates.Sum(octets => octets + 5));

    private IEnumerable<IReadOnlyList<DtlsRecord>> FlightsOfDtls12()
    {
        if (HasCookie)
        {
            yield return [HelloOfDtls12(cookie: 0)];
            yield return [Plain(2 + 1 + _profile.CookieLength)];
        }

        yield return [HelloOfDtls12(_profile.CookieLength)];
        if (_profile.IsResumed)
        {
            yield return [ServerHelloOfDtls12, ChangeCipher, Finished];
            yield return [ChangeCipher, Finished];
            yield break;
        }

        yield return [.. ServerOfDtls12()];
        yield return [.. ClientOfDtls12()];
        yield return [ChangeCipher, Finished];
    }

    private DtlsRecord HelloOfDtls12(int cookie)
    {
        // One suite and the one that signals secure renegotiation (RFC 5746).
        const int Fixed = 2 + 32 + 1 + 1 + 6 + 2 + 2;
        var session = _profile.IsResumed ? SessionNumber : 0;
        var groups = HasExchange ? 8 + PointFormats : 0;
        var signatures = HasIdentity && !_profile.AlwaysOffersSignatures ? 0 : SignatureAlgorithms;
        var types = HasRawKeys ? 6 + 6 : 0;
        return Plain(Fixed + session + cookie + ExtendedSecret + groups + signatures + types + ConnectionExtension);
    }

    private DtlsRecord ServerHelloOfDtls12
    {
        get
        {
            const int Renegotiation = 5;
            var session = _profile.IsResumable || _profile.IsResumed ? SessionNumber : 0;
            var points = HasExchange && !_profile.IsResumed ? PointFormats : 0;
            var types = HasSignatures && HasRawKeys ? 5 + 5 : 0;
            return Plain(2 + 32 + 1 + session + 2 + 1 + 2 + Renegotiation + ExtendedSecret + points + types + ConnectionExtension);
        }
    }

    private IEnumerable<DtlsRecord> ServerOfDtls12()
    {
        yield return ServerHelloOfDtls12;
        if (HasSignatures)
        {
            yield return CertificateOfDtls12(_profile.ServerCertificates);
            yield return Plain(4 + Share + 4 + Signature);
            if (IsMutual)
            {
                yield return Plain(2 + 4 + 2);
            }
        }
        else if (HasExchange)
        {
            const int Hint = 2;
            yield return Plain(Hint + 4 + Share);
        }

        yield return Plain(0);
    }

    private IEnumerable<DtlsRecord> ClientOfDtls12()
    {
        if (HasSignatures && IsMutual)
        {
            yield return CertificateOfDtls12(_profile.ClientCertificates);
        }

        yield return Plain((HasIdentity ? 2 + _profile.IdentityLength : 0) + (HasExchange ? 1 + Share : 0));
        if (HasSignatures && IsMutual)
        {
            yield return Plain(4 + Signature);
        }

        yield return ChangeCipher;
        yield return Finished;
    }

    private DtlsRecord CertificateOfDtls12(IReadOnlyList<int> certificates) =>
        Plain(3 + (HasRawKeys ? RawPublicKeyLength : certificates.Sum(octets => octets + 3)));

    private static DtlsRecord ChangeCipher => new(PlainHeader + 1, 0);

    private DtlsRecord Finished => new(RecordOverhead + MessageHeader + FinishedOfDtls12, RecordOverhead + MessageHeader);

    private static DtlsRecord Plain(int content) => new(PlainHeader + MessageHeader + content, PlainHeader + MessageHeader);

    private DtlsRecord Sealed(int messages) => new(RecordOverhead + messages, RecordOverhead + MessageHeader);

    /// <summary>Fills datagrams with records in turn; what is too long for one goes on in the next as another fragment.</summary>
    private static int[] Pack(IReadOnlyList<DtlsRecord> records)
    {
        List<int> datagrams = [0];
        foreach (var record in records)
        {
            var left = record.Length;
            if (datagrams[^1] + left > Datagram.Longest && datagrams[^1] > 0)
            {
                datagrams.Add(0);
            }

            for (; left > Datagram.Longest; left += record.Split)
            {
                datagrams[^1] = Datagram.Longest;
                datagrams.Add(0);
                left -= Datagram.Longest;
            }

            datagrams[^1] += left;
        }

        return [.. datagrams];
    }
}
