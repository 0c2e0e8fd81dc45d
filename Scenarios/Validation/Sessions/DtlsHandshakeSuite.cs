using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Flights of DTLS handshakes and the overhead of records and of OSCORE.</summary>
internal static class DtlsHandshakeSuite
{
    private const int CertificateLength = 390;

    public static ValidationSuite Create() =>
        new(
            "dtls-handshakes",
            "Handshakes of DTLS, flight by flight",
            "DTLS 1.3 and OSCORE: draft-ietf-iotops-security-protocol-comparison (github.com/lwig-wg/protocol-comparison, commit a0d541f). Confirmed. DTLS 1.2: OpenSSL 3.0.19, datagrams of s_client and s_server. Measured.",
            "The draft: AES-128-CCM-8, one suite and group, mandatory extensions, no cookie, raw public keys of both ends, mean length of an ECDSA signature. OpenSSL: one suite, group and signature algorithm offered; a cookie of 20 octets; an ECDSA signature takes 70 to 72 octets as chance has it and 71 in the model, which is the tolerance for each.",
            ["coap", "udp"],
            [
                .. ReferenceData.Rows("dtls-handshakes.csv").Where(row => row["protocol"] == "DTLS1.3").SelectMany(OfDraft),
                .. ReferenceData.Rows("dtls12-handshakes.csv").SelectMany(OfOpenSsl),
                .. Overheads(),
            ]
        );

    private static IEnumerable<ValidationRow> OfDraft(ReferenceData.Row row)
    {
        const int Listed = 2;
        var hasRawKeys = row["authentication"].StartsWith("RPK", StringComparison.Ordinal);
        var flights = new DtlsHandshake(
            new DtlsProfile
            {
                Authentication = row["authentication"] switch
                {
                    "PSK" => DtlsAuthentication.PreSharedKey,
                    "PSK+ECDHE" => DtlsAuthentication.PreSharedKeyEcdhe,
                    _ => DtlsAuthentication.RawPublicKey,
                },
                ConnectionId = row["connection_id"] == "none" ? 0 : 1,
            }
        ).Flights.Select(flight => flight.Sum(record => record.Length)).ToArray();
        var name = $"DTLS 1.3, {row["authentication"]}, connection identifier of {row["connection_id"]}";
        yield return Exact($"{name}: flight 1", row.Whole("flight1"), flights[0]);
        yield return WithList(Exact($"{name}: flight 2", row.Whole("flight2"), flights[1]));
        yield return Exact($"{name}: flight 3", row.Whole("flight3"), flights[2]);
        yield return WithList(Exact($"{name}: all", row.Whole("total"), flights[0] + flights[1] + flights[2]));

        ValidationRow WithList(ValidationRow of) =>
            !hasRawKeys
                ? of
                : of with
                {
                    Cause =
                        "the draft's server answers with lists of certificate types, one octet of length each; RFC 7250, section 3, has it name one type without a length.",
                    Observed = of.Expected - Listed,
                };
    }

    private static IEnumerable<ValidationRow> OfOpenSsl(ReferenceData.Row row)
    {
        var handshake = new DtlsHandshake(
            new DtlsProfile
            {
                Version = DatagramSecurity.Dtls12,
                Authentication = row["authentication"] switch
                {
                    "psk" => DtlsAuthentication.PreSharedKey,
                    "mutual" => DtlsAuthentication.Certificate,
                    _ => DtlsAuthentication.ServerCertificate,
                },
                Cipher = row["suite"] == "ccm8" ? TlsCipher.Aes128Ccm8 : TlsCipher.Aes128Gcm,
                CookieLength = 20,
                IdentityLength = 10,
                ServerCertificates = [CertificateLength],
                ClientCertificates = [CertificateLength],
                AlwaysOffersSignatures = true,
                PointFormats = 3,
                IsResumable = true,
                IsResumed = row.Whole("resumed") == 1,
            }
        );
        string[] columns = ["hello_c", "verify_s", "hello2_c", "flight_s", "flight_c", "last_s"];
        for (var i = 0; i < columns.Length; i++)
        {
            var octets = i < handshake.Flights.Count ? handshake.Flights[i].Sum(record => record.Length) : 0;
            var hasSignature =
                columns[i] is "flight_s" && row.Whole("signatures") > 0 || columns[i] is "flight_c" && row.Whole("signatures") > 1;
            yield return new ValidationRow(
                $"DTLS 1.2, {row["case"]}, {row["suite"]}: {columns[i]}",
                "B",
                row.Whole(columns[i]),
                hasSignature ? Criterion.Within(1) : Criterion.Exact,
                () => Measurement.Computed(octets)
            );
        }

        const int Alert = 2;
        yield return Exact($"DTLS 1.2, {row["case"]}, {row["suite"]}: alert", row.Whole("alert"), handshake.RecordOverhead + Alert);
    }

    private static IEnumerable<ValidationRow> Overheads()
    {
        yield return Exact("DTLS 1.3: a record without connection identifier", 11, Overhead(DatagramSecurity.Dtls13, 0));
        yield return Exact("DTLS 1.3: a record with one octet of connection identifier", 12, Overhead(DatagramSecurity.Dtls13, 1));
        yield return Exact("DTLS 1.2: a record without connection identifier", 29, Overhead(DatagramSecurity.Dtls12, 0));
        CoapOption[] path = [.. CoapOption.Path(CoapOption.UriPath, "sensors/t")];
        yield return Exact(
            "OSCORE: a request with an empty sender identifier",
            13,
            OscoreSize.Message(1, path, payload: 16, isRequest: true, OscoreSize.Sequence(5), sender: 0) - CoapSize.Message(1, path, 16)
        );
        yield return Exact(
            "OSCORE: a request with a sender identifier of one octet",
            14,
            OscoreSize.Message(1, path, payload: 16, isRequest: true, OscoreSize.Sequence(5), sender: 1) - CoapSize.Message(1, path, 16)
        );
        yield return Exact(
            "OSCORE: a response",
            11,
            OscoreSize.Message(1, [], payload: 16, isRequest: false, sequence: 0, sender: 0) - CoapSize.Message(1, [], 16)
        );
    }

    private static int Overhead(DatagramSecurity version, int connectionId) =>
        new DtlsHandshake(new DtlsProfile { Version = version, ConnectionId = connectionId }).RecordOverhead;

    private static ValidationRow Exact(string name, double expected, int obtained) =>
        new(name, "B", expected, Criterion.Exact, () => Measurement.Computed(obtained));
}
