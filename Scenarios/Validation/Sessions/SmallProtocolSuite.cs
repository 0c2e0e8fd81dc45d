using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets of the messages of LwM2M and MQTT-SN, as they pass in sessions.</summary>
internal static class SmallProtocolSuite
{
    private static readonly Lwm2mOptions Lwm2m = new()
    {
        TokenLength = 8,
        Lifetime = 300.Seconds,
        QueueMode = false,
        Format = Lwm2mFormat.Tlv,
    };

    public static ValidationSuite CreateLwm2m() =>
        new(
            "lwm2m",
            "Messages of LwM2M",
            "LwM2M 1.1 over CoAP, counted character by character. Derived.",
            "Messages as they pass in a session with one report: nothing is asked of sizes that the session does not send.",
            ["lwm2m"],
            [
                .. Rows(
                    "lwm2m-messages.csv",
                    () => new DatagramBench(new Lwm2m(Lwm2m), new Content(1, 32), messages: 1, 60.Seconds).Run(300.Seconds),
                    (message, packets) =>
                        message switch
                        {
                            "registration" => packets.First(packet => packet.IsUp).Payload,
                            "answer to the registration" => packets.First(packet => !packet.IsUp).Payload,
                            "update" => packets.Last(packet => packet.IsUp && packet.Code == CoapCode.Post).Payload,
                            "answer to the update" => packets.Last(packet => !packet.IsUp && packet.Code == CoapCode.Changed).Payload,

                            // Header, token, Observe, Content-Format of two octets and marker stand before the value.
                            _ => packets.Last(packet => packet.IsUp && packet.Code == CoapCode.Content).Payload - (4 + 8 + 2 + 3 + 1),
                        }
                ),
                .. Rows(
                    "lwm2m-bootstrap.csv",
                    () =>
                        new DatagramBench(new Lwm2m(Lwm2m with { Bootstrap = true }), new Content(1, 32), messages: 1, 60.Seconds).Run(
                            300.Seconds
                        ),
                    (message, packets) =>
                        message switch
                        {
                            "request for a bootstrap" => packets.First(packet => packet.IsUp && packet.Code == CoapCode.Post).Payload,
                            "answer to the request" => packets.First(packet => !packet.IsUp && packet.Code == CoapCode.Changed).Payload,
                            "removal of what was there" => packets.First(packet => packet.Code == CoapCode.Delete).Payload,
                            "write of the Security object" => packets.First(packet => packet.Code == CoapCode.Put).Payload,
                            "write of the Server object" => packets.Last(packet => packet.Code == CoapCode.Put).Payload,
                            _ => packets.Last(packet => !packet.IsUp && packet.Code == CoapCode.Post).Payload,
                        }
                ),
            ]
        );

    public static ValidationSuite CreateMqttSn() =>
        new(
            "mqtt-sn",
            "Messages of MQTT-SN",
            "MQTT-SN protocol specification, version 1.2. From memory.",
            "Messages as they pass in three sessions of one report each: of a client that stays connected, of one that sleeps and subscribes, and of one with QoS 2 and a last will.",
            ["mqtt-sn"],
            [
                .. Rows(
                    "mqtt-sn-messages.csv",
                    () =>
                        [
                            .. Sessions(new MqttSnOptions(), serverSends: false),
                            .. Sessions(new MqttSnOptions { Sleep = 60.Seconds }, serverSends: true),
                            .. Sessions(new MqttSnOptions { Qos = 2, WillLength = 7 }, serverSends: false),
                        ],
                    (message, packets) => packets.First(packet => IsOf(message, packet)).Payload
                ),
            ]
        );

    private static IReadOnlyList<CapturedDatagram> Sessions(MqttSnOptions options, bool serverSends) =>
        new DatagramBench(new MqttSn(options), new Content(16, 8), messages: 1, 60.Seconds, serverSends: serverSends).Run(130.Seconds);

    /// <summary>By the type that stands in the second octet.</summary>
    private static bool IsOf(string message, CapturedDatagram packet) =>
        (message, packet.Code, packet.Payload > 2) switch
        {
            ("CONNECT", 0x04, _) => true,
            ("CONNACK", 0x05, _) => true,
            ("REGISTER", 0x0A, _) => true,
            ("REGACK", 0x0B, _) => true,
            ("PUBLISH", 0x0C, _) => true,
            ("PUBACK", 0x0D, _) => true,
            ("PUBCOMP", 0x0E, _) => true,
            ("PUBREC", 0x0F, _) => true,
            ("PUBREL", 0x10, _) => true,
            ("WILLTOPICREQ", 0x06, _) => true,
            ("WILLTOPIC", 0x07, _) => true,
            ("WILLMSGREQ", 0x08, _) => true,
            ("WILLMSG", 0x09, _) => true,
            ("SUBSCRIBE", 0x12, _) => true,
            ("SUBACK", 0x13, _) => true,
            ("PINGREQ", 0x16, false) => true,
            ("PINGREQ after sleep", 0x16, true) => true,
            ("PINGRESP", 0x17, _) => true,
            ("DISCONNECT with duration", 0x18, true) => true,
            _ => false,
        };

    private static IEnumerable<ValidationRow> Rows(
        string file,
        Func<IReadOnlyList<CapturedDatagram>> run,
        Func<string, IReadOnlyList<CapturedDatagram>, int> of
    )
    {
        var packets = new Lazy<IReadOnlyList<CapturedDatagram>>(run);
        return ReferenceData
            .Rows(file)
            .Select(row => new ValidationRow(
                row["message"],
                "B",
                row.Whole("octets"),
                Criterion.Exact,
                () => Measurement.Computed(of(row["message"], packets.Value))
            ));
    }
}
