using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>What becomes of messages when packets are lost and the broker crashes again and again.</summary>
public class MqttRestartTests
{
    private const int Messages = 200;

    private static readonly MqttOptions Patient = new()
    {
        Attempts = 1000,
        Buffer = 1000,
        ReconnectMaximum = 20.Seconds,
        KeepAlive = 30.Seconds,
    };

    [Test]
    public void Every_message_of_QoS_2_arrives_exactly_once_at_a_broker_that_stores([Range(1, 15)] int seed)
    {
        var log = Run(Upwards(Patient with { Qos = 2 }, seed), keepsState: true).Log;

        Assert.That((Sorted(log), log.Duplicates, log.Gone.Count), Is.EqualTo((Enumerable.Range(0, Messages), Array.Empty<int>(), 0)));
    }

    [Test]
    public void Every_message_of_QoS_2_arrives_exactly_once_at_a_subscriber([Range(1, 15)] int seed)
    {
        var log = Run(Downwards(Patient with { Qos = 2 }, seed), keepsState: true).Log;

        Assert.That((Sorted(log), log.Duplicates, log.Gone.Count), Is.EqualTo((Enumerable.Range(0, Messages), Array.Empty<int>(), 0)));
    }

    [Test]
    public void Every_message_of_QoS_1_arrives_at_a_broker_that_stores([Range(1, 10)] int seed)
    {
        var log = Run(Upwards(Patient, seed), keepsState: true).Log;

        Assert.That((Sorted(log), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, Messages), 0)));
    }

    [Test]
    public void Every_message_of_QoS_1_arrives_at_a_broker_that_forgets([Range(1, 10)] int seed)
    {
        var log = Run(Upwards(Patient, seed), keepsState: false).Log;

        Assert.That((Sorted(log), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, Messages), 0)));
    }

    [Test]
    public void Some_messages_of_QoS_1_arrive_more_than_once()
    {
        var copies = Enumerable.Range(1, 10).Sum(seed => Run(Upwards(Patient, seed), keepsState: true).Log.Duplicates.Count);

        Assert.That(copies, Is.Positive);
    }

    [Test]
    public void A_broker_that_forgets_loses_what_waited_for_subscribers()
    {
        var hop = Downwards(Patient, seed: 1, loss: 0, from: 100);
        var broker = MqttBroker.At(hop.Near);
        hop.Do(120.5, () => broker.Restart(10.Seconds, keepsState: true));
        hop.Do(125.5, () => broker.Restart(10.Seconds, keepsState: false));

        // Five seconds of messages, one a second, have been kept until the second crash.
        Assert.That(hop.Run(20_000).Log.Gone.Select(entry => entry.Reason), Is.EqualTo(Enumerable.Repeat(DropReason.NodeDown, 5)));
    }

    [Test]
    public void A_second_crash_prolongs_the_first()
    {
        var hop = Upwards(Patient, seed: 1);
        var broker = MqttBroker.At(hop.Far);
        hop.Do(10, () => broker.Restart(10.Seconds, keepsState: true)).Do(15, () => broker.Restart(10.Seconds, keepsState: true)).Run(22);

        Assert.That(broker.IsUp, Is.False);
    }

    [Test]
    public void Messages_of_QoS_0_get_lost_and_none_comes_twice([Range(1, 10)] int seed)
    {
        var log = Run(Upwards(Patient with { Qos = 0 }, seed), keepsState: true).Log;

        Assert.That((log.Arrived.Count + log.Gone.Count, log.Gone.Count > 0, log.Duplicates.Count), Is.EqualTo((Messages, true, 0)));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void Every_message_ends_once_whatever_the_broker_forgets(int qos)
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var options = Patient with { Qos = qos, Attempts = 3, Buffer = 20 };
            Assert.That(Run(Upwards(options, seed), keepsState: false).Log.IsConserved, $"up, seed {seed}");
            Assert.That(Run(Downwards(options, seed), keepsState: false).Log.IsConserved, $"down, seed {seed}");
        }
    }

    [Test]
    public void A_client_comes_back_later_and_later_and_not_on_the_second()
    {
        var options = Patient with { ReconnectMaximum = 60.Seconds, ConnectionRetries = 0 };
        var hop = new Hop(new Mqtt(options), content: new Content(8, 16)).Send().Send(at: 10);
        hop.Do(9, () => MqttBroker.At(hop.Far).Restart(300.Seconds, keepsState: true));
        var requests = hop.Run(400).Log.Packets.Where(packet => packet.Flags == 2).Select(packet => packet.At.TotalSeconds).ToArray();
        var gaps = requests.Skip(2).Zip(requests.Skip(1), (later, earlier) => later - earlier - 1).ToArray();

        // A request fails after 1 s; then 2, 4, 8, … s, the first 60 s at most, each up to half shorter.
        var expected = new[] { 2.0, 4, 8, 16, 32, 60, 60 };
        Assert.That(gaps.Zip(expected).Select(pair => pair.First / pair.Second), Is.All.InRange(0.5, 1).And.Some.Not.EqualTo(1));
    }

    private static Hop Upwards(MqttOptions options, int seed) =>
        new Hop(new Mqtt(options), 0.3, 0.3, new Content(8, 16), seed: (ulong)seed).Send(Messages, every: 1);

    private static Hop Downwards(MqttOptions options, int seed, double loss = 0.3, double from = 0) =>
        new Hop(new Mqtt(options), loss, loss, new Content(8, 16), serverIsNear: true, seed: (ulong)seed).Send(
            Messages,
            at: from,
            every: 1
        );

    private static Hop Run(Hop hop, bool keepsState)
    {
        // Both nodes are asked: the one without a broker has nothing to crash.
        foreach (var node in new[] { hop.Near, hop.Far })
        {
            for (var at = 20.3; at < 200; at += 37.7)
            {
                hop.Do(at, () => MqttBroker.At(node).Restart(3.Seconds, keepsState));
            }
        }

        return hop.Run(20_000);
    }

    private static IEnumerable<int> Sorted(MessageLog log) => log.Arrived.Select(entry => entry.Serial).Order();
}
