using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets of whole exchanges of CoAP.</summary>
internal static class CoapExchangeSuite
{
    /// <summary>A little more than the keep-alive time, so that pings come before messages, as in the captures.</summary>
    private static readonly Duration Every = 60.05.Seconds;

    private const string LongerName =
        "each exchange of this run is two octets longer than that of the run of one message; which name the client gave its server here was not recorded.";

    public static ValidationSuite Create() =>
        new(
            "coap-exchanges",
            "Exchanges of CoAP, message by message",
            "libcoap 4.3.1, captured with tcpdump between two network namespaces. Measured. Whole runs of aiocoap and paho: github.com/philipbl/iot-protocol-comparison (commits bd405d5 and 03d9c54). Confirmed.",
            "Token of one octet, path sensors/t, text/plain, 16 octets; observed: path time, no format, 15 octets. The answer to a registration that carries a state is that of a second registration. Public runs: token of four octets, Uri-Host, path test, no format, 121 octets. HTTP of these runs: requests of Python 3.5.2 and the development server of Flask (from their sources; versions of that autumn: six characters for that of requests, Werkzeug 0.11.11), host node1:5000; packets within one pure acknowledgement for each connection.",
            ["coap", "mqtt", "http"],
            [
                .. ReferenceData.Rows("coap-exchanges.csv").SelectMany(Rows),
                .. ReferenceData.Rows("coap-mqtt-bytes.csv").Where(row => row["protocol"] == "CoAP CON PUT").SelectMany(PublicRows),
                .. ReferenceData.Rows("coap-mqtt-bytes.csv").Where(row => row["protocol"] == "MQTT QoS0").SelectMany(PublicMqttRows),
                .. ReferenceData.Rows("coap-mqtt-bytes.csv").Where(row => row["protocol"] == "HTTP POST").SelectMany(PublicHttpRows),
                Block("a first block of 64 octets", 84),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var exchange = row["exchange"];
        var packets = new Lazy<IReadOnlyList<CapturedDatagram>>(() => Exchange(exchange));
        var isNotified = exchange is "registration" or "notification";

        // The observer is the client of the capture, and it is the far end here.
        yield return Row(
            "application, client",
            "c_to_s",
            all => all.Where(packet => packet.IsUp != isNotified).Sum(packet => packet.Payload)
        );
        yield return Row(
            "application, server",
            "s_to_c",
            all => all.Where(packet => packet.IsUp == isNotified).Sum(packet => packet.Payload)
        );
        yield return Row("IP, both", "ip_total", all => all.Sum(packet => packet.Length));

        ValidationRow Row(string what, string column, Func<IEnumerable<CapturedDatagram>, int> of) =>
            new($"{exchange}: {what}", "B", row.Whole(column), Criterion.Exact, () => Measurement.Computed(of(packets.Value)));
    }

    private static IReadOnlyList<CapturedDatagram> Exchange(string exchange)
    {
        var options = new CoapOptions { TokenLength = 1, ContentFormat = 0 };
        var observed = options with { Observe = CoapObserve.Forth, Path = "time", ContentFormat = -1, MaxAge = 60.Seconds };
        return exchange switch
        {
            "put" => Capture(options, 16, 20.Seconds),
            "get" => Get(options with { ContentFormat = -1 }),
            "registration" => [.. Capture(observed, 15, 100.Seconds).Where(packet => packet.At > SimTime.Start + 50.Seconds)],
            _ => [.. Capture(observed, 15, 20.Seconds).Where(packet => packet.At > SimTime.Start + 5.Seconds)],
        };
    }

    /// <summary>A GET fetches the second block of a notification; without its Block2 option of two octets on both ways it is a plain one.</summary>
    private static IReadOnlyList<CapturedDatagram> Get(CoapOptions options)
    {
        CoapOption[] path = [.. CoapOption.Path(CoapOption.UriPath, options.Path)];
        return
        [
            new CapturedDatagram(IsUp: true, SimTime.Start, new byte[28 + CoapSize.Message(options.TokenLength, path, payload: 0)]),
            new CapturedDatagram(IsUp: false, SimTime.Start, new byte[28 + CoapSize.Message(options.TokenLength, [], payload: 16)]),
        ];
    }

    private static IReadOnlyList<CapturedDatagram> Capture(CoapOptions options, int octets, Duration duration) =>
        new DatagramBench(new Coap(options), new Content(octets, 8), messages: 1, 60.Seconds).Run(duration);

    private static IEnumerable<ValidationRow> PublicRows(ReferenceData.Row row)
    {
        var isLong = row["run"] != "one_message";
        var messages = row.Whole("messages_sent");
        var packets = new Lazy<IReadOnlyList<CapturedDatagram>>(() =>
            new DatagramBench(
                new Coap(
                    new CoapOptions
                    {
                        Path = "test",
                        HostLength = "node1".Length,
                        ContentFormat = -1,
                    }
                ),
                new Content(121, 8),
                messages,
                60.Seconds
            ).Run(700.Seconds)
        );
        yield return new ValidationRow(
            $"aiocoap, {row["run"]}: packets",
            "1",
            row.Whole("packets"),
            Criterion.Exact,
            () => Measurement.Computed(packets.Value.Count)
        );
        var octets = new ValidationRow(
            $"aiocoap, {row["run"]}: octets of IP",
            "B",
            row.Whole("bytes_ip"),
            Criterion.Exact,
            () => Measurement.Computed(packets.Value.Sum(packet => packet.Length))
        );
        yield return isLong ? octets with { Cause = LongerName, Observed = row.Whole("bytes_ip") - 2 * messages } : octets;
    }

    private static IEnumerable<ValidationRow> PublicMqttRows(ReferenceData.Row row)
    {
        var messages = row.Whole("messages_sent");
        var options = new MqttOptions
        {
            Qos = 0,
            TopicLength = "test".Length,
            SessionExpiry = Duration.Zero,
            ClientIdLength = "test_publisher".Length,
        };
        var packets = new Lazy<IReadOnlyList<CapturedPacket>>(() =>
            new SessionBench(new Mqtt(options), new Content(121, 8), 1.MegabitsPerSecond).Run(
                messages,
                Every,
                Every * (long)messages - 1.Seconds
            )
        );
        const string Pings =
            "beside the messages, 36 packets and 1908 octets are left in the capture, as of twelve pings with their answers; paho looks at its clock once a second. Ours come before each of the ten messages that follow another, with two pure acknowledgements more.";
        yield return new ValidationRow(
            $"paho, {row["run"]}: packets",
            "1",
            row.Whole("packets"),
            Criterion.Exact,
            () => Measurement.Computed(packets.Value.Count)
        ) with
        {
            Cause = messages > 1 ? Pings : null,
            Observed = 61,
        };
        yield return new ValidationRow(
            $"paho, {row["run"]}: octets of IP",
            "B",
            row.Whole("bytes_ip"),
            Criterion.Exact,
            () => Measurement.Computed(packets.Value.Sum(packet => packet.Length))
        ) with
        {
            Cause = messages > 1 ? Pings : null,
            Observed = 4679,
        };
    }

    private static IEnumerable<ValidationRow> PublicHttpRows(ReferenceData.Row row)
    {
        var messages = row.Whole("messages_sent");
        var options = new HttpOptions
        {
            Connection = ConnectionLife.PerMessage,
            Client = HttpClientProfile.PythonRequests,
            Server = HttpServerProfile.Werkzeug,
            Status = HttpStatus.Ok,
            Encoding = Encoding.Json,
            Host = "node1:5000",
            Path = "/test",
        };
        var packets = new Lazy<IReadOnlyList<CapturedPacket>>(() =>
            new SessionBench(new Http(options), new Content(19, 16), 1.MegabitsPerSecond).Run(
                messages,
                60.Seconds,
                60.Seconds * (long)messages
            )
        );
        var isLong = messages > 1;
        const string Acknowledgements =
            "each connection of this run has two packets less than the one of the other run between the same programs, as if the request were one segment, acknowledged once; totals do not tell which. Ours has fourteen in both.";
        yield return new ValidationRow(
            $"requests and Flask, {row["run"]}: packets",
            "1",
            row.Whole("packets"),
            Criterion.Within(messages),
            () => Measurement.Computed(packets.Value.Count)
        ) with
        {
            Cause = isLong ? Acknowledgements : null,
            Observed = 154,
        };
        yield return new ValidationRow(
            $"requests and Flask, {row["run"]}: octets of IP",
            "B",
            row.Whole("bytes_ip"),
            Criterion.Within(52 * messages),
            () => Measurement.Computed(packets.Value.Sum(packet => packet.Length))
        ) with
        {
            Cause = isLong ? Acknowledgements : null,
            Observed = 13_398,
        };
        yield return new ValidationRow(
            $"requests and Flask, {row["run"]}: octets of the application",
            "B",
            row.Whole("bytes_ip") - 52 * row.Whole("packets") - 16 * messages,
            Criterion.Exact,
            () => Measurement.Computed(packets.Value.Sum(packet => packet.Payload))
        ) with
        {
            Cause = isLong ? LongerName : null,
            Observed = 5214,
        };
    }

    private static ValidationRow Block(string name, int octets) =>
        new(name, "B", octets, Criterion.Exact, () => Measurement.Computed(new DatagramBench(
                        new Coap(
                            new CoapOptions
                            {
                                TokenLength = 1,
                                ContentFormat = 0,
                                BlockSize = 64,
                            }
                        ),
                        new Content(128, 8),
                        messages: 1,
                        60.Seconds
                    ).Run(20.Seconds).First(packet => packet.IsUp).Payload));
}
