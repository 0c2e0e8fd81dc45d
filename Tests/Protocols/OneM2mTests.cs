using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>A value of 21.5 that becomes an instance in a container, counted character by character in each binding; and sessions of them.</summary>
public class OneM2mTests
{
    private static readonly OneM2mRequest Request = new(
        OneM2mRequest.Create,
        4,
        "Cae1",
        "/cse-in/ae1/cnt1",
        "123456",
        OneM2mParty.Instance("21.5", null)
    );

    private static readonly OneM2mResponse Response = new(Request);

    private static readonly HttpOptions Bare = new()
    {
        Client = HttpClientProfile.Minimal,
        Server = HttpServerProfile.Minimal,
        Host = "cse.example:8080",
        OneM2m = OneM2mUse.Create,
    };

    private static IEnumerable<TestCaseData> Bindings() =>
        from use in new[] { OneM2mUse.Create, OneM2mUse.Notify }
        from protocol in new Protocol[]
        {
            new Http(new HttpOptions { OneM2m = use }),
            new Http(
                new HttpOptions
                {
                    OneM2m = use,
                    Version = HttpVersion.V2,
                    Connection = ConnectionLife.PerMessage,
                }
            ),
            new Coap(new CoapOptions { OneM2m = use }),
            new Mqtt(new MqttOptions { OneM2m = use }),
            new Mqtt(new MqttOptions { OneM2m = use, Qos = 0 }),
            new Mqtt(
                new MqttOptions
                {
                    OneM2m = use,
                    Qos = 2,
                    Version = MqttVersion.V5,
                }
            ),
        }
        select new TestCaseData(protocol, use).SetArgDisplayNames(protocol.Name, protocol.Traits.Acknowledgement, $"{use}");

    [Test]
    public void An_instance_is_created_over_Http()
    {
        var octets = new Http1(Bare).Request("POST", Request.To, ASCII.GetBytes(Request.Content), Request);

        Assert.That(
            ASCII.GetString(octets),
            Is.EqualTo(
                "POST /cse-in/ae1/cnt1 HTTP/1.1\r\nHost: cse.example:8080\r\nX-M2M-Origin: Cae1\r\nX-M2M-RI: 123456\r\nX-M2M-RVI: 3\r\n"
                    + "Content-Type: application/json;ty=4\r\nAccept: application/json\r\nContent-Length: 26\r\n\r\n{\"m2m:cin\":{\"con\":\"21.5\"}}"
            )
        );
        Assert.That(octets, Has.Length.EqualTo(219));
    }

    [Test]
    public void Http_answers_with_a_status_of_oneM2M()
    {
        var octets = new Http1(Bare).Response(201, [], SimTime.Start, Response);

        Assert.That(
            ASCII.GetString(octets),
            Is.EqualTo("HTTP/1.1 201 Created\r\nX-M2M-RSC: 2001\r\nX-M2M-RI: 123456\r\nX-M2M-RVI: 3\r\nContent-Length: 0\r\n\r\n")
        );
        Assert.That(octets, Has.Length.EqualTo(92));
    }

    [Test]
    public void An_instance_is_created_over_CoAP() =>
        Assert.That(CoapSize.Message(1, OneM2mTerms.OfRequest(Request), Request.Content.Length), Is.EqualTo(67));

    [Test]
    public void CoAP_answers_with_a_location_and_a_status()
    {
        var answer = OneM2mTerms.Answer(OneM2mTerms.OfRequest(Request), []);

        Assert.That((answer.Code, CoapSize.Message(1, answer.Options, 0)), Is.EqualTo((CoapCode.Created, 40)));
    }

    [Test]
    public void Over_Mqtt_the_payload_carries_the_primitive()
    {
        Assert.That(
            ASCII.GetString(Request.Mqtt),
            Is.EqualTo("""{"op":1,"fr":"Cae1","to":"/cse-in/ae1/cnt1","rqi":"123456","rvi":"3","ty":4,"pc":{"m2m:cin":{"con":"21.5"}}}""")
        );
        Assert.That(ASCII.GetString(Response.Mqtt), Is.EqualTo("""{"rsc":2001,"rqi":"123456","rvi":"3"}"""));
        Assert.That(MqttSize.Publish("/oneM2M/req/Cae1/cse-in/json".Length, Request.Mqtt.Length, 1), Is.EqualTo(143));
        Assert.That(MqttSize.Publish("/oneM2M/resp/Cae1/cse-in/json".Length, Response.Mqtt.Length, 1), Is.EqualTo(72));
    }

    [Test]
    public void A_notification_holds_what_was_created_and_by_which_subscription() =>
        Assert.That(OneM2mParty.Notification(Request.Content, Request.To), Has.Length.EqualTo(92));

    [TestCase(Encoding.Packed, """{"m2m:cin":{"cnf":"application/octet-stream:1","con":"AAAA"}}""")]
    [TestCase(Encoding.Json, """{"m2m:cin":{"cnf":"application/json:0","con":"\u0000\u0000\u0000"}}""")]
    public void Content_says_how_it_is_written(Encoding encoding, string expected) =>
        Assert.That(OneM2mParty.Instance(new byte[3], encoding), Is.EqualTo(expected.Replace("\\u0000", "\0", StringComparison.Ordinal)));

    [TestCaseSource(nameof(Bindings))]
    public void Messages_travel_both_ways(Protocol protocol, OneM2mUse use)
    {
        var hop = Session(protocol, use).Send(5, at: 5, every: 3).SendBack(5, at: 6, every: 3).Run(1000);

        Assert.That(hop.Log.Arrived, Has.Count.EqualTo(10));
    }

    [TestCaseSource(nameof(Bindings))]
    public void Every_message_ends_once(Protocol protocol, OneM2mUse use)
    {
        var hop = new Hop(protocol, 0.2, 0.2, serverIsNear: use == OneM2mUse.Notify && protocol is Mqtt, serverSends: true);

        Assert.That(hop.Send(100, every: 3.7).SendBack(100, every: 4.1).Run(50_000).Log.IsConserved);
    }

    [TestCaseSource(nameof(Bindings))]
    public void An_application_registers_before_anything_else(Protocol protocol, OneM2mUse use)
    {
        var hop = Session(protocol, use).Run(5);
        var (from, back) =
            use == OneM2mUse.Create
                ? (hop.Log.Packets.Where(p => p.IsUp), hop.Log.Packets.Where(p => !p.IsUp))
                : (hop.Log.Packets.Where(p => !p.IsUp), hop.Log.Packets.Where(p => p.IsUp));

        Assert.That(Text(from), Does.Contain("m2m:ae").And.Contain("m2m:sub"));
        Assert.That(Text(back), protocol is Mqtt ? Does.Contain("\"rsc\":2001") : Is.Not.Empty);
    }

    private static Hop Session(Protocol protocol, OneM2mUse use) =>
        new(protocol, serverIsNear: use == OneM2mUse.Notify && protocol is Mqtt, serverSends: true);

    private static string Text(IEnumerable<CapturedPacket> packets) => Latin1.GetString([.. packets.SelectMany(packet => packet.Octets)]);
}
