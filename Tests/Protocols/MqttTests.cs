using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Whole sessions against captures of mosquitto 2.0.11 on Linux 6.18: identifier 10, topic 20, payload 16 octets.</summary>
public class MqttTests
{
    private static readonly Content Payload16 = new(8, 16);
    private static readonly MqttOptions Quiet = new() { KeepAlive = Duration.Zero };

    [TestCase(0, new[] { 92, 52 })]
    [TestCase(1, new[] { 94, 56, 52 })]
    public void A_message_on_an_open_connection_has_the_packets_captured(int qos, int[] lengths)
    {
        var log = Session(Quiet with { Qos = qos }).Send(2, every: 10).Run().Log;

        Assert.That(After(log, 9), Is.EqualTo(lengths));
    }

    [Test]
    public void A_ping_has_the_packets_captured()
    {
        var log = Session(new MqttOptions()).Send().Run(65).Log;

        Assert.That(After(log, 9), Is.EqualTo(new[] { 54, 54, 52 }));
    }

    [Test]
    public void A_ping_follows_every_keep_alive_time_without_traffic()
    {
        var log = Session(new MqttOptions()).Send().Run(60 * 10 + 5).Log;

        Assert.That(After(log, 9), Has.Length.EqualTo(3 * 10));
    }

    [Test]
    public void Every_packet_has_good_checksums()
    {
        var log = Session(new MqttOptions()).Send(3, every: 40).Run(200).Log;

        Assert.That(log.Packets, Has.All.Property(nameof(CapturedPacket.HasGoodChecksums)).True);
    }

    [Test]
    public void A_connect_reads_as_the_standard_says()
    {
        var connect = Session(Quiet with { SessionExpiry = Duration.Zero })
            .Send()
            .Run()
            .Log.Packets.First(packet => packet.Payload > 0)
            .Content.ToArray();

        Assert.That(Latin1.GetString(connect), Is.EqualTo("\x10\x16\0\x04MQTT\x04\x02\0\0\0\u000adev0000003"));
    }

    [Test]
    public void A_publish_reads_as_the_standard_says()
    {
        var publish = Session(Quiet).Send().Run().Log.Packets.First(packet => packet.Payload == 42).Content.ToArray();

        Assert.That(Latin1.GetString(publish[..26]), Is.EqualTo("\x32\x28\0\x14sensors/dev0000003/t\0\x01"));
    }

    [Test]
    public void A_subscriber_is_served_by_a_broker_on_the_near_side()
    {
        var hop = new Hop(new Mqtt(Quiet), content: Payload16, serverIsNear: true).Send(3, at: 5, every: 1);

        Assert.That(hop.Run().Log.Arrived, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_subscriber_subscribes_when_it_has_connected()
    {
        var log = new Hop(new Mqtt(Quiet), content: Payload16, serverIsNear: true).Run().Log;

        // Application octets: CONNECT 24 and SUBSCRIBE 18 from far to near, CONNACK 4 and SUBACK 5 back.
        Assert.That((Octets(log, isUp: false), Octets(log, isUp: true)), Is.EqualTo((24 + 18, 4 + 5)));
    }

    [Test]
    public void A_broker_keeps_messages_until_the_subscriber_has_subscribed()
    {
        var hop = new Hop(new Mqtt(Quiet), content: Payload16, serverIsNear: true).Send(3);

        Assert.That(hop.Run().Log.Arrived.Select(entry => entry.Serial), Is.EqualTo(Enumerable.Range(0, 3)));
    }

    [Test]
    public void A_broker_keeps_no_more_than_its_buffer()
    {
        var hop = new Hop(new Mqtt(Quiet with { Buffer = 2 }), content: Payload16, serverIsNear: true).Send(3);

        Assert.That(hop.Run().Log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    [Test]
    public void A_client_that_subscribes_can_publish_as_well()
    {
        var hop = new Hop(new Mqtt(Quiet), content: Payload16, serverSends: true).Send(3, every: 1).SendBack(3, every: 1);

        Assert.That(hop.Run().Log.Arrived, Has.Count.EqualTo(6));
    }

    [Test]
    public void A_broker_cannot_send_to_a_client_that_does_not_subscribe()
    {
        var hop = Session(Quiet).SendBack();

        Assert.That(() => hop.Run(), Throws.InvalidOperationException.With.Message.Contains("ServerSends"));
    }

    [Test]
    public void A_subscriber_comes_back_after_an_outage()
    {
        var outages = new Outages([(SimTime.Start + 10.Seconds, SimTime.Start + 2000.Seconds)]);
        var hop = new Hop(new Mqtt(new MqttOptions()), content: Payload16, serverIsNear: true, outages: outages);
        hop.Send(at: 2500);

        Assert.That(hop.Run(4000).Log.Arrived, Has.Count.EqualTo(1));
    }

    [Test]
    public void Connecting_belongs_to_the_waiting_stage()
    {
        var message = Session(Quiet).Send().Run().Log.ArrivedMessages.Single();

        // Two round trips of 20 ms, and at 8 Mbit/s the octets of SYN, SYN-ACK, ACK, CONNECT, its ACK and CONNACK.
        Assert.That(message.TimeIn(0), Is.EqualTo(40.Milliseconds + (60 + 60 + 52 + 76 + 52 + 56).Microseconds));
    }

    private static Hop Session(MqttOptions options) => new(new Mqtt(options), content: Payload16);

    private static int Octets(MessageLog log, bool isUp) => log.Packets.Where(packet => packet.IsUp == isUp).Sum(packet => packet.Payload);

    private static int[] After(MessageLog log, double seconds) =>
        [.. log.Packets.Where(packet => packet.At.TotalSeconds > seconds).Select(packet => packet.Octets.Length)];
}
