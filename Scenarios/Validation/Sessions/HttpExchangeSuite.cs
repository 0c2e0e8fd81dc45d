using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets and packets of an exchange of HTTP.</summary>
internal static class HttpExchangeSuite
{
    private const int PureAcknowledgement = 52;

    public static ValidationSuite Create() =>
        new(
            "http-exchanges",
            "Exchanges of HTTP, packet by packet",
            "curl 7.88.1 and nginx 1.22.1 on Linux 6.18, captured with tcpdump between two network namespaces. Measured.",
            "Octets of the application have to be exact; the length of the host's name, which was not recorded, is taken from the client's. Packets may differ by one pure acknowledgement, whose number depends on timing.",
            ["http"],
            [.. ReferenceData.Rows("http-exchanges.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var packets = new Lazy<IReadOnlyList<CapturedPacket>>(Exchange);
        yield return Row("application, client", "app_c_to_s", "B", Criterion.Exact, all => Payload(all, isUp: true));
        yield return Row("application, server", "app_s_to_c", "B", Criterion.Exact, all => Payload(all, isUp: false));
        yield return Row("packets", "packets", "1", Criterion.Within(1), all => all.Count);
        yield return Row("IP, client", "ip_c_to_s", "B", Criterion.Within(PureAcknowledgement), all => Octets(all, isUp: true));
        yield return Row("IP, server", "ip_s_to_c", "B", Criterion.Within(PureAcknowledgement), all => Octets(all, isUp: false));

        ValidationRow Row(string what, string column, string unit, Criterion criterion, Func<IReadOnlyList<CapturedPacket>, int> of) =>
            new(
                $"{row["exchange"]}, one connection: {what}",
                unit,
                row.Whole(column),
                criterion,
                () => Measurement.Computed(of(packets.Value))
            );
    }

    /// <summary>A message of 17 octets: eight around a number of nine digits.</summary>
    private static IReadOnlyList<CapturedPacket> Exchange() =>
        new SessionBench(
            new Http(new HttpOptions { Connection = ConnectionLife.PerMessage, Encoding = Encoding.Json }),
            new Content(1, 29),
            8.MegabitsPerSecond
        ).Run(1, 10.Seconds, 100.Seconds);

    private static int Payload(IEnumerable<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Payload);

    private static int Octets(IEnumerable<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Length);
}
