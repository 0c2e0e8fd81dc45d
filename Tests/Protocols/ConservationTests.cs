using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Every message that is sent ends in exactly one delivery or drop, whatever is lost.</summary>
public class ConservationTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. from protocol in new (string Name, Protocol Protocol, bool SendsBack)[]
        {
            ("push", new Push(new PushOptions { Retries = 4, ConnectionRetries = 3 }), true),
            (
                "push per message",
                new Push(
                    new PushOptions
                    {
                        Connection = ConnectionLife.PerMessage,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                true
            ),
            ("dlms", new Dlms(new DlmsOptions { Retries = 4, ConnectionRetries = 3 }), true),
            ("http", new Http(new HttpOptions { Retries = 4, ConnectionRetries = 3 }), true),
            (
                "http per message",
                new Http(
                    new HttpOptions
                    {
                        Connection = ConnectionLife.PerMessage,
                        Version = HttpVersion.V2,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                true
            ),
            ("mqtt", new Mqtt(new MqttOptions { Retries = 4, ConnectionRetries = 3 }), false),
            ("mqtt with commands", new Mqtt(new MqttOptions { Retries = 4, ConnectionRetries = 3 }), true),
            (
                "mqtt of QoS 0",
                new Mqtt(
                    new MqttOptions
                    {
                        Qos = 0,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                true
            ),
            (
                "mqtt per message of QoS 0",
                new Mqtt(
                    new MqttOptions
                    {
                        Qos = 0,
                        Connection = ConnectionLife.PerMessage,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                false
            ),
            (
                "mqtt per message",
                new Mqtt(
                    new MqttOptions
                    {
                        Connection = ConnectionLife.PerMessage,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                false
            ),
            ("amqp", new Amqp(new AmqpOptions { Retries = 4, ConnectionRetries = 3 }), false),
            ("amqp with commands", new Amqp(new AmqpOptions { Retries = 4, ConnectionRetries = 3 }), true),
            (
                "amqp, settled",
                new Amqp(
                    new AmqpOptions
                    {
                        Settlement = AmqpSettlement.Settled,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                true
            ),
            (
                "amqp per message",
                new Amqp(
                    new AmqpOptions
                    {
                        Connection = ConnectionLife.PerMessage,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                false
            ),
            (
                "amqp per message, settled, with little credit",
                new Amqp(
                    new AmqpOptions
                    {
                        Connection = ConnectionLife.PerMessage,
                        Settlement = AmqpSettlement.Settled,
                        Credit = 2,
                        Retries = 4,
                        ConnectionRetries = 3,
                    }
                ),
                false
            ),
            ("coap", new Coap(new CoapOptions()), true),
            ("coap, not confirmed", new Coap(new CoapOptions { Confirmed = false }), true),
            ("coap with observers", new Coap(new CoapOptions { Observe = CoapObserve.Both, MaxAge = 2.Minutes }), true),
            (
                "coap with observers, not confirmed",
                new Coap(
                    new CoapOptions
                    {
                        Observe = CoapObserve.Both,
                        MaxAge = 2.Minutes,
                        Confirmed = false,
                    }
                ),
                true
            ),
            (
                "coap in blocks",
                new Coap(
                    new CoapOptions
                    {
                        Encoding = Encoding.Json,
                        BlockSize = 16,
                        Observe = CoapObserve.Back,
                        MaxAge = 2.Minutes,
                    }
                ),
                true
            ),
            ("coap, slow", new Coap(new CoapOptions { ResponseTime = 4.Seconds }), true),
            ("coap over dtls 1.2", new Coap(new CoapOptions { Security = DatagramSecurity.Dtls12 }), true),
            (
                "coap over dtls 1.3",
                new Coap(
                    new CoapOptions
                    {
                        Security = DatagramSecurity.Dtls13,
                        Authentication = DtlsAuthentication.Certificate,
                        Confirmed = false,
                    }
                ),
                true
            ),
            ("udp over dtls", new Udp(new UdpOptions { Security = DatagramSecurity.Dtls12 }), true),
            ("udp, confirmed, over dtls", new Udp(new UdpOptions { Security = DatagramSecurity.Dtls13, Confirmed = true }), true),
        }
        from loss in new[] { 0, 0.1, 0.3, 0.6 }
        from seed in new ulong[] { 1, 2 }
        select new TestCaseData(protocol.Protocol, protocol.SendsBack, loss, seed).SetArgDisplayNames(
            protocol.Name,
            $"{loss}",
            $"seed {seed}"
        ),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Every_message_ends_once(Protocol protocol, bool sendsBack, double loss, ulong seed)
    {
        var hop = new Hop(protocol, loss, loss, serverSends: sendsBack, seed: seed).Send(200, every: 3.7);
        if (sendsBack)
        {
            hop.SendBack(200, every: 4.1);
        }

        Assert.That(hop.Run(20_000).Log.IsConserved);
    }

    [TestCaseSource(nameof(Cases))]
    public void Messages_arrive_in_order(Protocol protocol, bool sendsBack, double loss, ulong seed)
    {
        _ = sendsBack;
        var hop = new Hop(protocol, loss, loss, seed: seed).Send(200, every: 3.7);

        Assert.That(hop.Run(20_000).Log.Arrived.Select(entry => entry.Serial), Is.Ordered);
    }
}
