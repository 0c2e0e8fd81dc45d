using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Validation;
using M2mVsIoTSim.Tests.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>Whole exchanges against captures of mosquitto 2.0.11 on Linux 6.18, under the acknowledgement policy <c>linux</c>.</summary>
public class ProtocolExchangeTests
{
    private const int PureAcknowledgement = 52;

    /// <summary>Octets of the server under TLS that the model does not explain: the certificates of that capture were not recorded.</summary>
    private const int UnknownCertificates = 16;

    private static readonly TestCaseData[] Cases =
    [
        .. ReferenceData
            .Rows("mqtt-exchanges.csv")
            .Select(row =>
                new TestCaseData(row).SetArgDisplayNames($"{row["exchange"]} {row["version"]} QoS {row["qos"]} {row["security"]}")
            ),
    ];

    private static readonly TestCaseData[] PlainCases =
    [
        .. Cases.Where(data => ((ReferenceData.Row)data.Arguments[0]!)["security"] == "none"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Every_octet_of_the_application_is_there(ReferenceData.Row row)
    {
        var packets = Exchange(row);
        var missing = row["security"] == "none" ? 0 : UnknownCertificates;

        Assert.That(
            (Payload(packets, isUp: true), Payload(packets, isUp: false)),
            Is.EqualTo((row.Whole("app_c_to_s"), row.Whole("app_s_to_c") - missing))
        );
    }

    [TestCaseSource(nameof(Cases))]
    public void Packets_agree_but_for_one_acknowledgement(ReferenceData.Row row) =>
        Assert.That(Exchange(row), Has.Count.EqualTo(row.Whole("packets")).Within(1));

    [TestCaseSource(nameof(Cases))]
    public void Octets_of_packets_agree_but_for_one_acknowledgement(ReferenceData.Row row)
    {
        var packets = Exchange(row);
        var missing = row["security"] == "none" ? 0 : UnknownCertificates;
        Assert.Multiple(() =>
        {
            Assert.That(Octets(packets, isUp: true), Is.EqualTo(row.Whole("ip_c_to_s")).Within(PureAcknowledgement));
            Assert.That(Octets(packets, isUp: false), Is.EqualTo(row.Whole("ip_s_to_c") - missing).Within(PureAcknowledgement));
        });
    }

    [TestCaseSource(nameof(PlainCases))]
    public void Without_security_packets_agree_altogether(ReferenceData.Row row)
    {
        var packets = Exchange(row);

        Assert.That(
            (packets.Count, Octets(packets, isUp: true), Octets(packets, isUp: false)),
            Is.EqualTo((row.Whole("packets"), row.Whole("ip_c_to_s"), row.Whole("ip_s_to_c")))
        );
    }

    private static List<CapturedPacket> Exchange(ReferenceData.Row row)
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
            "session" => All(options with { Connection = ConnectionLife.PerMessage }),
            "publish" => After(options with { KeepAlive = Duration.Zero }, messages: 2, until: 100),

            // The broker was interactive when it was pinged: after a subscription, or here a confirmed message.
            _ => After(options with { Qos = 1 }, messages: 1, until: 65),
        };
    }

    private static List<CapturedPacket> All(MqttOptions options) => Session(options).Send().Run().Log.Packets;

    /// <summary>What follows the first message, which opens the connection.</summary>
    private static List<CapturedPacket> After(MqttOptions options, int messages, double until) =>
        [.. Session(options).Send(messages, every: 10).Run(until).Log.Packets.Where(packet => packet.At.TotalSeconds > 9)];

    private static Hop Session(MqttOptions options) => new(new Mqtt(options), content: new Content(8, 16));

    private static int Payload(List<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Payload);

    private static int Octets(List<CapturedPacket> packets, bool isUp) =>
        packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Octets.Length);
}
