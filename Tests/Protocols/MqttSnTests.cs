using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Octets of MQTT-SN, clients that sleep, and what is lost.</summary>
public class MqttSnTests
{
    private const int Headers = 28;
    private static readonly MqttSnOptions Options = new();

    [Test]
    public void A_first_message_connects_registers_and_publishes()
    {
        var log = Over(Options).Send().Run(30).Log;

        Assert.Multiple(() =>
        {
            Assert.That(log.Up.Select(length => length - Headers), Is.EqualTo(new[] { 16, 26, 23 }));
            Assert.That(log.Down.Select(length => length - Headers), Is.EqualTo(new[] { 3, 7, 7 }));
        });
    }

    [Test]
    public void A_message_on_a_known_topic_is_published_and_acknowledged()
    {
        var log = Over(Options).Send(2, every: 30).Run(40).Log;

        Assert.That((log.Up[^1], log.Down[^1], log.Up.Length), Is.EqualTo((51, 35, 4)));
    }

    [Test]
    public void Packets_state_their_length_and_type()
    {
        var packets = Over(Options).Send().Run(30).Log.Packets;

        Assert.Multiple(() =>
        {
            Assert.That(packets.All(packet => packet.HasGoodChecksums));
            Assert.That(packets.All(packet => packet.Content[0] == packet.Payload));
            Assert.That(packets.Select(packet => packet.Content[1]), Is.EqualTo(new byte[] { 4, 5, 0x0A, 0x0B, 0x0C, 0x0D }));
        });
    }

    [Test]
    public void A_long_message_has_a_length_of_three_octets()
    {
        var packet = new Hop(new MqttSn(Options with { Qos = -1, Topic = MqttSnTopic.ShortName }), content: new Content(300, 8))
            .Send()
            .Run(1)
            .Log.Packets[0];

        Assert.That((packet.Payload, packet.Content[0], packet.Content[1] << 8 | packet.Content[2]), Is.EqualTo((309, 1, 309)));
    }

    [Test]
    public void QoS_minus_one_needs_no_connection()
    {
        var log = Over(Options with { Qos = -1, Topic = MqttSnTopic.Predefined }).Send(3, every: 5).Run(100).Log;

        Assert.That((log.Up, log.Down.Length, log.Arrived.Count), Is.EqualTo((new[] { 51, 51, 51 }, 0, 3)));
    }

    [Test]
    public void QoS_minus_one_cannot_register_topics() =>
        Assert.That(() => new MqttSn(Options with { Qos = -1 }), Throws.ArgumentException.With.Message.Contains("predefined, short"));

    [Test]
    public void A_silent_client_pings()
    {
        var log = Over(Options).Send().Run(61).Log;

        Assert.That((log.Up[^1], log.Down[^1]), Is.EqualTo((Headers + 2, Headers + 2)));
    }

    [Test]
    public void What_is_not_answered_is_repeated_after_T_RETRY()
    {
        var at = new Hop(new MqttSn(Options), loss: 0.999999).Send().Run(1000).Log.Packets.Select(packet => packet.At.TotalSeconds);

        Assert.That(at, Is.EqualTo(new double[] { 0, 10, 20, 30 }));
    }

    [Test]
    public void A_lost_acknowledgement_makes_a_duplicate()
    {
        var hop = Over(Options);
        hop.Tap.Lose.Add(5);
        var log = hop.Send().Run(100).Log;

        Assert.Multiple(() =>
        {
            Assert.That((log.Arrived.Count, log.Duplicates.Count), Is.EqualTo((1, 1)));
            Assert.That(log.Packets.Last(packet => packet.IsUp && packet.Content[1] == 0x0C).Content[2] >> 7, Is.EqualTo(1), "DUP");
        });
    }

    [Test]
    public void A_client_that_sleeps_says_for_how_long()
    {
        var log = Over(Options with { Sleep = 600.Seconds }).Send().Run(30).Log;
        var last = log.Packets[^2].Content.ToArray();

        Assert.That(last, Is.EqualTo(new byte[] { 4, 0x18, 600 >> 8, 600 & 0xFF }));
    }

    [Test]
    public void A_client_that_sleeps_hears_when_it_wakes()
    {
        var hop = Over(Options with { Sleep = 600.Seconds }, serverSends: true).SendBack(3, at: 100, every: 1);
        var log = hop.Run(700).Log;
        var woken = log.Packets.Where(packet => packet.At.TotalSeconds > 500).Select(packet => packet.Octets.Length - Headers);

        // A ping that names the client, three messages with their acknowledgements, and the answer to the ping.
        Assert.Multiple(() =>
        {
            Assert.That(log.Arrived.Select(entry => entry.At.TotalSeconds), Is.All.InRange(600, 602));
            Assert.That(woken, Is.EqualTo(new[] { 12, 23, 7, 23, 7, 23, 7, 2 }));
        });
    }

    [Test]
    public void A_client_that_sleeps_connects_to_publish()
    {
        var log = Over(Options with { Sleep = 600.Seconds, Topic = MqttSnTopic.Predefined }).Send(2, every: 100).Run(150).Log;
        var later = log.Packets.Where(packet => packet.At.TotalSeconds > 50).Select(packet => packet.Octets.Length - Headers);

        Assert.That(later, Is.EqualTo(new[] { 16, 3, 23, 7, 4, 2 }));
    }

    [Test]
    public void Every_message_ends_once_at_any_loss(
        [Values(0, 0.1, 0.3, 0.6)] double loss,
        [Values(-1, 0, 1, 2)] int qos,
        [Values(0, 60)] int sleep,
        [Values(DatagramSecurity.None, DatagramSecurity.Dtls12)] DatagramSecurity security
    )
    {
        var options = Options with { Qos = qos, Topic = MqttSnTopic.Predefined, Sleep = sleep.Seconds, Security = security };
        var log = new Hop(new MqttSn(options), loss, loss, serverSends: true)
            .Send(100, every: 7)
            .SendBack(100, every: 9)
            .Run(2_000_000)
            .Log;

        Assert.That(log.IsConserved, $"{log.Produced.Count} {log.Arrived.Count} {log.Gone.Count}");
    }

    [Test]
    public void QoS_2_takes_four_messages()
    {
        var packets = Over(Options with { Qos = 2 }).Send(2, every: 30).Run(40).Log.Packets[^4..];

        Assert.Multiple(() =>
        {
            Assert.That(packets.Select(packet => packet.IsUp), Is.EqualTo(new[] { true, false, true, false }));
            Assert.That(packets[0].Content[2], Is.EqualTo(2 << 5), "flags");
            Assert.That(
                packets[1..].Select(packet => Convert.ToHexString(packet.Content)),
                Is.EqualTo(new[] { "040F0003", "04100003", "040E0003" }),
                "PUBREC, PUBREL and PUBCOMP, with the number after those of REGISTER and the first PUBLISH"
            );
        });
    }

    [Test]
    public void QoS_2_delivers_exactly_once_at_any_loss(
        [Values(0.1, 0.3, 0.6)] double loss,
        [Values(0, 60)] int sleep,
        [Values(DatagramSecurity.None, DatagramSecurity.Dtls12)] DatagramSecurity security,
        [Values(1, 2, 3)] int seed
    )
    {
        var options = Options with { Qos = 2, Topic = MqttSnTopic.Predefined, Sleep = sleep.Seconds, Retries = 20, Security = security };
        var log = new Hop(new MqttSn(options), loss, loss, serverSends: true, seed: (ulong)seed)
            .Send(100, every: 7)
            .SendBack(100, every: 9)
            .Run(2_000_000)
            .Log;

        Assert.That((log.IsConserved, log.Duplicates.Count), Is.EqualTo((true, 0)));
        Assert.That(log.Arrived, Has.Count.GreaterThan(50));
    }

    /// <summary>Each of the eight messages that connect, register and publish is lost in turn.</summary>
    [Test]
    public void QoS_2_survives_the_loss_of_each_message([Range(0, 7)] int lost)
    {
        var hop = Over(Options with { Qos = 2 });
        hop.Tap.Lose.Add(lost);
        var log = hop.Send().Run(100).Log;

        Assert.That((log.Arrived.Count, log.Duplicates.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_gateway_asks_for_the_will_before_it_accepts_a_client()
    {
        var packets = Over(Options with { WillLength = 7 }).Send().Run(5).Log.Packets;

        Assert.Multiple(() =>
        {
            Assert.That(
                packets.Take(6).Select(packet => Convert.ToHexString(packet.Content[..2])),
                Is.EqualTo(new[] { "1004", "0206", "1707", "0208", "0909", "0305" })
            );
            Assert.That(packets[0].Content[2], Is.EqualTo(8), "the flag of CONNECT");
            Assert.That(packets[2].Content[2], Is.EqualTo(1 << 5), "the quality of service of the will");
        });
    }

    [Test]
    public void A_will_is_published_when_the_client_is_silent()
    {
        var hop = new Hop(
            new MqttSn(Options with { WillLength = 7 }),
            content: new Content(8, 16),
            outages: new M2mVsIoTSim.Media.Outages([(SimTime.Start + 100.Seconds, SimTime.Start + 1000.Seconds)])
        ).Send();

        // The last ping comes at 60 s, and one and a half keep-alives pass.
        Assert.That(MqttBroker.At(hop.Run(149).Far).Wills, Is.Zero);
        Assert.That(MqttBroker.At(hop.Run(151).Far).Wills, Is.EqualTo(1));
    }

    [Test]
    public void A_client_that_sleeps_has_told_its_will_once()
    {
        var hop = Over(Options with { Sleep = 600.Seconds, WillLength = 7 }).Send(3, every: 100);

        Assert.That(hop.Run(800).Log.Packets.Count(packet => packet.Content[1] == 9), Is.EqualTo(1));
        Assert.That(MqttBroker.At(hop.Far).Wills, Is.Zero);
    }

    [Test]
    public void QoS_minus_one_has_no_will() =>
        Assert.That(
            () => new MqttSn(Options with { Qos = -1, Topic = MqttSnTopic.ShortName, WillLength = 5 }),
            Throws.ArgumentException.With.Message.Contains("will-length: 0 B")
        );

    [TestCase(0)]
    [TestCase(600)]
    public void A_subscriber_that_starts_anew_hears_again(int sleep)
    {
        var hop = Over(Options with { Sleep = sleep.Seconds, Qos = 2 }, serverSends: true);
        Crashes.Once(hop.Near, [hop.Session], SimTime.Start + 100.Seconds, 5000.Seconds, keepsState: null);
        var log = hop.SendBack(at: 50).SendBack(at: 6000).Run(20_000).Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(2));
    }

    private static Hop Over(MqttSnOptions options, bool serverSends = false) =>
        new(new MqttSn(options), content: new Content(8, 16), serverSends: serverSends);
}
