using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>What planning expects of a message is what a run without loss puts on the wire.</summary>
public sealed class WireCostTests
{
    private const double Interval = 900;
    private static readonly Content Content = new(4, 16);

    private static readonly Protocol[] Protocols =
    [
        new Push(new PushOptions()),
        new Push(new PushOptions { Connection = ConnectionLife.PerMessage }),
        new Push(new PushOptions { Connection = ConnectionLife.PerMessage, Confirmed = false }),
        new Dlms(new DlmsOptions()),
        new Dlms(new DlmsOptions(), ConnectionLife.Persistent),
        new Mqtt(new MqttOptions()),
        new Mqtt(new MqttOptions { Connection = ConnectionLife.PerMessage }),
        new Mqtt(
            new MqttOptions
            {
                Connection = ConnectionLife.PerMessage,
                Qos = 0,
                Encoding = Encoding.Json,
            }
        ),
        new Udp(new UdpOptions()),
        new Udp(new UdpOptions { Confirmed = true }),
        new Udp(new UdpOptions { Security = DatagramSecurity.Dtls12 }),
        new Coap(new CoapOptions()),
        new Coap(new CoapOptions { Confirmed = false }),
        new Coap(new CoapOptions { Security = DatagramSecurity.Dtls13 }),
    ];

    [TestCaseSource(nameof(Protocols))]
    public void A_message_is_planned_with_the_octets_that_it_takes(Protocol protocol)
    {
        var cost = protocol.CostOf(Content, Interval.Seconds);

        Assert.That((cost.UpOctets, cost.DownOctets), Is.EqualTo(Seen(new Hop(protocol).Send(3, every: Interval))));
    }

    [TestCaseSource(nameof(Protocols))]
    public void A_message_from_the_far_end_is_planned_with_the_octets_that_it_takes(Protocol protocol)
    {
        var cost = protocol.CostOf(Content, Interval.Seconds, isBack: true, serverSends: true);

        Assert.That((cost.UpOctets, cost.DownOctets), Is.EqualTo(Seen(new Hop(protocol, serverSends: true).SendBack(3, every: Interval))));
    }

    [Test]
    public void A_connection_for_each_message_counts_with_each()
    {
        var cost = new Push(new PushOptions { Connection = ConnectionLife.PerMessage }).CostOf(Content, Interval.Seconds);

        // Up: SYN, ACK, content, ACK of the receipt, FIN, ACK; down: SYN-ACK, ACK of the content, receipt, FIN.
        Assert.That((cost.UpOctets, cost.DownOctets), Is.EqualTo((60 + 52 + 60 + 52 + 52 + 52, 60 + 52 + 53 + 52)));
    }

    [Test]
    public void A_kept_connection_counts_with_its_keep_alives()
    {
        var mqtt = new Mqtt(new MqttOptions());

        // Fourteen pings between messages a quarter of an hour apart; a ping and the acknowledgement of its answer go up.
        var (often, seldom) = (mqtt.CostOf(Content, 59.Seconds), mqtt.CostOf(Content, Interval.Seconds));
        Assert.That(seldom.UpPackets - often.UpPackets, Is.EqualTo(14 * 2));
    }

    [Test]
    public void Idle_hours_count_as_the_first_does()
    {
        var mqtt = new Mqtt(new MqttOptions());

        // A day has 23 hours more than an hour, with a ping a minute; the phase of the pings may shift one over an end.
        var (hour, day) = (mqtt.CostOf(Content, 1.Hours), mqtt.CostOf(Content, 1.Days));
        Assert.That(day.UpPackets - hour.UpPackets, Is.EqualTo(23 * 60 * 2).Within(23 * 2));
    }

    [Test]
    public void A_modem_wakes_once_for_a_connection_per_message()
    {
        var cost = new Push(new PushOptions { Connection = ConnectionLife.PerMessage }).CostOf(Content, Interval.Seconds);

        Assert.That(cost.After(10), Is.EqualTo(1));
    }

    [Test]
    public void A_modem_wakes_for_every_keep_alive() =>
        Assert.That(new Mqtt(new MqttOptions()).CostOf(Content, Interval.Seconds).After(10), Is.EqualTo(1 + 14));

    [Test]
    public void Messages_in_a_hurry_share_acknowledgements()
    {
        var push = new Push(new PushOptions());

        Assert.That(push.CostOf(Content, 1.Milliseconds).UpPackets, Is.LessThan(push.CostOf(Content, Interval.Seconds).UpPackets));
    }

    [Test]
    public void What_has_been_rehearsed_is_known()
    {
        var mqtt = new Mqtt(new MqttOptions());
        var first = mqtt.CostOf(Content, Interval.Seconds);

        Assert.That(mqtt.CostOf(Content, Interval.Seconds), Is.SameAs(first));
    }

    [Test]
    public void Content_that_a_datagram_cannot_carry_costs_nothing() =>
        Assert.That(new Udp(new UdpOptions()).CostOf(new Content(400, 64), Interval.Seconds).UpOctets, Is.Zero);

    /// <summary>Octets of both ways from the third message to when the next would come.</summary>
    private static (double Up, double Down) Seen(Hop hop)
    {
        var packets = hop.Run(3 * Interval)
            .Log.Packets.Where(packet => packet.At.TotalSeconds >= 2 * Interval)
            .ToLookup(packet => packet.IsUp, packet => packet.Octets.Length);
        return (packets[true].Sum(), packets[false].Sum());
    }
}
