using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Flights of TLS handshakes.</summary>
internal static class TlsHandshakeSuite
{
    private const int Leaf = 295;
    private const int ClientLeaf = 293;
    private const int Authority = 382;

    public static ValidationSuite Create() =>
        new(
            "tls-handshakes",
            "Handshakes of TLS, flight by flight",
            "OpenSSL 3.0.19 on Linux 6.18, captured with tcpdump between two network namespaces. Measured.",
            "Payload of successive segments in one direction. Composed from the fields of the messages, so exact; but an ECDSA signature takes 70 to 72 octets as chance has it and 71 in the model, which is the tolerance for each.",
            ["push", "dlms", "mqtt"],
            [.. ReferenceData.Rows("tls-handshakes.csv").SelectMany(Rows)]
        );

    /// <summary>The profile under which a row was captured.</summary>
    public static TlsProfile Profile(ReferenceData.Row row)
    {
        var (isMutual, isPreShared) = (row["authentication"] == "mutual", row["authentication"] == "psk");
        return new TlsProfile
        {
            Version = row["version"] == "1.3" ? Security.Tls13 : Security.Tls12,
            Cipher = row["offers"] switch
            {
                "all" => TlsCipher.Aes256Gcm,
                "ccm8" => TlsCipher.Aes128Ccm8,
                _ => TlsCipher.Aes128Gcm,
            },
            Group = row["offers"] == "one" ? TlsGroup.P256 : TlsGroup.X25519,
            OffersOne = row["offers"] == "one",
            ServerCertificates =
                isPreShared ? []
                : isMutual ? [Leaf, Authority]
                : [Leaf],
            ClientCertificates = isMutual ? [ClientLeaf] : [],
            PreSharedIdentity = isPreShared ? 4 : 0,
            IsResumed = row.Whole("resumed") == 1,
            Tickets = row.Whole("tickets"),
        };
    }

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var handshake = new TlsHandshake(Profile(row));
        var flights = handshake.Flights.Select(flight => flight.Sum(record => record.Length)).ToArray();

        // The server signs first; where both ends sign, the client's signature is in its second flight.
        var signatures = row.Whole("signatures");
        var (byServer, byClient) = (Math.Min(signatures, 1), Math.Max(0, signatures - 1));
        yield return Row("client's hello", "flight1_c", flights[0], 0);
        yield return Row("server's flight", "flight2_s", flights[1], byServer);
        yield return Row("client's second flight", "flight3_c", flights[2], byClient);
        yield return Row("server's last flight", "flight4_s", flights[3], 0);
        yield return Row("all of the client, with its alert", "c_to_s", flights[0] + flights[2] + handshake.Farewell.Length, byClient);
        yield return Row("all of the server, with its alert", "s_to_c", flights[1] + flights[3] + handshake.Farewell.Length, byServer);

        ValidationRow Row(string what, string column, int octets, int tolerance) =>
            new(
                $"TLS {row["version"]}, {row["case"]}: {what}",
                "B",
                row.Whole(column),
                tolerance == 0 ? Criterion.Exact : Criterion.Within(tolerance),
                () => Measurement.Computed(octets)
            );
    }
}
