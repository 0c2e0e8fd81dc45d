using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Validation;
using M2mVsIoTSim.Tests.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>MQTT over a connection that loses packets, against captures at the broker, see <c>mqtt-under-loss.csv</c>.</summary>
/// <remarks>Each capture is a single run: it has to lie where a further run of ours would lie with a probability of 99 %.</remarks>
public class MqttUnderLossTests
{
    private const int Runs = 40;
    private static readonly Dictionary<string, ReferenceData.Row> Rows = ReferenceData
        .Rows("mqtt-under-loss.csv")
        .ToDictionary(row => row["run"]);
    private static readonly Dictionary<string, List<CapturedPacket>[]> CapturesByRun = [];

    [TestCase("heavy", "packets")]
    [TestCase("heavy", "ip")]
    [TestCase("heavy", "data_segments")]
    [TestCase("heavy", "repeated")]
    [TestCase("heavy", "duration_s")]
    [TestCase("low", "repeated")]
    public void A_capture_could_be_one_of_our_runs(string run, string quantity)
    {
        var row = Rows[run];
        var ours = Captures(run).Select(packets => Quantity(packets, quantity)).ToArray();
        var (mean, deviation) = (ours.Average(), Math.Sqrt(ours.Sum(value => Math.Pow(value - ours.Average(), 2)) / (ours.Length - 1)));

        // Student's quantile for 39 degrees of freedom at 99 % is 2.708; one more draw varies by the spread and the error of the mean.
        var halfWidth = 2.708 * deviation * Math.Sqrt(1 + 1.0 / Runs);
        Assert.That(row.Number(quantity), Is.EqualTo(mean).Within(halfWidth), $"mean {mean}, standard deviation {deviation}");
    }

    [Test]
    public void Pings_explain_what_the_long_capture_lacks()
    {
        // paho looks at its clock once a second, so that a message that is due every 60.06 s often comes before the ping that is due after 60 s;
        // our clients are exact and ping before each message. A segment for each packet of MQTT, but a ping that is lost travels
        // again together with the message that follows: as often as a ping or its answer is lost.
        var row = Rows["low"];
        var unique = row.Whole("data_segments") - row.Whole("repeated");
        var (publishes, theirPings) = (row.Whole("publishes"), (unique - 2) / 2 - row.Whole("publishes"));
        var ours = Captures("low").Average(packets => Quantity(packets, "data_segments") - Quantity(packets, "repeated"));
        var together = 2 * row.Number("loss") * publishes;

        // Their own share of pings that travelled with a message lies between none and as many.
        Assert.That(ours - 2 * (publishes - 1 - theirPings), Is.InRange(unique - together - 1, unique + 1));
    }

    private static double Quantity(List<CapturedPacket> packets, string quantity) =>
        quantity switch
        {
            "packets" => packets.Count,
            "ip" => packets.Sum(packet => packet.Octets.Length),
            "data_segments" => packets.Count(packet => packet.Payload > 0),
            "repeated" => packets.Count(packet => packet.Payload > 0)
                - packets.Where(packet => packet.Payload > 0).Select(packet => (packet.IsUp, Sequence(packet))).Distinct().Count(),
            _ => (packets[^1].At - packets[0].At).TotalSeconds,
        };

    private static List<CapturedPacket>[] Captures(string run)
    {
        lock (CapturesByRun)
        {
            if (!CapturesByRun.TryGetValue(run, out var captures))
            {
                CapturesByRun[run] = captures = [.. Enumerable.Range(1, Runs).Select(seed => Capture(Rows[run], (ulong)seed))];
            }

            return captures;
        }
    }

    private static List<CapturedPacket> Capture(ReferenceData.Row row, ulong seed)
    {
        var publishes = row.Whole("publishes");

        // Messages are due every 2 s and every minute; over the long run the publisher was a thousandth late.
        var every = row["run"] == "heavy" ? 2 : 60.05;
        var options = new MqttOptions { TopicLength = 22, SessionExpiry = Duration.Zero };
        var hop = new Hop(new Mqtt(options), row.Number("loss"), row.Number("loss"), new Content(121, 8), seed: seed, rate: 1e6);
        var end = every * (publishes - 1) + 55;
        hop.Send(publishes, every: every).Run(end);
        return hop.Tap.AtFarEnd;
    }

    private static uint Sequence(CapturedPacket packet) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(packet.Body[4..]);
}
