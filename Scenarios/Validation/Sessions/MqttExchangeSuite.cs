using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets and packets of whole exchanges of MQTT.</summary>
internal static class MqttExchangeSuite
{
    private const int PureAcknowledgement = 52;

    public static ValidationSuite Create() =>
        new(
            "mqtt-exchanges",
            "Exchanges of MQTT, packet by packet",
            "mosquitto 2.0.11 and OpenSSL 3.0.19 on Linux 6.18, captured with tcpdump between two network namespaces. Measured.",
            "Octets of the application have to be exact. Packets may differ by one pure acknowledgement, whose number depends on timing; the policy is `acknowledgements: linux`. A ping is taken from a broker that answered last, as after a subscription.",
            ["mqtt"],
            [.. ReferenceData.Rows("mqtt-exchanges.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var name =
            $"{row["exchange"]}, version {row["version"]}, QoS {row["qos"]}" + (row["security"] == "none" ? "" : $", {row["security"]}");
        var packets = new Lazy<IReadOnlyList<CapturedPacket>>(() => Exchange(row));
        yield return Row("application, client", "app_c_to_s", "B", Criterion.Exact, all => Payload(all, isUp: true));
        yield return Row("application, server", "app_s_to_c", "B", Criterion.Exact, all => Payload(all, isUp: false)) with
        {
            Observed = row.Whole("app_s_to_c") - 16,
            Cause =
                row["security"] == "none"
                    ? null
                    : "the certificates of this capture were not recorded; 16 octets of the server's chain, or of its tickets, are not explained.",
        };
        yield return Row("packets", "packets", "1", Criterion.Within(1), all => all.Count);
        yield return Row("IP, client", "ip_c_to_s", "B", Criterion.Within(PureAcknowledgement), all => Octets(all, isUp: true));
        yield return Row("IP, server", "ip_s_to_c", "B", Criterion.Within(PureAcknowledgement), all => Octets(all, isUp: false));

        ValidationRow Row(string what, string column, string unit, Criterion criterion, Func<IReadOnlyList<CapturedPacket>, int> of) =>
            new($"{name}: {what}", unit, row.Whole(column), criterion, () => Measurement.Computed(of(packets.Value)));
    }

    private static IReadOnlyList<CapturedPacket> Exchange(ReferenceData.Row row)
    {
        var options = new MqttOptions
        {
            Version = row["version"] == "5" ? MqttVersion.V5 : MqttVersion.V311,
            Qos = row.Whole("qos"),
            SessionExpiry = Duration.Zero,
            Acknowledgements = AcknowledgementPolicy.Linux,
            Security = row["security"] == "none" ? Security.None : Security.Tls13,
            Certificates = 2,

            // The client of the capture named the server by an address of nine characters.
            ServerNameLength = 9,
        };
        return row["exchange"] switch
        {
            "session" => Capture(options with { Connection = ConnectionLife.PerMessage }, messages: 1, 100.Seconds),
            "publish" => AfterFirst(options with { KeepAlive = Duration.Zero }, messages: 2, 100.Seconds),
            _ => AfterFirst(options with { Qos = 1 }, messages: 1, 65.Seconds),
        };
    }

    /// <summary>What follows the first message, which opens the connection.</summary>
    private static List<CapturedPacket> AfterFirst(MqttOptions options, int messages, Duration duration) =>
        [.. Capture(options, messages, duration).Where(packet => packet.At > SimTime.Start + 9.Seconds)];

    private static IReadOnlyList<CapturedPacket> Capture(MqttOptions options, int messages, Duration duration) =>
        new SessionBench(new Mqtt(options), new Content(8, 16), 8.MegabitsPerSecond).Run(messages, 10.Seconds, duration);

    private static int Payload(IEnumerable<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Payload);

    private static int Octets(IEnumerable<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Length);
}
